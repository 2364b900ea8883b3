import type { Reads } from '../database/database.js';
import { arrangedLines, asOfLine, coverLines } from '../exports/cover-lines.js';
import type { Source } from '../exports/prepared.js';
import { type Column, columnsAsShown, dayColumn, tableOf, textColumn } from '../exports/table.js';
import type { Voice } from '../language/say.js';
import type { ParkWithRegion } from '../ventures/park-choices.js';
import { parkName } from '../ventures/residency-present.js';
import { allow } from '../web/errors.js';
import { type ReachFilter, type ReachState, visitsAddress } from './filter.js';
import { reachInView } from './in-view.js';
import { canSeeVisits } from './permissions.js';
import { countReach, type ReachOf, type Resident, residentsIn } from './reach.js';
import { type ReachOrder, reachColumns } from './reach-columns.js';

/** The residents by when somebody was there, as a file. */
export const reachExport: Source = async ({ deps, viewer, query, voice }) => {
  allow(canSeeVisits(viewer));
  const { filter, parks, of } = await reachInView(deps, viewer, query);
  const { state, park, region, columns, sort, order } = filter;
  const { say } = voice;
  const title = say(`visits.tab.${state}`);
  const asked = [park, region].filter((text) => text !== null);
  const address = { state, park, region, asOf: of.asOf, columns, sort, order };
  return {
    what: 'visits',
    name: `${title} ${of.asOf}`,
    title,
    address: visitsAddress('/visits/reach', address),
    eachRow: say('reports.cover.each-row.venture'),
    rows: (await countReach(deps.db, of))[state],
    detail: { filter: { reach: state, park, region, asOf: of.asOf } },
    lines: coverLines(
      {
        scope: say('reports.cover.in-sight'),
        asOf: asOfLine(of.asOf, voice),
        filter: asked,
        arranged: arrangedLines(reachColumns, filter, voice),
      },
      voice,
    ),
    sheets: [
      tableOf(
        title,
        columnsOf(filter, parks, voice),
        everyResident(deps.db, { ...of, state }, { sort, order }),
      ),
    ],
  };
};

async function* everyResident(
  reads: Reads,
  of: ReachOf & { state: ReachState },
  by: ReachOrder,
): AsyncGenerator<Resident[]> {
  const limit = 5000;
  for (let offset = 0; ; offset += limit) {
    const rows = await residentsIn(reads, of, { offset, limit, ...by });
    if (rows.length > 0) yield rows;
    if (rows.length < limit) return;
  }
}

function columnsOf(
  filter: ReachFilter,
  parks: ParkWithRegion[],
  { say, lang }: Voice,
): Column<Resident>[] {
  const parkOf = new Map(parks.map((park) => [park.id, park]));
  const nameOf = ({ parkId }: Resident) => {
    const park = parkOf.get(parkId);
    return park ? parkName(park, lang) : '';
  };
  return columnsAsShown<Resident>(filter, [
    ['number', textColumn(say('ventures.field.number'), 14, ({ number }) => number)],
    ['name', textColumn(say('visits.venture'), 28, ({ name }) => name)],
    ['park', textColumn(say('visits.park'), 24, nameOf)],
    ['arrived', dayColumn(say('ventures.field.arrived'), ({ beganOn }) => beganOn)],
    ['last', dayColumn(say('visits.last'), ({ lastOn }) => lastOn)],
  ]);
}
