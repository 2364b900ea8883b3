import type { Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';

/** Ventures of a park at a month's end, each of which owes a return, and those of them without one. */
export type MissingReturns = { due: number; carried: number };

type BalanceRow = { measure: string; parkId: number; month: Month | null; amount: number | bigint };

/**
 * The returns that are missing in each park at the end of each of some months, in one question: the same numbers as
 * `coverageByPark` gives for one month.
 * @param months without a gap, oldest first
 */
export async function missingByMonth(
  reads: Reads,
  months: readonly [Month, ...Month[]],
): Promise<(month: Month, parkId: number) => MissingReturns> {
  const [first, last] = [months[0], months.at(-1) ?? months[0]];
  const rows: BalanceRow[] = await reads.$queryRaw`
    SELECT "measure", "parkId", CASE WHEN "month" >= ${first} THEN "month" END AS "month", SUM("amount") AS "amount"
    FROM "LedgerBalance"
    WHERE "month" <= ${last} AND ("measure" = 'ventures' OR ("measure" = 'returns' AND "month" >= ${first}))
    GROUP BY 1, 2, 3`;
  const amounts = new Map(
    rows.map((row) => [keyOf(row.measure, row.parkId, row.month), Number(row.amount)]),
  );
  const of = (measure: string, parkId: number, month: Month | null) =>
    amounts.get(keyOf(measure, parkId, month)) ?? 0;
  return (month, parkId) => {
    const movements = months
      .filter((each) => each <= month)
      .map((it) => of('ventures', parkId, it));
    const due = movements.reduce((sum, n) => sum + n, of('ventures', parkId, null));
    return { due, carried: due - of('returns', parkId, month) };
  };
}

const keyOf = (measure: string, parkId: number, month: Month | null): string =>
  `${measure} ${parkId} ${month ?? ''}`;
