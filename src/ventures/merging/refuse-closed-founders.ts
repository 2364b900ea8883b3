import { monthOf, monthsBetween, today } from '../../calendar/days.js';
import type { Tx } from '../../database/database.js';
import { listed } from '../../database/listed.js';
import { sql } from '../../database/sql.js';
import type { Actor } from '../../history/actor.js';
import { refuseClosed } from '../../ledger/closed-months.js';
import { reachesOfFounders } from '../../ledger/dated-attributes.js';
import { rowsBeside } from './replace-records.js';
import type { Records } from './stored-records.js';

/**
 * Refuses that other founders than before are counted in a closed month: what is split by their categories moves, in
 * each month of a stay from the day on which it does.
 */
export async function refuseClosedFounders(
  tx: Tx,
  by: Actor,
  before: Records,
  after: Records,
): Promise<void> {
  const ids = rowsBeside(after.PersonRole, before.PersonRole).map(({ id }) => id);
  const reaches = await reachesOfFounders(tx, sql`pr."id" IN ${listed(ids)}`, '');
  const now = today(by.at);
  const touched = reaches.flatMap(({ parkId, ventureId, day }) => {
    const stay = after.Residency.find(
      (each) =>
        each.ventureId === ventureId &&
        each.beganOn <= day &&
        (each.endedOn === null || day < each.endedOn),
    );
    const until = stay?.endedOn ?? now;
    return monthsBetween(monthOf(day), monthOf(until)).map((month) => ({
      month,
      parkId,
      ventureId,
    }));
  });
  await refuseClosed(tx, by, touched);
}
