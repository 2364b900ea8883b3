import {
  addDays,
  addMonths,
  type Day,
  endOfMonth,
  firstOf,
  type Month,
  monthOf,
} from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { listed } from '../database/listed.js';
import { joinInOrder, sentField, sentRows } from '../database/sent-rows.js';
import { join, type Sql, sql } from '../database/sql.js';
import { HEAD } from './known-in-act.js';
import { type Listed, type Measure, measures, type Scope, termsOf } from './measures.js';
import { isInRegion, parksOn } from './parks-on.js';

/** Which total: as of a day, and as the ledger stood at a position (the newest where none is given). */
export type TotalQuery = {
  measure: Listed;
  scope: Scope;
  asOf: Day;
  position?: number | undefined;
};

/** The position of the newest entry; 0 while there is none. */
export async function headPosition(reads: Reads): Promise<number> {
  return (await reads.ledgerHead.findUniqueOrThrow({ where: { id: HEAD } })).position;
}

/** Σ amount where effectiveOn ≤ asOf and position ≤ the given one, over the parks of the scope. */
export async function totalOf(reads: Reads, query: TotalQuery): Promise<number> {
  const levels = await levelsByPark(reads, query.asOf, query.position);
  const parks = await parkIdsOf(reads, query.scope, query.asOf);
  return levels.sum(query.measure, parks);
}

/** Every measure in every park, read in one statement and so at one moment. */
export class Levels {
  readonly #amounts = new Map<string, number>();
  constructor(rows: { measure: string; parkId: number; amount: number | bigint }[]) {
    for (const row of rows) this.#amounts.set(`${row.measure} ${row.parkId}`, Number(row.amount));
  }
  /** What is a sum of measures is added up; a flow is all that there was up to the day. */
  of(measure: Listed, parkId: number): number {
    const part = (of: Measure) => this.#amounts.get(`${of} ${parkId}`) ?? 0;
    return termsOf(measure).reduce((sum, { of, sign }) => sum + sign * part(of), 0);
  }
  sum(measure: Listed, parkIds: readonly number[]): number {
    return parkIds.reduce((sum, parkId) => sum + this.of(measure, parkId), 0);
  }
}

/**
 * All measures by park as of a day. At the newest position it costs the balances before the day's month
 * and the month's own entries up to the day, or balances alone at a month's end; at an earlier one, the entries up to the day.
 */
export async function levelsByPark(reads: Reads, asOf: Day, position?: number): Promise<Levels> {
  const amounts =
    position === undefined
      ? newestAmounts(asOf)
      : entriesOf(sql`"effectiveOn" <= ${asOf} AND "position" <= ${position}`);
  return new Levels(
    await reads.$queryRaw`SELECT "measure", "parkId", SUM("amount") AS "amount"
      FROM (${amounts}) AS "amounts" GROUP BY "measure", "parkId"`,
  );
}

/** The same at the newest position as of several days, by one statement whose text is the same for any number of them. */
export async function levelsOnDays(reads: Reads, days: readonly Day[]): Promise<Map<Day, Levels>> {
  const sent = [...new Set(days)].map((day) => {
    const month = monthOf(day);
    const isEnd = endOfMonth(month) === day;
    // Balances up to a month, and of the month that is not over by the day its own entries: none after its last day.
    return [day, isEnd ? month : addMonths(month, -1), isEnd ? addDays(day, 1) : firstOf(month)];
  });
  const day = sentField('asked', 0);
  const rows: { day: Day; measure: string; parkId: number; amount: number | bigint }[] =
    await reads.$queryRaw`SELECT "day", "measure", "parkId", SUM("amount") AS "amount" FROM (
        SELECT ${day} AS "day", b."measure", b."parkId", b."amount"
        FROM ${sentRows(sent)} AS "asked" ${joinInOrder} "LedgerBalance" b ON b."month" <= ${sentField('asked', 1)}
        UNION ALL
        SELECT ${day}, e."measure", e."parkId", e."amount"
        FROM ${sentRows(sent)} AS "asked" ${joinInOrder} "LedgerEntry" e ON e."measure" IN ${listed(Object.keys(measures))}
          AND e."effectiveOn" >= ${sentField('asked', 2)} AND e."effectiveOn" <= ${day}
      ) AS "amounts" GROUP BY "day", "measure", "parkId"`;
  const byDay = new Map<Day, typeof rows>(days.map((each) => [each, []]));
  for (const row of rows) byDay.get(row.day)?.push(row);
  return new Map([...byDay].map(([each, of]) => [each, new Levels(of)]));
}

/** A month's last day, to which its returns belong, is all balances. */
function newestAmounts(asOf: Day): Sql {
  const month = monthOf(asOf);
  const before = sql`SELECT "measure", "parkId", "amount" FROM "LedgerBalance" WHERE "month"`;
  if (endOfMonth(month) === asOf) return sql`${before} <= ${month}`;
  const since = sql`"effectiveOn" >= ${firstOf(month)} AND "effectiveOn" <= ${asOf}`;
  return sql`${before} < ${month} UNION ALL ${entriesOf(since)}`;
}

/** Entries of every measure that a total reads, each by its index. */
const entriesOf = (condition: Sql): Sql =>
  join(
    Object.keys(measures).map(
      (measure) => sql`SELECT "measure", "parkId", "amount" FROM "LedgerEntry"
        WHERE "measure" = ${measure} AND ${condition}`,
    ),
    ' UNION ALL ',
  );

/** The ids of the parks in a scope on a day, in their order; an unknown region or park has none. */
export async function parkIdsOf(reads: Reads, scope: Scope, day: Day): Promise<number[]> {
  const parks = await parksOn(reads, day);
  return parks
    .filter((park) => scope.kind !== 'park' || park.id === scope.id)
    .filter((park) => scope.kind !== 'region' || isInRegion(park, scope.code))
    .map(({ id }) => id);
}

/**
 * What each month added to a measure, by park: balances at the newest position. Months without entries are absent.
 * A stock's level at a month's end is the sum of all months up to it.
 */
export async function changesByMonth(
  reads: Reads,
  query: { measure: Listed; parkIds: number[]; position?: number | undefined },
): Promise<Map<Month, number>> {
  const { measure, parkIds, position } = query;
  if (parkIds.length === 0) return new Map();
  const among = join(termsOf(measure).map(({ of }) => of));
  const rows: { month: string; amount: number | bigint }[] =
    position === undefined
      ? await reads.$queryRaw`SELECT "month", SUM("amount") AS "amount" FROM "LedgerBalance"
        WHERE "measure" IN (${among}) AND "parkId" IN ${listed(parkIds)} GROUP BY "month"`
      : await reads.$queryRaw`SELECT SUBSTR("effectiveOn", 1, 7) AS "month", SUM("amount") AS "amount"
        FROM "LedgerEntry" WHERE "measure" IN (${among}) AND "parkId" IN ${listed(parkIds)}
        AND "position" <= ${position} GROUP BY 1`;
  return new Map(rows.map((row) => [row.month, Number(row.amount)]));
}
