import type { Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { reachesOfFounders, refuseClosedDays } from '../ledger/dated-attributes.js';

/** The id of the newest category of a person: what is added after it is new. */
export async function newestCategory(tx: Tx): Promise<number> {
  const [row] = await rowsOf<{ id: number | null }>(
    tx,
    sql`SELECT MAX("id") AS "id" FROM "PersonCategory"`,
  );
  return row?.id ?? 0;
}

/**
 * Refuses categories that were added to people whom closed months count among the founders of a venture. A person who
 * is new to the register founded nothing yet.
 * @param after the newest one before, as `newestCategory` found it
 */
export async function refuseClosedCategories(tx: Tx, by: Actor, after: number): Promise<void> {
  // As a list, that the question begins with the few new ones: a range would have it read every role of the network.
  const added = sql`pc."id" IN (SELECT "id" FROM "PersonCategory" WHERE "id" > ${after})`;
  const reaches = await reachesOfFounders(tx, added, '');
  await refuseClosedDays(tx, by, 'PersonCategory.beganOn', reaches);
}

/** Refuses that a founder comes or goes in a closed month, where that moves what is counted by founders' categories. */
export async function refuseClosedRole(
  tx: Tx,
  by: Actor,
  column: 'PersonRole.beganOn' | 'PersonRole.endedOn',
  { roleId, from }: { roleId: number; from: Day },
): Promise<void> {
  const reaches = await reachesOfFounders(tx, sql`pr."id" = ${roleId}`, from);
  await refuseClosedDays(tx, by, column, reaches);
}
