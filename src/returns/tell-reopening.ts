import type { Reads, Tx } from '../database/database.js';
import type { Reopening } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { announceAll } from '../outbox/announce.js';
import { returnHref } from './asked-return.js';
import { reachedParks } from './figures-at-stake.js';

const reopeningHref = (id: number): string => `/returns/reopenings/${id}`;

/** Everything that is reopened: the first month and the last of several. */
const monthsOf = ({ month, throughMonth }: Pick<Reopening, 'month' | 'throughMonth'>) => ({
  months: [month, throughMonth ?? month] as [string, string],
});

/** Where the list is brought in whose backlog a reopening is for. */
const listHref = (importBatchId: number | null): string | null =>
  importBatchId === null ? null : `/imports/${importBatchId}`;

/** Tells the rest of the bureau that a reopening waits for a second person. */
export async function tellSecond(tx: Tx, by: Actor, { id, reason, ...row }: Reopening) {
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
    values: { month: monthsOf(row), reason },
    href: reopeningHref(id),
  }));
  await announceAll(tx, by, all);
}

/** Tells who asked, and the managers of the parks that it reaches, that the month is open to them. */
export async function tellReopened(tx: Tx, by: Actor, row: Reopening): Promise<void> {
  const { lastDay, askedById, importBatchId } = row;
  const { href, scope, parkIds } = await reachOf(tx, row);
  const managers = await tx.accountPark.findMany({
    where: { ...(parkIds && { parkId: { in: parkIds } }), account: { isActive: true } },
  });
  const ids = new Set([askedById, ...managers.map(({ accountId }) => accountId)]);
  const values = { month: monthsOf(row), day: { day: lastDay }, scope };
  const all = [...ids]
    .filter((id) => id !== null)
    .map((accountId) => ({
      accountId,
      key:
        importBatchId === null
          ? ('returns.message.reopening-agreed' as const)
          : ('returns.message.backlog-agreed' as const),
      values,
      href: listHref(importBatchId) ?? href,
    }));
  await announceAll(tx, by, all);
}

/** Tells who asked that it was refused by somebody else. */
export async function tellRefused(tx: Tx, by: Actor, row: Reopening) {
  const { id, askedById, importBatchId } = row;
  if (askedById === null || askedById === by.accountId) return;
  const key = 'returns.message.reopening-refused' as const;
  const values = { month: monthsOf(row) };
  const href = listHref(importBatchId) ?? reopeningHref(id);
  await announceAll(tx, by, [{ accountId: askedById, key, values, href }]);
}

/** What a reopening is over, in words; the page on which it is corrected; the parks it reaches, null for all. */
export async function reachOf(reads: Reads, row: Reopening) {
  const { month, parkId, ventureId } = row;
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
  return {
    scope: `${number} ${name}`,
    href: `/ventures/${number}/returns/${month}`,
    parkIds: (await reachedParks(reads, row, row.throughMonth ?? month)) ?? [],
  };
}
