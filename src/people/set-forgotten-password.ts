import type { Tx } from '../database/database.js';
import { recordEvent } from '../history/record.js';
import { Refusal } from '../language/refusal.js';
import { announce } from '../outbox/announce.js';
import type { KeyRing } from '../vault/key-ring.js';
import { takeCode } from './phone-codes.js';

/**
 * A founder's new password, given by whoever holds the phone. No session and no known browser of before counts.
 * @throws Refusal for a code that does not hold, or a phone without an account that is active; CodeUsed
 */
export async function setForgottenPassword(
  tx: Tx,
  keys: KeyRing,
  {
    id: ticket,
    code,
    passwordHash,
    at,
  }: { id: string; code: string; passwordHash: string; at: Date },
): Promise<{ id: number; role: string }> {
  const phone = await takeCode(tx, keys, { id: ticket, code, purpose: 'forgotten', at });
  const account = await tx.account.findUnique({ where: { phone } });
  if (!account?.isActive) throw new Refusal([{ field: '', key: 'people.forgotten.no-account' }]);
  const { id, role } = account;
  await tx.account.update({ where: { id }, data: { passwordHash, passwordGivenAt: null } });
  await tx.session.deleteMany({ where: { accountId: id } });
  await tx.knownDevice.deleteMany({ where: { accountId: id } });
  const by = { accountId: id, at };
  const verb = 'account.password-forgotten';
  recordEvent(tx, by, { verb, subjectKind: 'account', subjectId: id, detail: {} });
  await announce(tx, by, { accountId: id, key: 'people.password-set', href: '/account' });
  return { id, role };
}
