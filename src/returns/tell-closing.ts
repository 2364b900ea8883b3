import type { Tx } from '../database/database.js';
import type { ClosingRequest } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { announceAll } from '../outbox/announce.js';

export const closingRequestHref = (id: number): string => `/returns/closings/${id}`;

/** Tells the rest of the bureau that months wait for a second person to be closed. */
export async function tellClosingSecond(
  tx: Tx,
  by: Actor,
  { id, month, reason, askedById }: ClosingRequest,
): Promise<void> {
  const others = await tx.account.findMany({
    where: { role: 'bureau-staff', isActive: true, id: { not: askedById } },
  });
  const all = others.map((other) => ({
    accountId: other.id,
    key: 'returns.message.closing-asked' as const,
    values: { month: { month }, reason },
    href: closingRequestHref(id),
  }));
  await announceAll(tx, by, all);
}

/** Tells who asked for it what another decided. */
export async function tellClosingDecided(
  tx: Tx,
  by: Actor,
  { id, month, askedById }: ClosingRequest,
  outcome: 'agreed' | 'refused',
): Promise<void> {
  const key = `returns.message.closing-${outcome}` as const;
  const values = { month: { month } };
  await announceAll(tx, by, [{ accountId: askedById, key, values, href: closingRequestHref(id) }]);
}
