import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { maskedPhone } from '../language/format.js';
import { refuseIf } from '../language/refusal.js';
import { announce } from '../outbox/announce.js';
import type { KeyRing } from '../vault/key-ring.js';
import { canHavePhone } from './account-rules.js';
import { actingViewer } from './acting-viewer.js';
import { takeCode } from './phone-codes.js';

/**
 * Gives a founder's account the phone that a code sent there has proven; the person is called there too. Both
 * the old and the new phone are told.
 * @throws Refusal for a code that does not hold or was asked for by somebody else, an account of staff, or a
 * phone that another account has; CodeUsed
 */
export async function changePhone(
  tx: Tx,
  keys: KeyRing,
  by: Actor,
  { id: ticket, code }: { id: string; code: string },
): Promise<void> {
  await actingViewer(tx, by);
  const phone = await takeCode(tx, keys, { id: ticket, code, purpose: 'phone', at: by.at });
  const { accountId } = await tx.phoneCode.findUniqueOrThrow({ where: { id: ticket } });
  const account = await tx.account.findUnique({ where: { id: by.accountId ?? 0 } });
  const holder = await tx.account.findUnique({ where: { phone } });
  refuseIf([
    accountId !== by.accountId && { field: 'code', key: 'people.code.dead' },
    !(account && canHavePhone(account)) && { field: '', key: 'people.phone.founders' },
    holder && {
      field: '',
      key: holder.id === account?.id ? 'people.phone.same' : 'people.phone.taken',
    },
  ]);
  if (!account) throw new Error('an account of a founder is there');
  const { id, personId } = account;
  await tx.account.update({ where: { id }, data: { phone } });
  if (personId !== null) await tx.person.update({ where: { id: personId }, data: { phone } });
  recordEvent(tx, by, {
    verb: 'account.phone-changed',
    subjectKind: 'account',
    subjectId: id,
    detail: { phone: maskedPhone(phone) },
  });
  const message = { key: 'people.phone-changed', values: { phone: maskedPhone(phone) } } as const;
  await announce(tx, by, { accountId: id, ...message, href: '/account' });
  if (account.phone !== null) await announce(tx, by, { phone: account.phone, ...message });
}
