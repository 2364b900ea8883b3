import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, Refusal } from '../language/refusal.js';
import type { Confirmation } from './account-requests/account-request.js';
import { refuseAlone, wayOf } from './account-requests/refuse-alone.js';
import { canAddAccounts } from './account-rules.js';
import { refuseUnless } from './acting-viewer.js';
import { tellHolder } from './tell-holder.js';

/**
 * Closes an account to its holder, and ends its sessions. Nothing is deleted: history names it. It takes power away and
 * may be urgent, so one administrator does it alone.
 * @throws Forbidden for who is no administrator; Refusal for one's own account; Conflict where it is not active
 */
export async function deactivateAccount(tx: Tx, by: Actor, id: number): Promise<void> {
  await refuseUnless(tx, by, canAddAccounts);
  await setActive(tx, by, id, { isActive: false, confirmation: null });
}

/**
 * Opens it again, with the password and scope that it had.
 * @param confirmation the request of another administrator, where an account acts
 * @throws Forbidden for an administrator alone; else as deactivateAccount
 */
export async function reactivateAccount(
  tx: Tx,
  by: Actor,
  id: number,
  confirmation: Confirmation | null = null,
): Promise<void> {
  await refuseUnless(tx, by, canAddAccounts);
  refuseAlone(by, confirmation);
  await setActive(tx, by, id, { isActive: true, confirmation });
}

async function setActive(
  tx: Tx,
  by: Actor,
  id: number,
  { isActive, confirmation }: { isActive: boolean; confirmation: Confirmation | null },
): Promise<void> {
  if (by.accountId === id) throw new Refusal([{ field: '', key: 'people.account.own' }]);
  const { count } = await tx.account.updateMany({
    where: { id, isActive: !isActive },
    data: { isActive, version: { increment: 1 } },
  });
  if (count !== 1) {
    throw new Conflict(
      isActive ? 'people.account.already-active' : 'people.account.already-inactive',
    );
  }
  await tx.session.deleteMany({ where: { accountId: id } });
  recordEvent(tx, by, {
    verb: isActive ? 'account.reactivated' : 'account.deactivated',
    subjectKind: 'account',
    subjectId: id,
    reason: confirmation?.reason ?? '',
    detail: wayOf(by, confirmation),
  });
  const key = isActive ? 'people.holder-reactivated' : 'people.holder-deactivated';
  await tellHolder(tx, by, id, { key, confirmation });
}
