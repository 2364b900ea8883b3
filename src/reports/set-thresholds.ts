import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import {
  type ThresholdKey,
  type Thresholds,
  thresholdKeys,
  thresholdsNow,
} from '../parks/thresholds.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { canSetThresholds } from './permissions.js';

/** Sets the standards of the park evaluation. What does not change writes nothing. @throws Forbidden but for the bureau */
export async function setThresholds(tx: Tx, by: Actor, wanted: Thresholds): Promise<void> {
  await refuseUnless(tx, by, canSetThresholds);
  const now = await thresholdsNow(tx);
  const changed = thresholdKeys.filter((key) => now[key] !== wanted[key]);
  if (changed.length === 0) return;
  for (const key of changed) await keep(tx, by, key, wanted[key]);
  recordEvent(tx, by, {
    verb: 'threshold.changed',
    subjectKind: 'threshold',
    subjectId: 0,
    detail: Object.fromEntries(changed.map((key) => [key, [now[key], wanted[key]]])),
  });
}

const keep = (tx: Tx, by: Actor, key: ThresholdKey, value: number) => {
  const data = { value, changedAt: by.at, changedBy: by.accountId };
  return tx.threshold.upsert({ where: { key }, create: { key, ...data }, update: data });
};
