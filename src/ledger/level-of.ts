import { type Day, endOfMonth, firstOf, monthOf } from '../calendar/days.js';
import { listed } from '../database/listed.js';
import { nothing, type Sql, sql } from '../database/sql.js';
import type { Measure } from './measures.js';

/**
 * A question for the total of one measure as of a day, at the newest position: `count` is the level in some parks, or
 * in all for null. It reads balances before the day's month and the month's own entries up to the day.
 */
export function levelSql({
  measure,
  parkIds,
  asOf,
}: {
  measure: Measure;
  parkIds: number[] | null;
  asOf: Day;
}): Sql {
  const month = monthOf(asOf);
  const isWhole = endOfMonth(month) === asOf;
  const parks = parkIds === null ? nothing : sql`AND "parkId" IN ${listed(parkIds)}`;
  const balances = sql`SELECT "amount" FROM "LedgerBalance" WHERE "measure" = ${measure} ${parks} AND "month"`;
  const amounts = isWhole
    ? sql`${balances} <= ${month}`
    : sql`${balances} < ${month} UNION ALL SELECT "amount" FROM "LedgerEntry"
        WHERE "measure" = ${measure} ${parks} AND "effectiveOn" >= ${firstOf(month)} AND "effectiveOn" <= ${asOf}`;
  return sql`SELECT COALESCE(SUM("amount"), 0) AS "count" FROM (${amounts}) AS "amounts"`;
}
