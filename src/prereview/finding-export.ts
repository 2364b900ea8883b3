import { today } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import type { Reads } from '../database/database.js';
import { arrangedLines, asOfLine, coverLines } from '../exports/cover-lines.js';
import type { Source } from '../exports/prepared.js';
import { type Column, columnsAsShown, dayColumn, tableOf, textColumn } from '../exports/table.js';
import type { Voice } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import type { PolicyVersion } from '../policies/versions.js';
import { parkName } from '../ventures/residency-present.js';
import { chosenInPrereview, type PrereviewFilter, prereviewAddress } from './filter.js';
import { findingColumns } from './finding-columns.js';
import { findingsInView } from './in-view.js';
import { type FindingRow, type NamesOfFindings, namesIn, whyText } from './present.js';
import {
  countFindings,
  countRows,
  type FindingsQuery,
  findFindings,
  findingsOnAPage,
  type PageAsked,
} from './queries.js';
import { isOfVentures } from './unclaimed.js';

type Exported = { row: FindingRow; names: NamesOfFindings };

/** What there is to bring up as a file, one reminder a row: with the list's own filter, scope and permission. */
export const findingExport: Source = async ({ deps, viewer, query: sent, voice }) => {
  const { db, clock } = deps;
  const view = await findingsInView(deps, viewer, sent, voice);
  const { filter, choices, versions, group, narrowing, by, query } = view;
  const { page: _, ...kept } = filter;
  const { kind, due, q, park, policy, columns } = kept;
  const { say } = voice;
  const now = today(clock.now());
  const what = say(due === null ? `prereview.kind.${kind}` : `prereview.today.${due}`);
  const title = say('prereview.title');
  const rows = await countRows(db, viewer, query, narrowing);
  const n = group === null ? (await countFindings(db, viewer, narrowing))[kind] : rows;
  const asked = { narrowing, by };
  return {
    what: 'findings',
    name: `${what} ${now}`,
    title,
    address: prereviewAddress(kept),
    eachRow:
      group === null && isOfVentures(kind)
        ? say('prereview.each-row', { n, rows })
        : say('reports.cover.each-row.reminder'),
    rows,
    detail: {
      filter: { reminder: due === null ? kind : null, reminderDue: due, q, park, policy },
    },
    lines: coverLines(
      {
        scope: say('reports.cover.in-sight'),
        asOf: asOfLine(now, voice),
        filter: [what, ...chosenInPrereview(filter, choices, voice).map(({ text }) => text)],
        arranged: arrangedLines(findingColumns, Object.assign({ columns }, by), voice),
      },
      voice,
    ),
    sheets: [
      tableOf(
        what,
        columnsOf(filter, versions, voice),
        everyFinding(db, viewer, Object.assign(asked, query), n),
      ),
    ],
  };
};

async function* everyFinding(
  reads: Reads,
  viewer: Viewer,
  query: FindingsQuery & Omit<PageAsked, 'offset'>,
  total: number,
): AsyncGenerator<Exported[]> {
  for (let offset = 0; offset < total; offset += findingsOnAPage) {
    const found = await findFindings(reads, viewer, Object.assign({}, query, { offset }));
    const names = namesIn(found);
    yield found.findings.map((row) => ({ row, names }));
  }
}

function columnsOf(
  filter: Pick<PrereviewFilter, 'columns'>,
  versions: PolicyVersion[],
  voice: Voice,
): Column<Exported>[] {
  const { say, lang } = voice;
  const personOf = ({ row, names }: Exported) => names.people.get(row.personId ?? 0);
  const parkOf = ({ row, names }: Exported) => names.parks.get(row.parkId);
  return columnsAsShown<Exported>(filter, [
    [null, textColumn(say('ventures.field.number'), 14, ({ row }) => row.venture.number)],
    ['venture', textColumn(say('prereview.venture'), 28, ({ row }) => row.venture.name)],
    ['why', textColumn(say('prereview.why'), 48, ({ row }) => whyText(row, versions, voice))],
    [
      'person',
      textColumn(say('prereview.person'), 14, (of) => personOf(of)?.name ?? null),
      textColumn(
        say('people.phone.label'),
        14,
        (of) => personOf(of)?.phone ?? (of.row.venture.phone || null),
      ),
    ],
    [
      'park',
      textColumn(say('reports.column.park-number'), 10, (of) => parkOf(of)?.number ?? null),
      textColumn(say('prereview.park'), 24, (of) => {
        const park = parkOf(of);
        return park ? parkName(park, lang) : null;
      }),
    ],
    [
      'yuan',
      {
        head: say('prereview.yuan'),
        kind: 'money',
        width: 18,
        sum: true,
        of: ({ row }) => row.fen,
      },
    ],
    ['due', dayColumn(say('prereview.due'), ({ row }) => row.dueOn && lastDayOf(row.dueOn))],
  ]);
}
