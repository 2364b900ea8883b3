import {
  type Day,
  endOfMonth,
  lastWholeMonth,
  type Month,
  monthOf,
  monthsBetween,
} from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';

/** A venture's jobs at a month's end: null where it is in no park or has not reported yet. */
export type MonthLevel = {
  month: Month;
  jobs: number | null;
  /** Reported for this month, carried forward from an earlier one, or nothing to report. */
  source: 'filed' | 'carried' | 'none';
};

type Change = { month: Month; measure: string; amount: number };

/** The levels of a venture at each month's end, from its first entry to the newest whole month, out of the ledger. */
export async function headcountSeries(
  reads: Reads,
  ventureId: number,
  today: Day,
): Promise<MonthLevel[]> {
  const changes = await rowsOf<Change>(
    reads,
    sql`SELECT SUBSTR("effectiveOn", 1, 7) AS "month", "measure", SUM("amount") AS "amount"
    FROM "LedgerEntry" WHERE "ventureId" = ${ventureId} AND "effectiveOn" <= ${endOfMonth(lastWholeMonth(today))}
    GROUP BY 1, 2`,
  );
  const months = changes.map((change) => change.month).sort();
  const first = months[0];
  return first === undefined ? [] : levels(changes, monthsBetween(first, lastWholeMonth(today)));
}

function levels(changes: Change[], months: Month[]): MonthLevel[] {
  const amounts = new Map(changes.map((one) => [`${one.measure} ${one.month}`, one.amount]));
  const of = (measure: string, month: Month) => amounts.get(`${measure} ${month}`) ?? 0;
  let [present, jobs, returns] = [0, 0, 0];
  return months.map((month) => {
    const filed = of('returns', month);
    present += of('ventures', month);
    jobs += of('jobs', month);
    returns += filed;
    if (present === 0 || returns === 0) return { month, jobs: null, source: 'none' };
    return { month, jobs, source: filed > 0 ? 'filed' : 'carried' };
  });
}

/** The newest month that a venture owes a return for, or null: one at whose end it was in a park. */
export function monthToFile(
  stays: { beganOn: Day; endedOn: Day | null }[],
  today: Day,
): Month | null {
  const day = endOfMonth(lastWholeMonth(today));
  const isIn = stays.some(
    (stay) => stay.beganOn <= day && (stay.endedOn === null || day < stay.endedOn),
  );
  return isIn ? monthOf(day) : null;
}
