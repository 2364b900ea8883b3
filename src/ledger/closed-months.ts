import { type Day, type Month, monthOf, today } from '../calendar/days.js';
import { begunOf, type Reads, type Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { refuseIf } from '../language/refusal.js';
import { isBound, isOfMonth, type Line } from './measures.js';

/** What would change: something of a month, in a park (null for all) and of a venture (null for the park itself). */
export type Touched = { month: Month; parkId: number | null; ventureId: number | null };

/** A reopening that somebody else agreed to, that was not ended, and whose last day has not passed. */
export const inForce = (day: string) => ({
  agreedAt: { not: null },
  endedAt: null,
  lastDay: { gte: day },
});

/** What a transaction knows of closed months: several of its verbs ask, and only closing one makes another. */
const known = new WeakMap<Reads, Set<Month>>();

/** @returns of the months given those that are closed, the earliest first */
export async function closedAmong(reads: Reads, months: Month[]): Promise<Month[]> {
  if (months.length === 0) return [];
  const closed = known.get(reads) ?? (await allClosed(reads));
  return [...new Set(months)].filter((month) => closed.has(month)).sort();
}

async function allClosed(reads: Reads): Promise<Set<Month>> {
  const rows = await rowsOf<{ month: Month }>(reads, sql`SELECT "month" FROM "ClosedMonth"`);
  const closed = new Set(rows.map(({ month }) => month));
  if (begunOf(reads)) known.set(reads, closed);
  return closed;
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
  known.delete(tx);
}

/** The first of what would change that lies in a closed month which no reopening in force on the day covers, or null. */
export async function closedTo(
  reads: Reads,
  day: Day,
  touched: Touched[],
): Promise<Touched | null> {
  const months = touched.map(({ month }) => month);
  const closed = new Set(await closedAmong(reads, months));
  const bound = touched.filter(({ month }) => closed.has(month));
  if (bound.length === 0) return null;
  const reopenings = await reads.reopening.findMany({
    where: { month: { in: [...closed] }, ...inForce(day) },
  });
  const isOpen = (one: Touched) =>
    reopenings.some(
      ({ month, scope, parkId, ventureId }) =>
        month === one.month &&
        (scope === 'all' ||
          (scope === 'park' && parkId === one.parkId) ||
          (scope === 'venture' && ventureId === one.ventureId)),
    );
  return bound.find((one) => !isOpen(one)) ?? null;
}

/**
 * Refuses to touch a closed month (关账) that no reopening in force covers. The clock of the act alone decides
 * whether a reopening has run out. Every verb that changes what a month states calls it, and postEntries once more.
 * @throws Refusal for the form as a whole, naming the month
 */
export async function refuseClosed(tx: Tx, by: Actor, touched: Touched[]): Promise<void> {
  refuseIf([await closedFault(tx, by, touched)]);
}

/** What `refuseClosed` refuses with; null where nothing is closed to the act. */
export async function closedFault(tx: Tx, by: Actor, touched: Touched[]) {
  const first = await closedTo(tx, today(by.at), touched);
  return (
    first && ({ field: '', key: 'ledger.month-closed', values: { month: first.month } } as const)
  );
}

/**
 * What entries change of each month. A correction takes its difference back at the next reported month: that
 * entry lies in a later month and leaves its level as it was, so it touches only the month that it corrects.
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
  let level = 0;
  return [...sums].sort().flatMap(([month, change]) => {
    level += change;
    const isMoved = change !== 0 && (isOfMonth(measure) || level !== 0);
    return isMoved ? [{ month, parkId, ventureId }] : [];
  });
}
