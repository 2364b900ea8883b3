import { type Day, today } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent, writeEvents } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { wroteDraft } from './draft-queries.js';
import { canDraftPolicies } from './permissions.js';
import { PolicyRules } from './rules.js';
import { textsWithoutEnglish } from './wording.js';

/**
 * Puts a draft in force from a day on; the version before it ends the day before.
 * Nobody does so with a draft that they wrote or changed themselves.
 * @throws Refusal for one's own draft, a day that has passed or that is not after the earlier version's
 *   first; Conflict when the draft was changed meanwhile or is in force already
 */
export async function putInForce(
  tx: Tx,
  by: Actor,
  { id, revision, beganOn }: { id: number; revision: number; beganOn: Day },
): Promise<void> {
  await refuseUnless(tx, by, canDraftPolicies);
  const draft = await tx.policyVersion.findUnique({ where: { id } });
  if (!draft || draft.putInForceAt !== null || draft.revision !== revision)
    throw new Conflict('record.changed-meanwhile');
  const { policyId, number } = draft;
  await writeEvents(tx);
  const earlier = await tx.policyVersion.findFirst({
    where: { policyId, putInForceAt: { not: null }, endedOn: null },
  });
  const ending = await tx.policyVersion.findFirst({
    where: { policyId, putInForceAt: { not: null }, endedOn: { gt: beganOn } },
  });
  const withoutEnglish = textsWithoutEnglish(PolicyRules.parse(draft.rules)).length;
  refuseIf([
    withoutEnglish > 0 && {
      field: '',
      key: 'policies.fault.english',
      values: { n: withoutEnglish },
    },
    (await wroteDraft(tx, draft, by.accountId)) && { field: '', key: 'policies.fault.own-draft' },
    beganOn < today(by.at) && { field: 'beganOn', key: 'policies.fault.past' },
    earlier !== null &&
      beganOn <= (earlier.beganOn ?? '') && { field: 'beganOn', key: 'policies.fault.earlier' },
    ending !== null && {
      field: 'beganOn',
      key: 'policies.fault.before-end',
      values: { until: { day: lastDayOf(ending.endedOn ?? beganOn) } },
    },
  ]);
  if (earlier)
    await tx.policyVersion.update({ where: { id: earlier.id }, data: { endedOn: beganOn } });
  await tx.policyVersion.update({
    where: { id },
    data: { beganOn, putInForceAt: by.at, putInForceById: by.accountId },
  });
  recordEvent(tx, by, {
    verb: 'policy.put-in-force',
    subjectKind: 'policy',
    subjectId: policyId,
    detail: { version: number, beganOn },
  });
}
