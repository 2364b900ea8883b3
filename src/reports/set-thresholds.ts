import { type Day, firstOf, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { changesBetween, recordEvent } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';
import { refuseClosedDays } from '../ledger/dated-attributes.js';
import { type Since, sinceFaults } from '../ledger/since.js';
import {
  type ThresholdKey,
  type Thresholds,
  thresholdKeys,
  thresholdsOn,
} from '../parks/thresholds.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { canSetThresholds } from './permissions.js';

/**
 * Sets the standards of the park evaluation, from a day on or as they were all along. What does not change writes nothing.
 * @throws Forbidden but for the bureau; Refusal for a day in the future or before the last change, a correction without a
 *   reason, and a closed month without a reopening of all
 */
export async function setThresholds(
  tx: Tx,
  by: Actor,
  wanted: Thresholds,
  since: Since,
): Promise<void> {
  await refuseUnless(tx, by, canSetThresholds);
  const now = today(by.at);
  const stored = await thresholdsOn(tx, now);
  const changed = thresholdKeys.filter((key) => stored[key] !== wanted[key]);
  if (changed.length === 0) return;
  const changedOn = await lastChanges(tx, changed);
  const latest = [...changedOn.values()].sort().at(-1) ?? null;
  refuseIf(sinceFaults(since, latest, now));
  const days = changed.map((key) =>
    since.kind === 'from' ? since.day : (changedOn.get(key) ?? null),
  );
  await refuseClosedThresholds(tx, by, days);
  if (since.kind === 'from') {
    const earlier = changed.filter((key) => changedOn.get(key) !== since.day);
    await storeEarlier(tx, by, earlier, { stored, day: since.day });
  }
  for (const key of changed) await store(tx, by, key, wanted[key]);
  const detail = changesBetween(
    stored,
    Object.fromEntries(changed.map((key) => [key, wanted[key]])),
  );
  recordEvent(tx, by, {
    verb: 'threshold.changed',
    subjectKind: 'threshold',
    subjectId: 0,
    ...(since.kind === 'corrected' ? { reason: since.reason.trim() } : {}),
    detail: since.kind === 'from' ? Object.assign({ beganOn: since.day }, detail) : detail,
  });
}

/** The day from which each of some standards is as it is now; those that never changed have none. */
async function lastChanges(tx: Tx, keys: ThresholdKey[]): Promise<Map<string, Day>> {
  const rows = await tx.earlierThreshold.findMany({
    where: { key: { in: keys } },
    orderBy: { changedOn: 'asc' },
  });
  return new Map(rows.map(({ key, changedOn }) => [key, changedOn]));
}

/** @param days from which standards come out differently; null for one that always was as it is */
async function refuseClosedThresholds(tx: Tx, by: Actor, days: (Day | null)[]): Promise<void> {
  const first = await tx.closedMonth.findFirst({ orderBy: { month: 'asc' } });
  if (!first) return;
  const reaches = days.map((day) => ({
    parkId: null,
    ventureId: null,
    day: day ?? firstOf(first.month),
  }));
  await refuseClosedDays(tx, by, 'EarlierThreshold.changedOn', reaches);
}

const storeEarlier = (
  tx: Tx,
  by: Actor,
  keys: ThresholdKey[],
  { stored, day }: { stored: Thresholds; day: Day },
) =>
  insertRows(
    tx,
    'EarlierThreshold',
    keys.map((key) => ({
      key,
      value: stored[key],
      changedOn: day,
      enteredAt: by.at,
      enteredById: by.accountId,
    })),
  );

const store = (tx: Tx, by: Actor, key: ThresholdKey, value: number) => {
  const data = { value, changedAt: by.at, changedBy: by.accountId };
  return tx.threshold.upsert({
    where: { key },
    create: Object.assign({ key }, data),
    update: data,
  });
};
