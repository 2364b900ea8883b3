import type { Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { type Sql, sql } from '../database/sql.js';

/** Up to when something was known: a position of the ledger (the newest where none is named), and a moment. */
export type KnownAt = { position?: number | undefined; at?: Date | undefined };

/**
 * Of the parks that have a monthly return for a month, whether it is handed in: submitted, and not sent back. Empty for
 * a month in which no park has one: its ventures filed one by one.
 */
export async function handedInByPark(
  reads: Reads,
  month: Month,
  known: KnownAt = {},
): Promise<Map<number, boolean>> {
  const rows = await rowsOf<{ parkId: number; isHandedIn: number }>(reads, question(month, known));
  return new Map(rows.map(({ parkId, isHandedIn }) => [parkId, isHandedIn === 1]));
}

/** A moment after all: a time in full, as a column of times would read '9999' as a number. */
const never = '9999-12-31T00:00:00.000+00:00';

function question(month: Month, { position, at }: KnownAt): Sql {
  if (position === undefined)
    return sql`SELECT "parkId", "state" IN ('submitted', 'approved', 'accepted') AS "isHandedIn"
      FROM "MonthlyReturn" WHERE "month" = ${month}`;
  // What is known at a position holds until the next entry: a return that is sent back makes none.
  const next = sql`COALESCE((SELECT "recordedAt" FROM "LedgerEntry" WHERE "position" = ${position + 1}), ${never})`;
  return asOf(month, sql`e."at" < ${next} AND e."at" <= ${at ?? never}`);
}

/** By the newest move of each return up to a moment, as its history tells it. */
const asOf = (month: Month, until: Sql): Sql => sql`
  SELECT "parkId", "verb" IN ('monthly-return.submitted', 'monthly-return.approved', 'monthly-return.accepted')
    AS "isHandedIn"
  FROM (SELECT m."parkId", (SELECT e."verb" FROM "HistoryEvent" e
      WHERE e."subjectKind" = 'monthly-return' AND e."subjectId" = m."id" AND ${until}
        AND e."verb" IN ('monthly-return.begun', 'monthly-return.submitted', 'monthly-return.sent-back',
          'monthly-return.approved', 'monthly-return.accepted', 'monthly-return.skipped', 'monthly-return.resumed')
      ORDER BY e."id" DESC LIMIT 1) AS "verb"
    FROM "MonthlyReturn" m WHERE m."month" = ${month})
  WHERE "verb" IS NOT NULL`;
