import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { makeSay, type WordKey } from '../language/say.js';
import { announce } from '../outbox/announce.js';
import type { MessageKey } from '../outbox/values.js';
import type { Confirmation } from './account-requests/account-request.js';
import type { Role } from './viewer.js';

type HolderKey = Extract<MessageKey, `people.holder-${string}`>;

/**
 * Tells the holder of an account what others did to it, and who: under /messages, which the next sign-in leads to, and
 * by the sender.
 */
export async function tellHolder(
  tx: Tx,
  by: Actor,
  accountId: number,
  { key, role, confirmation }: { key: HolderKey; role?: Role; confirmation: Confirmation | null },
): Promise<void> {
  const who = await whoDid(tx, by, confirmation);
  const values =
    role === undefined ? { who } : { who, role: { word: `people.role.${role}` as WordKey } };
  await announce(tx, by, { accountId, key, values, href: '/account' });
}

/** Who did it, in both languages: two administrators, one of them, or whoever was at the terminal. */
async function whoDid(tx: Tx, { accountId }: Actor, confirmation: Confirmation | null) {
  const ids = [accountId, confirmation?.requestedById ?? null].filter((id) => id !== null);
  const accounts = await tx.account.findMany({ where: { id: { in: ids } } });
  const nameOf = (id: number) => accounts.find((account) => account.id === id)?.name ?? '';
  const said = (lang: 'zh' | 'en') => {
    const say = makeSay(lang);
    if (accountId === null) return say('people.holder.terminal');
    const second = nameOf(accountId);
    if (confirmation === null) return second;
    const first = nameOf(confirmation.requestedById);
    return say('people.holder.two', { first, second });
  };
  return { zh: said('zh'), en: said('en') };
}

/** Whether messages about the account itself wait to be read, which are shown first after a sign-in. */
export async function hasWordForHolder(reads: Pick<Tx, 'outboxMessage'>, accountId: number) {
  const key = { startsWith: 'people.holder-' };
  return (await reads.outboxMessage.count({ where: { accountId, readAt: null, key } })) > 0;
}
