import {
  addMonths,
  endOfMonth,
  type Month,
  monthOf,
  monthsBetween,
  today,
} from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, type Fault, refuseIf } from '../language/refusal.js';
import { markClosed } from '../ledger/closed-months.js';
import { levelsOnDays } from '../ledger/totals.js';
import { refuseUnless } from '../people/acting-viewer.js';
import type { Viewer } from '../people/viewer.js';
import { Forbidden } from '../web/errors.js';

/** Who closes months, asks for a reopening and agrees to one. */
export const canClose = (viewer: Viewer): boolean => viewer.role === 'bureau-staff';

/** The month that can be closed next: months close one after the other; null while nothing is recorded. */
export async function nextToClose(reads: Reads): Promise<Month | null> {
  const newest = await reads.closedMonth.findFirst({ orderBy: { month: 'desc' } });
  if (newest) return addMonths(newest.month, 1);
  const first = await reads.ledgerBalance.findFirst({ orderBy: { month: 'asc' } });
  return first?.month ?? null;
}

/** The parks with ventures at a month's end whose return was neither accepted nor skipped. */
export async function openParks(reads: Reads, month: Month): Promise<number[]> {
  return (await openParksByMonth(reads, { from: month, month })).get(month) ?? [];
}

/** The same for each month from one to another. */
export async function openParksByMonth(
  reads: Reads,
  { from, month: to }: { from: Month; month: Month },
): Promise<Map<Month, number[]>> {
  const months = monthsBetween(from, to);
  const levels = await levelsOnDays(reads, months.map(endOfMonth));
  const parks = await reads.park.findMany({ select: { id: true }, orderBy: { number: 'asc' } });
  const done = await reads.monthlyReturn.findMany({
    where: {
      month: { gte: from, lte: to },
      state: { in: ['accepted', 'skipped'] },
    },
    select: { parkId: true, month: true },
  });
  const isDone = new Set(done.map(({ parkId, month }) => `${parkId} ${month}`));
  const openIn = (month: Month) =>
    parks
      .map(({ id }) => id)
      .filter((id) => (levels.get(endOfMonth(month))?.of('ventures', id) ?? 0) > 0)
      .filter((id) => !isDone.has(`${id} ${month}`));
  return new Map(months.map((month) => [month, openIn(month)]));
}

/** Months that are closed, why, and who asked for it where returns of them are missing. */
export type Closing = {
  month: Month;
  reason: string;
  /** Of whom another agrees; null where one person closes. */
  requestedById?: number | null;
};

/**
 * Closes a month (锁定): from now on nothing is written that would move it, on any path. Where returns of it are missing
 * this takes two: who asked for it, and another who agrees; the system may do so alone.
 * @throws Refusal for a month that is not over or not the next in turn, and, where returns of it are missing,
 *   without a reason or a second person; Forbidden for who asked for it; Conflict when it is closed already
 */
export async function closeMonth(
  tx: Tx,
  by: Actor,
  { month, reason, requestedById = null }: Closing,
): Promise<void> {
  await refuseUnless(tx, by, canClose);
  if (requestedById !== null && requestedById === by.accountId)
    throw new Forbidden('returns.closing.second');
  await refuseOutOfTurn(tx, by, month);
  const open = await openParks(tx, month);
  refuseIf([
    missingReason(month, open.length, reason),
    open.length > 0 &&
      by.accountId !== null &&
      requestedById === null && { field: '', key: 'returns.closing.needs-second' },
  ]);
  await markClosed(tx, by, { month, reason, requestedById });
  recordEvent(tx, by, {
    verb: 'month.closed',
    subjectKind: 'month',
    subjectId: monthNumber(month),
    reason,
    detail: {
      month,
      openParks: open.length,
      ...(requestedById === null ? {} : { requestedById }),
    },
  });
}

/** @throws Refusal for a month that is not over, or not the next to be closed; Conflict for one that is closed */
export async function refuseOutOfTurn(tx: Tx, by: Actor, month: Month): Promise<void> {
  if (await tx.closedMonth.findUnique({ where: { month } }))
    throw new Conflict('returns.closing.closed-already');
  const next = await nextToClose(tx);
  refuseIf([
    month >= monthOf(today(by.at)) && { field: '', key: 'returns.month-not-over' },
    month !== next && {
      field: '',
      key: 'returns.closing.in-turn',
      values: { month: next === null ? '—' : { month: next } },
    },
  ]);
}

/** That a month is closed without so many returns has to be explained. */
export const missingReason = (month: Month, parks: number, reason: string): Fault | false =>
  parks > 0 &&
  reason.trim() === '' && {
    field: 'reason',
    key: 'returns.closing.reason',
    values: { month: { month }, parks },
  };

/**
 * Closes the months from one up to another, each as closeMonth does: all of them or none.
 * @throws what closeMonth throws for the first that cannot be closed
 */
export async function closeMonths(
  tx: Tx,
  by: Actor,
  { from, month, ...closing }: Closing & { from: Month },
): Promise<void> {
  for (const each of monthsBetween(from, month))
    await closeMonth(tx, by, { ...closing, month: each });
}

/** A month as the number under which its history stands: 202412. */
export const monthNumber = (month: Month): number => Number(month.replace('-', ''));
