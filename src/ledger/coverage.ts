import { type Day, endOfMonth, firstOf, lastWholeMonth, type Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { handedInByPark } from './handed-in.js';
import type { Scope } from './measures.js';
import { type Levels, levelsByPark, parkIdsOf } from './totals.js';

/** How much of a jobs total was reported and how much carried forward, at the end of a month. */
export type Coverage = {
  month: Month;
  /** Parks with at least one venture at the month's end, and those of them that have reported: see `hasReported`. */
  parks: number;
  parksReporting: number;
  /** Ventures at the month's end, each of which owes a return; returns that count; the rest, whose last headcount, if there is one, is
   * carried forward. */
  due: number;
  filed: number;
  carried: number;
};

export type CoverageQuery = { scope: Scope; asOf: Day; position?: number | undefined };

/**
 * Whether a park has reported for a month, the one definition of it: its monthly return is handed in and was not sent
 * back. A park without a monthly return filed one by one: where other parks have one for the month, it has reported
 * when none of its ventures is missing; where no park has, when there is a return at all.
 * @param handedIn of the parks that have a monthly return, whether it is handed in
 */
export function hasReported(
  { due, filed }: Pick<Coverage, 'due' | 'filed'>,
  parkId: number,
  handedIn: Map<number, boolean>,
): boolean {
  if (due === 0) return false;
  const own = handedIn.get(parkId);
  if (own !== undefined) return own;
  return filed > 0 && (handedIn.size === 0 || filed >= due);
}

/** The coverage of the newest whole month at a day: it comes from the same entries as the totals. */
export async function coverageOf(reads: Reads, query: CoverageQuery): Promise<Coverage> {
  const byPark = await coverageByPark(reads, query.asOf, query.position);
  return byPark.sum(await parkIdsOf(reads, query.scope, query.asOf));
}

export type CoverageByPark = {
  month: Month;
  of(parkId: number): Coverage;
  /** How many of some parks have at least one return: what counted as reported before 28 November 2026. */
  filing(parkIds: readonly number[]): number;
  sum(parkIds: readonly number[]): Coverage;
};

/**
 * The coverage of every park at once.
 * @param at with a position, the moment up to which returns count as handed in or sent back
 */
export async function coverageByPark(
  reads: Reads,
  asOf: Day,
  position?: number,
  at?: Date,
): Promise<CoverageByPark> {
  const month = lastWholeMonth(asOf);
  const levels = await levelsByPark(reads, endOfMonth(month), position);
  const filed = await filedByPark(reads, month, position);
  const handedIn = await handedInByPark(reads, month, { position, at });
  const of = (parkId: number) => coverageOfPark(month, { levels, filed, handedIn }, parkId);
  return {
    month,
    of,
    sum: (parkIds) => add(month, parkIds.map(of)),
    filing: (parkIds) => parkIds.filter((id) => (filed.get(id) ?? 0) > 0).length,
  };
}

async function filedByPark(
  reads: Reads,
  month: Month,
  position?: number,
): Promise<Map<number, number>> {
  const rows: { parkId: number; amount: number | bigint }[] =
    position === undefined
      ? await reads.$queryRaw`SELECT "parkId", "amount" FROM "LedgerBalance"
        WHERE "measure" = 'returns' AND "month" = ${month}`
      : await reads.$queryRaw`SELECT "parkId", SUM("amount") AS "amount" FROM "LedgerEntry"
        WHERE "measure" = 'returns' AND "effectiveOn" >= ${firstOf(month)}
        AND "effectiveOn" <= ${endOfMonth(month)} AND "position" <= ${position} GROUP BY "parkId"`;
  return new Map(rows.map((row) => [row.parkId, Number(row.amount)]));
}

function coverageOfPark(
  month: Month,
  {
    levels,
    filed,
    handedIn,
  }: { levels: Levels; filed: Map<number, number>; handedIn: Map<number, boolean> },
  parkId: number,
): Coverage {
  const due = levels.of('ventures', parkId);
  const returns = filed.get(parkId) ?? 0;
  return {
    month,
    parks: due > 0 ? 1 : 0,
    parksReporting: hasReported({ due, filed: returns }, parkId, handedIn) ? 1 : 0,
    due,
    filed: returns,
    carried: due - returns,
  };
}

function add(month: Month, parts: Coverage[]): Coverage {
  const none = { month, parks: 0, parksReporting: 0, due: 0, filed: 0, carried: 0 };
  return parts.reduce(
    (sum, part) => ({
      month,
      parks: sum.parks + part.parks,
      parksReporting: sum.parksReporting + part.parksReporting,
      due: sum.due + part.due,
      filed: sum.filed + part.filed,
      carried: sum.carried + part.carried,
    }),
    none,
  );
}
