import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { changeRows, rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { nextMonth } from '../ledger/causes/lease-records.js';

/**
 * Leases that ran out and were not ended (超期占用) go on as agreed: their rent is entered up to the month that runs, as far
 * as it is not. Run again in the same month it does nothing.
 * @returns the ventures whose leases go on, for whoever restates their rent
 */
export async function goOnHolding(tx: Tx, by: Actor): Promise<number[]> {
  const day = today(by.at);
  const leases = await rowsOf<{ id: number; ventureId: number }>(
    tx,
    sql`SELECT "id", "ventureId" FROM "Tenancy" WHERE "endedOn" IS NULL AND "termEndOn" <= ${day}
      AND COALESCE("heldOverTo", "termEndOn") <= ${day} ORDER BY "id"`,
  );
  if (leases.length === 0) return [];
  await changeRows(
    tx,
    sql`UPDATE "Tenancy" SET "heldOverTo" = ${nextMonth(day)}
      WHERE "id" IN ${listed(leases.map(({ id }) => id))}`,
  );
  return [...new Set(leases.map(({ ventureId }) => ventureId))];
}

/** Until when the rent of a lease is entered beyond its term on a day; null where it is not. */
export const enteredUntil = (
  { endedOn, termEndOn }: { endedOn: Day | null; termEndOn: Day },
  now: Day,
): Day | null => (endedOn === null && termEndOn <= now ? nextMonth(now) : null);
