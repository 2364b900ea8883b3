import { today } from '../calendar/days.js';
import { arrangedLines, asOfLine, coverLines } from '../exports/cover-lines.js';
import type { Source } from '../exports/prepared.js';
import { type Column, columnsAsShown, dayColumn, tableOf, textColumn } from '../exports/table.js';
import { day as dayText } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { parkName } from '../ventures/residency-present.js';
import { allow } from '../web/errors.js';
import { type VisitFilter, visitsAddress } from './filter.js';
import { visitsInView } from './in-view.js';
import { canSeeVisits } from './permissions.js';
import { kindText } from './present.js';
import { countServed, type ExportedVisit, everyVisit } from './queries.js';
import { visitColumns } from './visit-columns.js';

/** A venture of a visit: each that was served has a row of its own. */
type Served = { visit: ExportedVisit; number: string; name: string };

/** The list of visits as a file: with the list's own filter, scope and permission. */
export const visitExport: Source = async ({ deps, viewer, query, voice }) => {
  allow(canSeeVisits(viewer));
  const { filter, where } = await visitsInView(deps, viewer, query);
  const { page: _, kind, ...kept } = filter;
  const { say } = voice;
  const now = today(deps.clock.now());
  const title = say('visits.title');
  const [n, rows] = [await deps.db.visit.count({ where }), await countServed(deps.db, where)];
  return {
    what: 'visits',
    name: `${title} ${now}`,
    title,
    address: visitsAddress('/visits', { kind, ...kept }),
    eachRow: say('visits.each-row', { n, rows }),
    rows,
    detail: { filter: { visitKind: kind, ...kept } },
    lines: coverLines(
      {
        scope: say('reports.cover.in-sight'),
        asOf: asOfLine(now, voice),
        filter: askedOf(filter, voice),
        arranged: arrangedLines(visitColumns, filter, voice),
      },
      voice,
    ),
    sheets: [
      tableOf(title, columnsOf(filter, voice), servedIn(everyVisit(deps.db, where, filter))),
    ],
  };
};

async function* servedIn(batches: AsyncIterable<ExportedVisit[]>): AsyncGenerator<Served[]> {
  for await (const visits of batches)
    yield visits.flatMap((visit) => visit.ventures.map(({ venture }) => ({ visit, ...venture })));
}

/** What was chosen, by the labels of the fields. */
function askedOf(filter: VisitFilter, { say, lang }: Voice): string[] {
  const { park, region, kind, from, to, venture, state } = filter;
  const chosen = (label: string, value: string | null) =>
    value === null || value === '' ? [] : [`${label} ${value}`];
  return [
    ...chosen(say('visits.park'), park),
    ...chosen(say('visits.region'), region),
    ...chosen(say('visits.kind'), kind && kindText(kind, say)),
    ...chosen(say('visits.from'), from && dayText(from, lang)),
    ...chosen(say('visits.to'), to && dayText(to, lang)),
    ...chosen(say('visits.venture'), venture),
    ...chosen(say('visits.state'), state && say(`visits.state.${state}`)),
  ];
}

function columnsOf(filter: VisitFilter, { say, lang }: Voice): Column<Served>[] {
  return columnsAsShown<Served>(filter, [
    [null, textColumn(say('visits.number'), 10, ({ visit }) => String(visit.id))],
    ['day', dayColumn(say('visits.made-on'), ({ visit }) => visit.madeOn)],
    ['kind', textColumn(say('visits.kind'), 12, ({ visit }) => kindText(visit.kind, say))],
    [
      'park',
      textColumn(say('reports.column.park-number'), 10, ({ visit }) => visit.park.number),
      textColumn(say('visits.park'), 24, ({ visit }) => parkName(visit.park, lang)),
    ],
    // A row is a venture that was served: it is named whatever was chosen.
    [null, textColumn(say('ventures.field.number'), 14, ({ number }) => number)],
    [null, textColumn(say('visits.venture'), 28, ({ name }) => name)],
    ['by', textColumn(say('visits.made-by'), 16, ({ visit }) => visit.madeBy)],
    ['note', textColumn(say('visits.note'), 40, ({ visit }) => visit.note)],
    ['followUp', dayColumn(say('visits.follow-up'), ({ visit }) => visit.followUpOn)],
  ]);
}
