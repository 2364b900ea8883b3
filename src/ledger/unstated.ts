import { lastWholeMonth } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import { workerKindOf } from './measures.js';
import { contributions, type RecordQuery, recordSummary } from './record-list.js';
import { hasStated, isKindUnknown } from './workers-stated.js';

/**
 * Whether a total is not known rather than nil: of workers of a kind that none of the ventures it would count has
 * stated since it came, though they employ people. Of what was stated it goes by the returns as they stand now.
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
  const { sum: jobs } = await recordSummary(reads, Object.assign({ measure: 'jobs' as const }, of));
  // Who states is asked for only where there is something to ask: it reads returns.
  if (jobs === 0) return false;
  const ventures = contributions(Object.assign({ measure: 'ventures' as const }, of));
  const by = { month: lastWholeMonth(query.asOf), day: query.asOf };
  const stating = await rowsOf(
    reads,
    sql`SELECT 1 AS "found" FROM (${ventures}) AS x WHERE ${hasStated(kind, sql`x."ventureId"`, by)} LIMIT 1`,
  );
  return isKindUnknown({ amount: sum, jobs, stating: stating.length });
}
