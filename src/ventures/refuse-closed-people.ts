import type { Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { type Sql, sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { Refusal, refuseTogether } from '../language/refusal.js';
import { closedAt } from '../ledger/closed-at.js';
import { reachesOfFounders, refuseClosedDays } from '../ledger/dated-attributes.js';
import type { NewPerson } from '../people/enter-people.js';

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
 * @param people who were entered, with what the names of their fields begin with: at these it is told, as forms have the
 *   day of the categories, or the graduation day from which one follows
 */
export async function refuseClosedCategories(
  tx: Tx,
  by: Actor,
  after: number,
  people: { id: number; person: NewPerson; fields: string }[],
): Promise<void> {
  // As a list, that the question begins with the few new ones: a range would have it read every role of the network.
  const added = sql`pc."id" IN (SELECT "id" FROM "PersonCategory" WHERE "id" > ${after})`;
  const refuse = async (which: Sql): Promise<void> => {
    const reaches = await reachesOfFounders(tx, which, '');
    await refuseClosedDays(tx, by, 'PersonCategory.beganOn', reaches);
  };
  const refusal = await refuse(added).then(
    () => null,
    (error: unknown) => error,
  );
  if (refusal === null) return;
  if (!(refusal instanceof Refusal)) throw refusal;
  await refuseTogether(
    people.map(({ id, person, fields }) => () => {
      const field = person.categories.length > 0 ? 'since' : 'graduatedOn';
      return closedAt(`${fields}${field}`, () => refuse(sql`pc."personId" = ${id} AND ${added}`));
    }),
  );
  throw refusal;
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
