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

type About = Awaited<ReturnType<typeof about>>;

/** The reviewers of a park's county, and of what that belongs to. */
function reviewersOf(tx: Tx, { park }: About): Promise<{ id: number }[]> {
  const codes = [park.regionCode, park.region.parentCode].filter((code) => code !== null);
  return tx.account.findMany({
    where: { role: 'county-reviewer', isActive: true, regionCode: { in: codes } },
    select: { id: true },
  });
}

/** Tells the reviewers of the county that a park's return waits for them. */
export async function tellReviewers(tx: Tx, by: Actor, of: OfPark): Promise<void> {
  const whole = await about(tx, of);
  const { values, href } = whole;
  const reviewers = await reviewersOf(tx, whole);
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

/** A number that was changed after it was approved; `before` is null where none had been filed. */
export type Correction = { ventureId: number; before: number | null; now: number; reason: string };

/**
 * Tells whoever approved or accepted a return, and the reviewers of the county, that it was corrected afterwards and
 * has to be reviewed again: the old number and the new one, and why.
 */
export async function tellCorrection(
  tx: Tx,
  by: Actor,
  monthly: OfPark & { approvedById: number | null; acceptedById: number | null },
  { ventureId, before, now, reason }: Correction,
): Promise<void> {
  const whole = await about(tx, monthly);
  const { number, name } = await tx.venture.findUniqueOrThrow({ where: { id: ventureId } });
  const reviewers = (await reviewersOf(tx, whole)).map(({ id }) => id);
  const all = new Set([monthly.approvedById, monthly.acceptedById, ...reviewers]);
  const recipients = [...all].filter((id) => id !== null && id !== by.accountId) as number[];
  const none = { zh: '无', en: 'none' };
  await announceAll(
    tx,
    by,
    recipients.map((accountId) => ({
      accountId,
      key: 'returns.message.corrected' as const,
      href: whole.href,
      values: {
        ...whole.values,
        venture: `${number} ${name}`,
        before: before ?? none,
        now,
        reason,
      },
    })),
  );
}
