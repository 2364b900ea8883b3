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
  const rows = await reads.$queryRaw<{ ventureId: number; jobs: number | bigint }[]>`
    SELECT "ventureId", SUM(CASE WHEN "measure" = 'jobs' THEN "amount" ELSE 0 END) AS "jobs"
    FROM "LedgerEntry" WHERE "ventureId" IN (${join(ventureIds)})
    AND "measure" IN ('jobs', 'returns') AND "effectiveOn" <= ${asOf} GROUP BY "ventureId"`;
  return new Map(rows.map((row) => [Number(row.ventureId), Number(row.jobs)]));
}
