import { endOfMonth, firstOf, type Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { type RecordRow, recordRows } from '../ledger/record-list.js';
import { venturesInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';

export const missingOnAPage = 50;

export type FiledReturn = Prisma.JobsReturnGetPayload<object>;

/** The return of a month, one that was set aside too, or null. */
export const findReturn = (
  reads: Reads,
  ventureId: number,
  month: Month,
): Promise<FiledReturn | null> =>
  reads.jobsReturn.findUnique({ where: { ventureId_month: { ventureId, month } } });

/** The newest return before a month that counts. */
export const returnBefore = (
  reads: Reads,
  ventureId: number,
  month: Month,
): Promise<FiledReturn | null> =>
  reads.jobsReturn.findFirst({
    where: { ventureId, setAside: false, month: { lt: month } },
    orderBy: { month: 'desc' },
  });

export type MissingReturn = RecordRow & { number: string; name: string };

/** The ventures of parks that were there at a month's end and have filed no return for it, some of them from an offset. */
export async function missingReturns(
  reads: Reads,
  viewer: Viewer,
  { parkIds, month }: { parkIds: number[]; month: Month },
  offset: number,
): Promise<MissingReturn[]> {
  const rows = await recordRows(
    reads,
    { measure: 'owed', parkIds, asOf: endOfMonth(month), from: firstOf(month) },
    { offset, limit: missingOnAPage },
  );
  const ids = rows.map((row) => Number(row.ventureId));
  const ventures = await reads.venture.findMany({
    where: { AND: [venturesInScope(viewer), { id: { in: ids } }] },
    select: { id: true, number: true, name: true },
  });
  const ventureOf = new Map(ventures.map((venture) => [venture.id, venture]));
  return rows.flatMap((row) => {
    const venture = ventureOf.get(Number(row.ventureId));
    return venture ? [{ ...row, number: venture.number, name: venture.name }] : [];
  });
}
