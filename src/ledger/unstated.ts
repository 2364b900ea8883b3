import { lastWholeMonth } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { column, sql } from '../database/sql.js';
import { workerKindOf } from './measures.js';
import { contributions, type RecordQuery, recordSummary } from './record-list.js';

/**
 * Whether a total is not known rather than nil: of workers of a kind that none of the ventures it would count has ever
 * stated, though they employ people. Of what was stated it goes by the returns as they stand now.
 * @param sum the total, as it was added up
 */
export async function isUnstated(
  reads: Reads,
  query: Omit<RecordQuery, 'from'>,
  sum: number,
): Promise<boolean> {
  const kind = workerKindOf(query.measure);
  if (kind === undefined || sum !== 0) return false;
  const { measure: _, ...of } = query;
  const jobs = await recordSummary(reads, Object.assign({ measure: 'jobs' as const }, of));
  if (jobs.sum === 0) return false;
  const ventures = contributions(Object.assign({ measure: 'ventures' as const }, of));
  const stated = await rowsOf(
    reads,
    sql`SELECT 1 AS "found" FROM (${ventures}) AS x JOIN "JobsReturn" j ON j."ventureId" = x."ventureId"
      WHERE NOT j."setAside" AND j.${column(kind)} IS NOT NULL AND j."month" <= ${lastWholeMonth(query.asOf)}
      LIMIT 1`,
  );
  return stated.length === 0;
}
