import { monthOf, monthsBetween, today } from '../calendar/days.js';
import { type Db, type Tx, transact } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { Refusal } from '../language/refusal.js';
import { closedAmong } from '../ledger/closed-months.js';
import { restateRent } from '../ledger/restate.js';
import { endLeasesOn } from './end-tenancy.js';
import { type OutlastingLease, outlastingLeases } from './outlasting-leases.js';

/** What the setting of a register is called in which leases end with the stays of their ventures. */
const mark = 'leases-end-with-stays';

/**
 * Ends the leases that outlast the stay of their venture once, in a register of an earlier version: on the day on which
 * the venture left, where no month since then is closed. What a closed month has counted is for a person to change, under
 * a reopening: such a lease stays as it is.
 * @returns how many were ended, and those that were left
 */
export async function endOutlasting(
  db: Db,
  at: Date,
): Promise<{ ended: number; left: OutlastingLease[] }> {
  if (await db.setting.findUnique({ where: { key: mark } })) return { ended: 0, left: [] };
  const by: Actor = { accountId: null, at };
  const left: OutlastingLease[] = [];
  const found = await outlastingLeases(db);
  for (const lease of found)
    if (!(await transact(db, (tx) => endOne(tx, by, lease)).catch(isRefused))) left.push(lease);
  await db.setting.create({ data: { key: mark, value: 'yes' } });
  return { ended: found.length - left.length, left };
}

/** @returns whether it was ended */
async function endOne(tx: Tx, by: Actor, lease: OutlastingLease): Promise<boolean> {
  if (lease.leftOn <= lease.beganOn) return false;
  const months = monthsBetween(monthOf(lease.leftOn), monthOf(lease.endedOn ?? today(by.at)));
  if ((await closedAmong(tx, months)).length > 0) return false;
  await endLeasesOn(tx, by, [Object.assign(lease, { on: lease.leftOn })]);
  await restateRent(tx, by, [lease.ventureId]);
  return true;
}

function isRefused(error: unknown): false {
  if (error instanceof Refusal) return false;
  throw error;
}
