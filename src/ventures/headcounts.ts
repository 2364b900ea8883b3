import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';

/**
 * The jobs of the venture v as of a day, from the ledger: what it adds to every total of that day; NULL where it has
 * never reported, which is not the same as zero. Asked venture by venture, so that each takes its own few entries and
 * never the whole measure.
 */
export const jobsBy = (asOf: Day): Sql => sql`
  CASE WHEN EXISTS (SELECT 1 FROM "LedgerEntry"
    WHERE "ventureId" = v."id" AND "measure" = 'returns' AND "effectiveOn" <= ${asOf})
  THEN (SELECT COALESCE(SUM("amount"), 0) FROM "LedgerEntry"
    WHERE "ventureId" = v."id" AND "measure" = 'jobs' AND "effectiveOn" <= ${asOf}) END`;

/** The same of several; one that has never reported is absent. */
export async function headcountsOf(
  reads: Reads,
  ventureIds: number[],
  asOf: Day,
): Promise<Map<number, number>> {
  if (ventureIds.length === 0) return new Map();
  const rows = await rowsOf<{ id: number; jobs: number | null }>(
    reads,
    sql`SELECT v."id" AS "id", ${jobsBy(asOf)} AS "jobs" FROM "Venture" v WHERE v."id" IN ${listed(ventureIds)}`,
  );
  return new Map(rows.flatMap(({ id, jobs }) => (jobs === null ? [] : [[id, jobs]])));
}
