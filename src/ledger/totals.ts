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
 * All measures by park as of a day. At the newest position it is asked by itself, in the order of the balances,
 * which is cheaper than asking as of several days; at an earlier one see `levelsOnDays`.
 */
export async function levelsByPark(reads: Reads, asOf: Day, position?: number): Promise<Levels> {
  if (position !== undefined) {
    const levels = await levelsOnDays(reads, [asOf], position);
    return levels.get(asOf) ?? new Levels([]);
  }
  const { balancesTo, entriesFrom } = termsAsOf(asOf);
  const since = sql`"effectiveOn" >= ${entriesFrom} AND "effectiveOn" <= ${asOf}`;
  return new Levels(
    await reads.$queryRaw`SELECT "measure", "parkId", SUM("amount") AS "amount" FROM (
        SELECT "measure", "parkId", "amount" FROM "LedgerBalance" WHERE "month" <= ${balancesTo}
        UNION ALL SELECT "measure", "parkId", "amount" FROM "LedgerEntry" WHERE ${ofListed(since)}
      ) AS "amounts" GROUP BY "measure", "parkId"`,
  );
}

/** Balances up to a month, and of the month that is not over by the day its own entries: none after its last day. */
function termsAsOf(day: Day): { balancesTo: Month; entriesFrom: Day } {
  const month = monthOf(day);
  return endOfMonth(month) === day
    ? { balancesTo: month, entriesFrom: addDays(day, 1) }
    : { balancesTo: addMonths(month, -1), entriesFrom: firstOf(month) };
}

/**
 * All measures by park as of several days, by one statement whose text is the same for any number of them. It costs the
 * balances before each day's month and the month's own entries up to the day, or balances alone at a month's end; as the
 * ledger stood at an earlier position, also the entries made since, which are taken off again, or in their place those
 * made until then where these are fewer.
 */
export async function levelsOnDays(
  reads: Reads,
  days: readonly Day[],
  position?: number,
): Promise<Map<Day, Levels>> {
  const sent = [...new Set(days)].map((day) => {
    const { balancesTo, entriesFrom } = termsAsOf(day);
    return [day, balancesTo, entriesFrom];
  });
  const rows: { day: Day; measure: string; parkId: number; amount: number | bigint }[] =
    await reads.$queryRaw`WITH "asked" AS MATERIALIZED (
        SELECT ${sentField('a', 0)} AS "day", ${sentField('a', 1)} AS "month", ${sentField('a', 2)} AS "since"
        FROM ${sentRows(sent)} AS "a"
      )
      SELECT "day", "measure", "parkId", SUM("amount") AS "amount" FROM (${amountsAt(position)})
        AS "amounts" GROUP BY "day", "measure", "parkId"`;
  const byDay = new Map<Day, typeof rows>(days.map((each) => [each, []]));
  for (const row of rows) byDay.get(row.day)?.push(row);
  return new Map([...byDay].map(([each, of]) => [each, new Levels(of)]));
}

/** What the levels of the days that are asked for are the sums of. */
function amountsAt(position: number | undefined): Sql {
  if (position === undefined) return newestWhere(sql`1 = 1`);
  // Asked within the statement, so that it and its entries are of one moment.
  const isNearer = sql`((SELECT "position" FROM "LedgerHead") - ${position} <= ${position})`;
  return sql`${newestWhere(isNearer)}
    UNION ALL SELECT "day", "measure", "parkId", -"amount"
      FROM "asked" ${joinInOrder} "LedgerEntry" ON "position" > ${position} AND "effectiveOn" <= "day" AND ${isNearer}
    UNION ALL ${entriesOf(sql`"effectiveOn" <= "day" AND "position" <= ${position} AND NOT ${isNearer}`)}`;
}

const newestWhere = (condition: Sql): Sql =>
  sql`SELECT "day", "measure", "parkId", "amount"
      FROM "asked" ${joinInOrder} "LedgerBalance" b ON b."month" <= "asked"."month" AND ${condition}
    UNION ALL ${entriesOf(sql`"effectiveOn" >= "since" AND "effectiveOn" <= "day" AND ${condition}`)}`;

/** Of the entries, each by its index, those that a total reads. */
const ofListed = (condition: Sql): Sql =>
  sql`"measure" IN ${listed(Object.keys(measures))} AND ${condition}`;

/** Such entries of each day that is asked for. */
const entriesOf = (condition: Sql): Sql =>
  sql`SELECT "day", "measure", "parkId", "amount"
    FROM "asked" ${joinInOrder} "LedgerEntry" ON ${ofListed(condition)}`;

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
  const which = sql`"measure" IN (${among}) AND "parkId" IN ${listed(parkIds)}`;
  const rows: { month: string; amount: number | bigint }[] =
    position === undefined
      ? await reads.$queryRaw`SELECT "month", SUM("amount") AS "amount" FROM "LedgerBalance"
        WHERE ${which} GROUP BY "month"`
      : await reads.$queryRaw`SELECT SUBSTR("effectiveOn", 1, 7) AS "month", SUM("amount") AS "amount"
        FROM "LedgerEntry" WHERE ${which} AND "position" <= ${position} GROUP BY 1`;
  return new Map(rows.map((row) => [row.month, Number(row.amount)]));
}
