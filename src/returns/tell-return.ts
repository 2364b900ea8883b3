import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { announceAll } from '../outbox/announce.js';
import { returnHref } from './asked-return.js';
import type { OfPark } from './begin-return.js';

const about = async (tx: Tx, { parkId, month }: OfPark) => {
  const park = await tx.park.findUniqueOrThrow({
    where: { id: parkId },
    include: { region: true, managers: { where: { account: { isActive: true } } } },
  });
  const values = { park: { zh: park.nameZh, en: park.nameEn }, month: { month } };
  return { park, values, href: returnHref(month, park.number) };
};

/** Tells the reviewers of the county that a park's return waits for them. */
export async function tellReviewers(tx: Tx, by: Actor, of: OfPark): Promise<void> {
  const { park, values, href } = await about(tx, of);
  const codes = [park.regionCode, park.region.parentCode].filter((code) => code !== null);
  const reviewers = await tx.account.findMany({
    where: { role: 'county-reviewer', isActive: true, regionCode: { in: codes } },
  });
  const all = reviewers.map(({ id }) => ({
    accountId: id,
    key: 'returns.message.submitted' as const,
    values,
    href,
  }));
  await announceAll(tx, by, all);
}

/** Tells the managers of a park that its return came back, and why. */
export async function tellManagers(tx: Tx, by: Actor, of: OfPark, remark: string): Promise<void> {
  const { park, values, href } = await about(tx, of);
  const all = park.managers.map(({ accountId }) => ({
    accountId,
    key: 'returns.message.sent-back' as const,
    href,
    values: { ...values, remark },
  }));
  await announceAll(tx, by, all);
}
