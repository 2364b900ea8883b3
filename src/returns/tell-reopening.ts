import { endOfMonth } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import type { Reopening } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { announceAll } from '../outbox/announce.js';
import { returnHref } from './asked-return.js';

const reopeningHref = (id: number): string => `/returns/reopenings/${id}`;

/** Tells the rest of the bureau that a reopening waits for a second person. */
export async function tellSecond(tx: Tx, by: Actor, { id, month, reason }: Reopening) {
  const others = await tx.account.findMany({
    where: {
      role: 'bureau-staff',
      isActive: true,
      ...(by.accountId === null ? {} : { id: { not: by.accountId } }),
    },
  });
  const all = others.map((other) => ({
    accountId: other.id,
    key: 'returns.message.reopening-asked' as const,
    values: { month: { month }, reason },
    href: reopeningHref(id),
  }));
  await announceAll(tx, by, all);
}

/** Tells who asked, and the managers of the parks that it reaches, that the month is open to them. */
export async function tellReopened(tx: Tx, by: Actor, row: Reopening): Promise<void> {
  const { month, lastDay, askedById } = row;
  const { href, scope, parkIds } = await reachOf(tx, row);
  const managers = await tx.accountPark.findMany({
    where: { ...(parkIds && { parkId: { in: parkIds } }), account: { isActive: true } },
  });
  const ids = new Set([askedById, ...managers.map(({ accountId }) => accountId)]);
  const values = { month: { month }, day: { day: lastDay }, scope };
  const all = [...ids]
    .filter((id) => id !== null)
    .map((accountId) => ({
      accountId,
      key: 'returns.message.reopening-agreed' as const,
      values,
      href,
    }));
  await announceAll(tx, by, all);
}

/** Tells who asked that it was refused by somebody else. */
export async function tellRefused(tx: Tx, by: Actor, { id, month, askedById }: Reopening) {
  if (askedById === null || askedById === by.accountId) return;
  const key = 'returns.message.reopening-refused' as const;
  const values = { month: { month } };
  await announceAll(tx, by, [{ accountId: askedById, key, values, href: reopeningHref(id) }]);
}

/** What a reopening is over, in words; the page on which it is corrected; the parks it reaches, null for all. */
export async function reachOf(reads: Reads, { month, parkId, ventureId }: Reopening) {
  if (parkId !== null) {
    const { number, nameZh, nameEn } = await reads.park.findUniqueOrThrow({
      where: { id: parkId },
    });
    const scope = { zh: `${number} ${nameZh}`, en: `${number} ${nameEn}` };
    return { scope, href: returnHref(month, number), parkIds: [parkId] };
  }
  if (ventureId === null)
    return {
      scope: { word: 'returns.reopening.scope.all' as const },
      href: `/returns?month=${month}`,
      parkIds: null,
    };
  const { number, name } = await reads.venture.findUniqueOrThrow({ where: { id: ventureId } });
  const stays = await reads.residency.findMany({
    where: { ventureId, beganOn: { lte: endOfMonth(month) } },
    orderBy: { beganOn: 'desc' },
    take: 1,
  });
  return {
    scope: `${number} ${name}`,
    href: `/ventures/${number}/returns/${month}`,
    parkIds: stays.map((stay) => stay.parkId),
  };
}
