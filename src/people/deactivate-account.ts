import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, Refusal } from '../language/refusal.js';

/**
 * Closes an account to its holder, and ends its sessions. Nothing is deleted: history names it.
 * @throws Refusal for one's own account; Conflict where it is not active
 */
export function deactivateAccount(tx: Tx, by: Actor, id: number): Promise<void> {
  return setActive(tx, by, id, false);
}

/** Opens it again, with the password and scope that it had. @throws as deactivateAccount */
export function reactivateAccount(tx: Tx, by: Actor, id: number): Promise<void> {
  return setActive(tx, by, id, true);
}

async function setActive(tx: Tx, by: Actor, id: number, isActive: boolean): Promise<void> {
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
    detail: {},
  });
}
