import { type Day, type Month, monthOf, today } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { type Fault, refuseIf } from '../language/refusal.js';
import { closedMonths, forgetClosed } from './known-in-act.js';
import { isBound, isOfMonth, type Line } from './measures.js';

/** What would change: something of a month, in a park (null for all) and of a venture (null for the park itself). */
export type Touched = {
  month: Month;
  /** The first month after it that does not change too: null where all do from then on, and the next one where left out. */
  until?: Month | null;
  parkId: number | null;
  ventureId: number | null;
};

/** A reopening that somebody else agreed to, that was not ended, and whose last day has not passed. */
export const inForce = (day: string) => ({
  agreedAt: { not: null },
  endedAt: null,
  lastDay: { gte: day },
});

/** That a month of a park is open on a day: not closed, or reopened for the park as a whole; in SQL. */
export const isOpenToPark = (month: Sql, parkId: Sql, day: Day): Sql => sql`(
  ${month} NOT IN (SELECT "month" FROM "ClosedMonth") OR EXISTS (SELECT 1 FROM "Reopening" o
    WHERE o."agreedAt" IS NOT NULL AND o."endedAt" IS NULL AND o."lastDay" >= ${day}
      AND ${month} BETWEEN o."month" AND COALESCE(o."throughMonth", o."month")
      AND (o."scope" = 'all' OR (o."scope" = 'park' AND o."parkId" = ${parkId}))))`;

/** Of some parks those to which a month is closed on a day. */
export async function parksClosedTo(
  reads: Reads,
  month: Month,
  parkIds: number[],
  day: Day,
): Promise<Set<number>> {
  const rows = await rowsOf<{ id: number }>(
    reads,
    sql`SELECT p."id" FROM "Park" p WHERE p."id" IN ${listed(parkIds)}
      AND NOT ${isOpenToPark(sql`${month}`, sql`p."id"`, day)}`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** @returns of the months given those that are closed, the earliest first */
export async function closedAmong(reads: Reads, months: Month[]): Promise<Month[]> {
  if (months.length === 0) return [];
  const closed = new Set(await closedMonths(reads));
  return [...new Set(months)].filter((month) => closed.has(month)).sort();
}

/** Puts down that a month is closed, without looking whether it may be. */
export async function markClosed(
  tx: Tx,
  by: Actor,
  {
    month,
    reason,
    requestedById = null,
  }: { month: Month; reason: string; requestedById?: number | null },
): Promise<void> {
  await tx.closedMonth.create({
    data: { month, closedAt: by.at, closedById: by.accountId, requestedById, reason },
  });
  forgetClosed(tx);
}

/**
 * The closed months in which something would change that no reopening in force on the day covers: their first and last,
 * and each by itself where a closed one between them stays as it is; or null. A change that goes on touches every closed month after it, one too that begins before the first that was closed.
 */
export async function closedTo(
  reads: Reads,
  day: Day,
  touched: Touched[],
): Promise<{ first: Month; last: Month; apart: Month[] | null } | null> {
  if (touched.length === 0) return null;
  const closed = await closedMonths(reads);
  const bound = touched.flatMap((each) =>
    monthsOf(each, closed).map((month) => Object.assign({}, each, { month })),
  );
  if (bound.length === 0) return null;
  const reopenings = await reads.reopening.findMany({ where: inForce(day) });
  const isOpen = (one: Touched) =>
    reopenings.some(
      ({ month, throughMonth, scope, parkId, ventureId }) =>
        month <= one.month &&
        one.month <= (throughMonth ?? month) &&
        (scope === 'all' ||
          (scope === 'park' && parkId === one.parkId) ||
          (scope === 'venture' && ventureId === one.ventureId)),
    );
  const found = bound.filter((one) => !isOpen(one)).map(({ month }) => month);
  const months = [...new Set(found)].sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const between = closed.filter((month) => first <= month && month <= last);
  return { first, last, apart: between.length === months.length ? null : months };
}

/** The closed months that a change touches. */
function monthsOf({ month, until }: Touched, closed: Month[]): Month[] {
  if (month > (closed.at(-1) ?? '')) return [];
  if (until === undefined) return closed.includes(month) ? [month] : [];
  return closed.filter((each) => month <= each && (until === null || each < until));
}

/**
 * Refuses to touch a closed month (锁定) that no reopening in force covers. The clock of the act alone decides
 * whether a reopening has run out. Every verb that changes what a month states calls it, and postEntries once more.
 * @throws Refusal for the form as a whole, naming the month, the first and the last of several in a row, or each of them
 */
export async function refuseClosed(tx: Tx, by: Actor, touched: Touched[]): Promise<void> {
  refuseIf([await closedFault(tx, by, touched)]);
}

/** What is said of closed months: of one, of several in a row, of each. */
const closedKeys = [
  'ledger.month-closed',
  'ledger.months-closed',
  'ledger.months-closed-apart',
] as const;
type ClosedFault = Required<Fault> & { key: (typeof closedKeys)[number] };

export const isOfClosed = (fault: Fault): boolean => closedKeys.some((key) => key === fault.key);

/** What `refuseClosed` refuses with; null where nothing is closed to the act. */
export async function closedFault(
  tx: Tx,
  by: Actor,
  touched: Touched[],
): Promise<ClosedFault | null> {
  const closed = await closedTo(tx, today(by.at), touched);
  if (closed === null) return null;
  const { first: month, last, apart } = closed;
  if (apart !== null)
    return {
      field: '',
      key: 'ledger.months-closed-apart',
      values: { months: { eachMonth: apart } },
    };
  return last === month
    ? { field: '', key: 'ledger.month-closed', values: { month: { month } } }
    : {
        field: '',
        key: 'ledger.months-closed',
        values: { month: { month }, last: { month: last } },
      };
}

/**
 * What entries change of each month. The level of a stock is another one from its entry on, until an entry takes the
 * difference back: a correction does so at the next reported month, and touches only the months until then.
 */
export function touchedBy(lines: Line[]): Touched[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines.filter(({ measure }) => isBound(measure))) {
    const key = `${line.measure} ${line.parkId} ${line.ventureId}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()].flatMap(monthsMoved);
}

/** The months of one measure, park and venture that come out differently. */
function monthsMoved(lines: Line[]): Touched[] {
  const [{ measure, parkId, ventureId }] = lines as [Line];
  const sums = new Map<Month, number>();
  for (const { effectiveOn, amount } of lines)
    sums.set(monthOf(effectiveOn), (sums.get(monthOf(effectiveOn)) ?? 0) + amount);
  const changes = [...sums].filter(([, change]) => change !== 0).sort();
  if (isOfMonth(measure)) return changes.map(([month]) => ({ month, parkId, ventureId }));
  let level = 0;
  return changes.flatMap(([month, change], at) => {
    level += change;
    return level === 0 ? [] : [{ month, until: changes[at + 1]?.[0] ?? null, parkId, ventureId }];
  });
}
