import { addMonths, type Day, daysBetween, lastWholeMonth, type Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { Kept } from '../database/kept.js';
import { listed } from '../database/listed.js';
import { join, nothing, type Sql, sql } from '../database/sql.js';
import { isOpenToPark } from '../ledger/closed-months.js';
import type { Viewer } from '../people/viewer.js';
import { dueOn, type ReturnRules, readRules } from './return-rules.js';

/** Why a return waits for somebody: it is missing, was sent back, is to be approved, or accepted. */
export type WaitingWhy = 'missing' | 'sent-back' | 'approve' | 'accept';

/** The rules change hardly ever. */
const rulesOf = new Kept<ReturnRules>(['Setting'], 1);
export const currentRules = (reads: Reads): Promise<ReturnRules> =>
  rulesOf.get(reads, '', () => readRules(reads));

/** Of a month that is reopened, what was handed in or sent back waits again; nobody is reminded of what is missing. */
const isOpen = (on: Day): Sql => isOpenToPark(sql`r."month"`, sql`r."parkId"`, on);

/**
 * The returns of open months that wait for the viewer, as rows of park, month and why; null where none ever does.
 * It is the one place for the count beside the menu's word and for the page of the day.
 */
export function waitingReturns(viewer: Viewer, on: Day, rules: ReturnRules): Sql | null {
  switch (viewer.role) {
    case 'park-manager':
      return join([sentBackTo(viewer, on), ...missingOf(viewer, on, rules)], ' UNION ALL ');
    case 'county-reviewer':
      return inState('submitted', 'approve', viewer, on);
    case 'bureau-staff':
      return inState('approved', 'accept', viewer, on);
    default:
      return null;
  }
}

const sentBackTo = ({ parkIds }: Viewer, on: Day): Sql =>
  sql`SELECT r."parkId", r."month", 'sent-back' AS "why" FROM "MonthlyReturn" r
    WHERE r."parkId" IN ${listed(parkIds)} AND r."state" = 'sent-back' AND ${isOpen(on)}`;

/** At the desk of a reviewer: not what the viewer handed in, nor, to be accepted, what the viewer approved. */
function inState(
  state: string,
  why: WaitingWhy,
  { accountId, role, parkIds }: Viewer,
  on: Day,
): Sql {
  const own = role === 'bureau-staff' ? nothing : sql`AND r."parkId" IN ${listed(parkIds)}`;
  return sql`SELECT r."parkId", r."month", ${why} AS "why" FROM "MonthlyReturn" r
    WHERE r."state" = ${state} ${own} AND ${isOpen(on)}
      AND COALESCE(r."submittedById", 0) <> ${accountId} AND COALESCE(r."approvedById", 0) <> ${accountId}`;
}

/** The months that may still be owed: the last that is over, and the one before it, which can only be overdue. */
export const monthsOwed = (now: Day): Month[] => {
  const last = lastWholeMonth(now);
  return [last, addMonths(last, -1)];
};

/** The same returns as `owedReturns` finds, from so many days before the due day. */
function missingOf({ parkIds }: Viewer, on: Day, rules: ReturnRules): Sql[] {
  const months = monthsOwed(on).filter(
    (month) => daysBetween(on, dueOn(month, rules)) <= rules.remindDays,
  );
  return months.map((month) => {
    const ventures = sql`(SELECT COALESCE(SUM(b."amount"), 0) FROM "LedgerBalance" b
      WHERE b."measure" = 'ventures' AND b."parkId" = p."id" AND b."month" <= ${month})`;
    const filed = sql`(SELECT COALESCE(SUM(b."amount"), 0) FROM "LedgerBalance" b
      WHERE b."measure" = 'returns' AND b."parkId" = p."id" AND b."month" = ${month})`;
    return sql`SELECT p."id" AS "parkId", ${month} AS "month", 'missing' AS "why" FROM "Park" p
      LEFT JOIN "MonthlyReturn" r ON r."parkId" = p."id" AND r."month" = ${month}
      WHERE p."id" IN ${listed(parkIds)} AND ${month} NOT IN (SELECT "month" FROM "ClosedMonth") AND ${ventures} > 0
        AND ((r."id" IS NULL AND ${filed} < ${ventures}) OR (r."state" = 'draft' AND r."firstSubmittedAt" IS NULL))`;
  });
}
