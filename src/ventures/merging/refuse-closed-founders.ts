import type { Tx } from '../../database/database.js';
import { listed } from '../../database/listed.js';
import { sql } from '../../database/sql.js';
import type { Actor } from '../../history/actor.js';
import { refuseClosed } from '../../ledger/closed-months.js';
import { reachesOfFounders, touchedFrom } from '../../ledger/dated-attributes.js';
import { rowsBeside } from './replace-records.js';
import type { Records } from './stored-records.js';

/**
 * Refuses that other founders than before are counted in a closed month: what is split by their categories moves, in
 * each month in which the stay, the role and the category all hold.
 */
export async function refuseClosedFounders(
  tx: Tx,
  by: Actor,
  before: Records,
  after: Records,
): Promise<void> {
  const ids = rowsBeside(after.PersonRole, before.PersonRole).map(({ id }) => id);
  const reaches = await reachesOfFounders(tx, sql`pr."id" IN ${listed(ids)}`, '');
  await refuseClosed(tx, by, reaches.map(touchedFrom));
}
