import { endOfMonth } from '../calendar/days.js';
import { arrangedLines, asOfLine, coverLines } from '../exports/cover-lines.js';
import type { RoomExports } from '../exports/export-list.js';
import type { Source } from '../exports/prepared.js';
import { type Column, columnsAsShown, tableOf, textColumn } from '../exports/table.js';
import { month as monthText } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import type { ParkWithRegion } from '../ventures/park-choices.js';
import { parkName } from '../ventures/residency-present.js';
import { inMonthOrder, monthColumns } from './month-columns.js';
import { type MonthArrangement, monthAddress } from './month-filter.js';
import { monthInView } from './month-in-view.js';
import { type ParkOfMonth, parksOfMonth } from './present-month.js';

/** The parks of a month with what is due, filed and missing, as a file: with the list's own scope, order and permission. */
const monthExport: Source = async ({ deps, viewer, query, voice }) => {
  const { arranged, parks, state } = await monthInView(deps, viewer, query);
  const { month, coverage } = state;
  const { say, lang } = voice;
  const title = say('returns.month.title', { month: monthText(month, lang) });
  const rows = inMonthOrder(parksOfMonth(parks, state, voice), arranged);
  const { due, filed } = coverage.sum(parks.map(({ id }) => id));
  return {
    what: 'returns',
    name: title,
    title,
    address: monthAddress({ month, ...arranged }),
    eachRow: say('reports.cover.each-row.park'),
    rows: rows.length,
    detail: { filter: { month } },
    lines: coverLines(
      {
        scope: scopeOf(viewer, parks, voice),
        asOf: asOfLine(endOfMonth(month), voice),
        arranged: arrangedLines(monthColumns, arranged, voice),
        coverage: say('returns.month.coverage', { due, filed }),
      },
      voice,
    ),
    sheets: [tableOf(title, columnsOf(arranged, voice), [rows])],
  };
};

/** A manager reads the own parks, which are few: they are named. */
const scopeOf = ({ role }: Viewer, parks: ParkWithRegion[], { say, lang }: Voice): string =>
  role === 'park-manager'
    ? parks
        .map((park) => `${park.number} ${parkName(park, lang)}`)
        .join(lang === 'zh' ? '、' : ', ')
    : say('reports.cover.in-sight');

function columnsOf(
  arranged: Pick<MonthArrangement, 'columns'>,
  { say, lang }: Voice,
): Column<ParkOfMonth>[] {
  const count = (
    key: 'returns.due' | 'returns.filed' | 'returns.owed',
    of: (row: ParkOfMonth) => number,
  ) => ({
    head: say(key),
    kind: 'number' as const,
    width: 10,
    sum: true as const,
    of,
  });
  return columnsAsShown<ParkOfMonth>(arranged, [
    [
      'park',
      textColumn(say('reports.column.park-number'), 10, ({ park }) => park.number),
      textColumn(say('returns.park'), 24, ({ park }) => parkName(park, lang)),
    ],
    ['due', count('returns.due', ({ own }) => own.due)],
    ['filed', count('returns.filed', ({ own }) => own.filed)],
    ['missing', count('returns.owed', ({ own }) => own.carried)],
    ['state', textColumn(say('returns.state'), 14, ({ shown }) => shown?.state ?? null)],
    [
      'timeliness',
      textColumn(say('returns.progress.timeliness'), 12, ({ shown }) => shown?.timeliness ?? null),
    ],
    [
      'submitted',
      textColumn(say('returns.submitted-at'), 18, ({ shown }) => shown?.submittedAt ?? null),
    ],
  ]);
}

/** The files of this room, by the paths of their pages. */
export const returnExports: RoomExports = {
  '/returns': monthExport,
};
