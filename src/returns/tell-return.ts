import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { makeSay } from '../language/say.js';
import { announceAll } from '../outbox/announce.js';
import type { EvidenceGrade } from '../ventures/kinds.js';
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

/** A number that was changed after it was approved; null where none had been filed, or none counts now. */
export type Correction = {
  ventureId: number;
  before: number | null;
  now: number | null;
  reason: string;
};

type Reviewed = OfPark & { approvedById: number | null; acceptedById: number | null };

/** Whoever approved or accepted a return, and the reviewers of the county, but for who acts. */
async function approversOf(tx: Tx, by: Actor, monthly: Reviewed, whole: About): Promise<number[]> {
  const reviewers = (await reviewersOf(tx, whole)).map(({ id }) => id);
  const all = new Set([monthly.approvedById, monthly.acceptedById, ...reviewers]);
  return [...all].filter((id) => id !== null && id !== by.accountId) as number[];
}

const unstated = { zh: '未注明', en: 'not stated' };

const nameOf = async (tx: Tx, id: number): Promise<string> => {
  const { number, name } = await tx.venture.findUniqueOrThrow({ where: { id } });
  return `${number} ${name}`;
};

/**
 * Tells whoever approved or accepted a return, and the reviewers of the county, that it was corrected afterwards and
 * has to be reviewed again: the old number and the new one, and why.
 */
export async function tellCorrection(
  tx: Tx,
  by: Actor,
  monthly: Reviewed,
  { ventureId, before, now, reason }: Correction,
): Promise<void> {
  const whole = await about(tx, monthly);
  const venture = await nameOf(tx, ventureId);
  const none = { zh: '无', en: 'none' };
  const gone = { zh: '不计入', en: 'not counted' };
  const why = reason.trim() === '' ? unstated : reason;
  const recipients = await approversOf(tx, by, monthly, whole);
  await announceAll(
    tx,
    by,
    recipients.map((accountId) => ({
      accountId,
      key: 'returns.message.corrected' as const,
      href: whole.href,
      values: { ...whole.values, venture, before: before ?? none, now: now ?? gone, reason: why },
    })),
  );
}

type GradeChange = { ventureId: number; before: EvidenceGrade; now: EvidenceGrade; reason: string };

/** Tells the same that the grade of a return that they let pass became weaker, as something that proved it is gone. */
export async function tellGrades(
  tx: Tx,
  by: Actor,
  monthly: Reviewed,
  { ventureId, before, now, reason }: GradeChange,
): Promise<void> {
  const whole = await about(tx, monthly);
  const venture = await nameOf(tx, ventureId);
  const recipients = await approversOf(tx, by, monthly, whole);
  await announceAll(
    tx,
    by,
    recipients.map((accountId) => ({
      accountId,
      key: 'returns.message.grade' as const,
      href: whole.href,
      values: {
        ...whole.values,
        venture,
        before: gradeText(before),
        now: gradeText(now),
        reason,
      },
    })),
  );
}

const gradeText = (grade: EvidenceGrade) => ({
  zh: makeSay('zh')(`returns.evidence.${grade}`),
  en: makeSay('en')(`returns.evidence.${grade}`),
});
