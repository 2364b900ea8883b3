import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { join } from '../database/sql.js';

/**
 * The jobs of ventures as of a day, from the ledger: what they add to every total of that day.
 * One that has never reported is absent, which is not the same as zero.
 */
export async function headcountsOf(
  reads: Reads,
  ventureIds: number[],
  asOf: Day,
): Promise<Map<number, number>> {
  if (ventureIds.length === 0) return new Map();
  // Asked venture by venture, so that each takes its own few entries and never the whole measure.
  const rows = await reads.$queryRaw<{ id: number; jobs: number | bigint | null }[]>`
    SELECT v."id" AS "id", (SELECT SUM("amount") FROM "LedgerEntry"
      WHERE "ventureId" = v."id" AND "measure" = 'jobs' AND "effectiveOn" <= ${asOf}) AS "jobs"
    FROM "Venture" v WHERE v."id" IN (${join(ventureIds)}) AND EXISTS (SELECT 1 FROM "LedgerEntry"
      WHERE "ventureId" = v."id" AND "measure" = 'returns' AND "effectiveOn" <= ${asOf})`;
  return new Map(rows.map((row) => [Number(row.id), Number(row.jobs ?? 0)]));
}
