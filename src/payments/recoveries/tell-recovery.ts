import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { announce } from '../../outbox/announce.js';
import { dueOfGrant } from './recoveries.js';

/** Tells the applicant what of a subsidy that ended has to be paid back of what was paid; nothing where there is none. */
export async function tellRecovery(
  tx: Tx,
  by: Actor,
  { id, number, personId }: { id: number; number: string; personId: number },
): Promise<void> {
  const fen = (await dueOfGrant(tx, id)).reduce((sum, { due }) => sum + due, 0);
  if (fen === 0) return;
  await announce(tx, by, {
    personId,
    key: 'payments.message.to-repay',
    href: `/payments/grants/${number}`,
    values: { grant: number, sum: { fen } },
    expiresAt: new Date(by.at.getTime() + 30 * 86_400_000),
  });
}
