import type { Day } from '../calendar/days.js';
import { arrangedLines, asOfLine, coverLines } from '../exports/cover-lines.js';
import { everyPage } from '../exports/every-page.js';
import type { Source } from '../exports/prepared.js';
import { type Column, columnsAsShown, tableOf, textColumn } from '../exports/table.js';
import type { Voice } from '../language/say.js';
import { islandName } from './place-names.js';
import { namesOf, stateText } from './present.js';
import { presentFreeSpace, villageIn } from './present-spaces.js';
import type { ParkRow } from './queries.js';
import { spaceColumns } from './space-columns.js';
import { chosenSpaces, type SpaceListFilter, spacesAddress } from './space-filter.js';
import { spaceName } from './space-names.js';
import { countSpaces, listSpaces, type SpaceRow, spacesOnAPage } from './space-queries.js';
import { spacesInView } from './spaces-in-view.js';

/** The spaces of a park as a file: with the list's own filter, scope and permission. */
export const spaceExport: Source = async ({ deps, viewer, query, params, voice }) => {
  const { number = '' } = params;
  const { park, asOf, filter, of } = await spacesInView(deps, viewer, { number, query });
  const { page: _, state, kind, q, ...arrangement } = filter;
  const { say, lang } = voice;
  const path = `/parks/${park.number}/spaces`;
  const title = say('parks.spaces.title', { park: namesOf(park, lang).name });
  const chosen = chosenSpaces(path, { ...filter, asOf: null }, voice).map(({ text }) => text);
  const asked = state === null ? chosen : [stateText(state, say), ...chosen];
  const columns = columnsOf(filter, { park, asOf }, voice);
  const read = (page: number) => listSpaces(deps.db, park.id, Object.assign({}, of, { page }));
  return {
    what: 'spaces',
    name: `${title} ${asOf}`,
    title,
    address: spacesAddress(path, { state, kind, q, ...arrangement, asOf }),
    eachRow: say('reports.cover.each-row.space'),
    rows: await countSpaces(deps.db, park.id, of),
    detail: { filter: { park: park.number, q, spaceKind: kind, spaceState: state, asOf } },
    lines: coverLines(
      {
        scope: `${park.number} ${namesOf(park, lang).name}`,
        asOf: asOfLine(asOf, voice),
        filter: asked,
        arranged: arrangedLines(spaceColumns, filter, voice),
      },
      voice,
    ),
    sheets: [tableOf(say('parks.spaces.list'), columns, everyPage(spacesOnAPage, read))],
  };
};

function columnsOf(
  filter: SpaceListFilter,
  { park, asOf }: { park: ParkRow; asOf: Day },
  voice: Voice,
): Column<SpaceRow>[] {
  const { say, lang } = voice;
  const rentOf = ({ valuations }: SpaceRow) =>
    valuations.findLast(({ fromOn }) => fromOn <= asOf)?.fen ?? null;
  const tenants = ({ tenancies }: SpaceRow) =>
    tenancies
      .map(({ venture }) => `${venture.number} ${venture.name}`)
      .join(lang === 'zh' ? '、' : ', ') || null;
  return columnsAsShown<SpaceRow>(filter, [
    ['number', textColumn(say('parks.space.number'), 12, ({ number }) => number)],
    ['name', textColumn(say('parks.space.name'), 24, ({ name }) => spaceName(name, lang))],
    [
      'kind',
      textColumn(say('parks.space.kind'), 12, (row) => presentFreeSpace(row, park, voice).kind),
    ],
    [
      'place',
      textColumn(say('parks.space.village'), 16, (row) => villageIn(row, park, lang)),
      textColumn(say('parks.space.island'), 14, ({ island }) => islandName(island, lang)),
    ],
    ['address', textColumn(say('parks.space.address'), 28, ({ address }) => address)],
    [
      'area',
      textColumn(`${say('parks.space.area')} (${say('parks.space.area-unit')})`, 12, ({ area }) =>
        String(area / 100),
      ),
    ],
    ['owner', textColumn(say('parks.space.owner'), 22, ({ owner }) => owner)],
    ['rent', { head: say('parks.space.rent'), kind: 'money', width: 14, of: rentOf }],
    ['state', textColumn(say('parks.spaces.state'), 10, ({ state }) => stateText(state, say))],
    ['tenant', textColumn(say('parks.spaces.tenant'), 36, tenants)],
  ]);
}
