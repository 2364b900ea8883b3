import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Refusal } from '../language/refusal.js';
import type { Confirmation } from './account-requests/account-request.js';
import { refuseAlone, wayOf } from './account-requests/refuse-alone.js';
import { canAddAccounts } from './account-rules.js';
import { refuseUnless } from './acting-viewer.js';
import { hashOf } from './sessions.js';
import { tellHolder } from './tell-holder.js';

/** The holder's own new password. Every other session ends; the one that it was done in goes on. */
export async function changePassword(
  tx: Tx,
  by: Actor,
  change: { accountId: number; passwordHash: string; session: string },
): Promise<void> {
  const { accountId, passwordHash, session } = change;
  await refuseUnless(tx, by, (viewer) => viewer.accountId === accountId);
  await tx.account.update({
    where: { id: accountId },
    data: { passwordHash, passwordGivenAt: null },
  });
  await tx.session.deleteMany({ where: { accountId, tokenHash: { not: hashOf(session) } } });
  // The password itself is never in the history.
  recordEvent(tx, by, {
    verb: 'account.password-changed',
    subjectKind: 'account',
    subjectId: accountId,
    detail: {},
  });
}

/**
 * A password given by somebody else: no session and no known browser of before counts any more. The holder is told, and
 * chooses another at the first sign-in.
 * @param confirmation the request of another administrator, where an account acts
 * @throws Forbidden for an administrator alone; Refusal for one's own account, whose password changePassword takes after
 *   the current one
 */
export async function resetPassword(
  tx: Tx,
  by: Actor,
  reset: { accountId: number; passwordHash: string },
  confirmation: Confirmation | null = null,
): Promise<void> {
  const { accountId, passwordHash } = reset;
  await refuseUnless(tx, by, canAddAccounts);
  if (by.accountId === accountId) throw new Refusal([{ field: '', key: 'people.account.own' }]);
  refuseAlone(by, confirmation);
  await tx.account.update({
    where: { id: accountId },
    data: { passwordHash, passwordGivenAt: by.at },
  });
  await tx.session.deleteMany({ where: { accountId } });
  await tx.knownDevice.deleteMany({ where: { accountId } });
  recordEvent(tx, by, {
    verb: 'account.password-reset',
    subjectKind: 'account',
    subjectId: accountId,
    reason: confirmation?.reason ?? '',
    detail: wayOf(by, confirmation),
  });
  await tellHolder(tx, by, accountId, { key: 'people.holder-password', confirmation });
}
