import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Residency, Venture } from '../database/generated/client.js';
import { insertRows } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { refuseIf } from '../language/refusal.js';
import { type Reach, refuseClosedDays } from '../ledger/dated-attributes.js';
import { type Since, sinceFaults } from '../ledger/since.js';

type Stay = Pick<Residency, 'ventureId' | 'parkId' | 'beganOn' | 'endedOn'>;

/** What of a profile totals, reports and lists of a day read as of that day. */
export const datedFields = ['legalForm', 'industry', 'trade'] as const;

/**
 * Stores what a venture was until the day from which it is another, before its own row is changed; a correction stores
 * nothing, as the new values were so all along.
 * @throws Refusal for a day in the future or before the last change, a correction without a reason, and a closed month,
 *   without a reopening, in which the venture is in a park when the new values begin
 */
export async function changeDated(
  tx: Tx,
  by: Actor,
  before: Venture & { residencies: Residency[] },
  since: Since,
): Promise<void> {
  const { id: ventureId, legalForm, industry, trade } = before;
  const heldFrom = await heldSince(tx, ventureId);
  refuseIf(sinceFaults(since, heldFrom, today(by.at)));
  const day = since.kind === 'from' ? since.day : heldFrom;
  await refuseClosedDays(tx, by, 'EarlierProfile.changedOn', reachesOf(before.residencies, day));
  if (since.kind === 'corrected' || heldFrom === since.day) return;
  const row = { ventureId, legalForm, industry, trade, changedOn: since.day };
  await insertRows(tx, 'EarlierProfile', [
    Object.assign(row, { enteredAt: by.at, enteredById: by.accountId }),
  ]);
}

/**
 * Refuses that what a venture is becomes something else for all days on which it is that, as when it turns out to be another.
 * @param isOfAllDays whether the days before its last change become something else too
 * @throws Refusal for a closed month, without a reopening, in which it is in a park when that begins
 */
export async function refuseClosedProfile(
  tx: Tx,
  by: Actor,
  { id, residencies }: { id: number; residencies: Stay[] },
  isOfAllDays: boolean,
): Promise<void> {
  const reaches = reachesOf(residencies, isOfAllDays ? null : await heldSince(tx, id));
  await refuseClosedDays(tx, by, 'EarlierProfile.changedOn', reaches);
}

/** The day from which a venture is what it is now, or null where it was never anything else. */
async function heldSince(tx: Tx, ventureId: number): Promise<Day | null> {
  const last = await tx.earlierProfile.findFirst({
    where: { ventureId },
    orderBy: { changedOn: 'desc' },
  });
  return last?.changedOn ?? null;
}

/** Where a venture counts from a day on: each stay that had not ended, from its own first day if that is later. */
const reachesOf = (stays: Stay[], day: Day | null): Reach[] =>
  stays
    .filter(({ endedOn }) => endedOn === null || day === null || endedOn > day)
    .map(({ parkId, ventureId, beganOn, endedOn }) => ({
      parkId,
      ventureId,
      until: endedOn,
      day: day !== null && day > beganOn ? day : beganOn,
    }));
