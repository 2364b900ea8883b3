import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Refusal } from '../language/refusal.js';
import { hashOf } from './sessions.js';

/** The holder's own new password. Every other session ends; the one that it was done in goes on. */
export async function changePassword(
  tx: Tx,
  by: Actor,
  change: { accountId: number; passwordHash: string; session: string },
): Promise<void> {
  const { accountId, passwordHash, session } = change;
  await tx.account.update({ where: { id: accountId }, data: { passwordHash } });
  await tx.session.deleteMany({ where: { accountId, tokenHash: { not: hashOf(session) } } });
  recordEvent(tx, by, { ...event(accountId), verb: 'account.password-changed' });
}

/**
 * A password given by somebody else: no session and no known browser of before counts any more.
 * @throws Refusal for one's own account, whose password changePassword takes after the current one
 */
export async function resetPassword(
  tx: Tx,
  by: Actor,
  reset: { accountId: number; passwordHash: string },
): Promise<void> {
  const { accountId, passwordHash } = reset;
  if (by.accountId === accountId) throw new Refusal([{ field: '', key: 'people.account.own' }]);
  await tx.account.update({ where: { id: accountId }, data: { passwordHash } });
  await tx.session.deleteMany({ where: { accountId } });
  await tx.knownDevice.deleteMany({ where: { accountId } });
  recordEvent(tx, by, { ...event(accountId), verb: 'account.password-reset' });
}

/** The password itself is never in the history. */
function event(accountId: number) {
  return { subjectKind: 'account', subjectId: accountId, detail: {} } as const;
}
