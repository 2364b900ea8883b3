import type { Reads } from '../database/database.js';
import { termsOf } from './measures.js';
import type { RecordQuery } from './record-list.js';

/** The entries that one record's share of a total is the sum of: of a venture in a park, of a park, or of a waiver. */
export async function entriesOfRecord(
  reads: Reads,
  query: RecordQuery,
  { waiverId, ...record }: { parkId: number; ventureId: number | null; waiverId: number | null },
) {
  const { measure, asOf, from, position } = query;
  const effectiveOn = from === undefined ? { lte: asOf } : { gte: from, lte: asOf };
  const months =
    waiverId === null
      ? null
      : await reads.waiverMonth.findMany({ where: { waiverId }, select: { id: true } });
  const entries = await reads.ledgerEntry.findMany({
    where: {
      measure: { in: termsOf(measure).map(({ of }) => of) },
      ...record,
      effectiveOn,
      ...(position === undefined ? {} : { position: { lte: position } }),
      ...(months === null ? {} : { causeId: { in: months.map(({ id }) => id) } }),
    },
    include: { actor: { select: { name: true } } },
    orderBy: { position: 'asc' },
  });
  return entries.map((entry) => ({
    ...entry,
    amount: Number(entry.amount),
    actor: entry.actor?.name ?? null,
  }));
}
export type ListedEntry = Awaited<ReturnType<typeof entriesOfRecord>>[number];
