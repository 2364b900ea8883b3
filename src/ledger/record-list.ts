import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { join, type Sql, sql } from '../database/sql.js';
import type { Measure } from './measures.js';

/** Which records make a number: the same measure, parks, day and position as the total itself. */
export type RecordQuery = {
  measure: Measure;
  parkIds: number[];
  asOf: Day;
  /** For a flow, the first day of its period. */
  from?: Day | undefined;
  position?: number | undefined;
};

/** What one venture in one park adds to a total (for the measure parks, one park: ventureId is null). */
export type RecordRow = { parkId: number; ventureId: number | null; amount: number };

/** How many records make the number, and their sum: the number itself. */
export async function recordSummary(
  reads: Reads,
  query: RecordQuery,
): Promise<{ count: number; sum: number }> {
  const [row] = await reads.$queryRaw<{ count: number | bigint; sum: number | bigint | null }[]>`
    SELECT COUNT(*) AS "count", SUM("amount") AS "sum" FROM (${contributions(query)}) AS "records"`;
  return { count: Number(row?.count ?? 0), sum: Number(row?.sum ?? 0) };
}

/** The records of a number, largest amount first, so many from an offset. */
export async function recordRows(
  reads: Reads,
  query: RecordQuery,
  page: { offset: number; limit: number },
): Promise<RecordRow[]> {
  const rows = await reads.$queryRaw<
    { parkId: number; ventureId: number | null; amount: number | bigint }[]
  >`
    SELECT * FROM (${contributions(query)}) AS "records"
    ORDER BY "amount" DESC, "parkId", "ventureId" LIMIT ${page.limit} OFFSET ${page.offset}`;
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}

/** Each venture's share of the total; one that comes to nothing is not a record of it. */
function contributions(query: RecordQuery): Sql {
  const conditions = [
    sql`"measure" = ${query.measure}`,
    sql`"parkId" IN (${join(query.parkIds.length > 0 ? query.parkIds : [0])})`,
    sql`"effectiveOn" <= ${query.asOf}`,
  ];
  if (query.from !== undefined) conditions.push(sql`"effectiveOn" >= ${query.from}`);
  if (query.position !== undefined) conditions.push(sql`"position" <= ${query.position}`);
  return sql`SELECT "parkId", "ventureId", SUM("amount") AS "amount" FROM "LedgerEntry"
    WHERE ${join(conditions, ' AND ')} GROUP BY "parkId", "ventureId" HAVING SUM("amount") <> 0`;
}
