import { endOfMonth, isMonth, lastWholeMonth, type Month, today } from '../calendar/days.js';
import { parksClosedTo } from '../ledger/closed-months.js';
import { coverageByPark } from '../ledger/coverage.js';
import { parksOn } from '../ledger/parks-on.js';
import { canReadTotals } from '../ledger/seen-scope.js';
import type { Viewer } from '../people/viewer.js';
import { parksCounted } from '../ventures/park-choices.js';
import type { Deps } from '../web/deps.js';
import { allow, WrongQuery } from '../web/errors.js';
import type { Sent } from '../web/form-body.js';
import { readQuery } from '../web/read-query.js';
import { MonthArrangement } from './month-filter.js';
import { progressOf } from './park-progress.js';
import { owedOf } from './reminders.js';
import { readRules } from './return-rules.js';

/**
 * The parks of a month and how far their returns are, as a viewer reads them, for the page and for its file. A month that
 * is not over yet is answered with the newest that is.
 * @throws Forbidden, WrongQuery
 */
export async function monthInView(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  viewer: Viewer,
  query: Sent,
) {
  allow(canReadTotals(viewer));
  const arranged = readQuery(MonthArrangement, { query });
  const now = today(clock.now());
  const newest = lastWholeMonth(now);
  const asked = monthAsked(query) ?? newest;
  const month = asked < newest ? asked : newest;
  const all = await parksOn(db, endOfMonth(month));
  const parks = parksCounted(viewer, all);
  const ids = parks.map(({ id }) => id);
  const coverage = await coverageByPark(db, endOfMonth(month));
  const rules = await readRules(db);
  const progress = await progressOf(db, ids, month, { rules, now });
  const closed = await db.closedMonth.findUnique({ where: { month } });
  const owed = closed ? [] : owedOf(month, { rules, progress, coverage }, now);
  const state = {
    month,
    closedTo: await parksClosedTo(db, month, ids, now),
    coverage,
    progress,
    owing: new Set(owed.map(({ parkId }) => parkId)),
  };
  return {
    arranged,
    asked,
    newest,
    all,
    parks,
    ids,
    rules,
    owed,
    isClosed: closed !== null,
    state,
  };
}

/** Null where none is named. @throws WrongQuery for text that is no month */
function monthAsked({ month }: Sent): Month | null {
  if (month === undefined || month === '') return null;
  if (typeof month !== 'string' || !isMonth(month))
    throw new WrongQuery([{ field: 'month', key: 'web.field.month' }]);
  return month;
}
