import { type Day, endOfMonth, firstOf, lastWholeMonth, type Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Scope } from './measures.js';
import { type Levels, levelsByPark, parkIdsOf } from './totals.js';

/** How much of a jobs total was reported and how much carried forward, at the end of a month. */
export type Coverage = {
  month: Month;
  /** Parks with at least one venture at the month's end, and those of them with at least one return. */
  parks: number;
  parksReporting: number;
  /** Ventures at the month's end, each of which owes a return; returns that count; the rest is carried forward. */
  due: number;
  filed: number;
  carried: number;
};

export type CoverageQuery = { scope: Scope; asOf: Day; position?: number | undefined };

/** The coverage of the newest whole month at a day: it comes from the same entries as the totals. */
export async function coverageOf(reads: Reads, query: CoverageQuery): Promise<Coverage> {
  const byPark = await coverageByPark(reads, query.asOf, query.position);
  return byPark.sum(await parkIdsOf(reads, query.scope));
}

export type CoverageByPark = {
  month: Month;
  of(parkId: number): Coverage;
  sum(parkIds: readonly number[]): Coverage;
};

/** The coverage of every park at once. */
export async function coverageByPark(
  reads: Reads,
  asOf: Day,
  position?: number,
): Promise<CoverageByPark> {
  const month = lastWholeMonth(asOf);
  const levels = await levelsByPark(reads, endOfMonth(month), position);
  const filed = await filedByPark(reads, month, position);
  const of = (parkId: number) => coverageOfPark(month, levels, filed, parkId);
  return { month, of, sum: (parkIds) => add(month, parkIds.map(of)) };
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
  levels: Levels,
  filed: Map<number, number>,
  parkId: number,
): Coverage {
  const due = levels.of('ventures', parkId);
  const returns = filed.get(parkId) ?? 0;
  return {
    month,
    parks: due > 0 ? 1 : 0,
    parksReporting: returns > 0 ? 1 : 0,
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
