import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { recordEvent } from '../../history/record.js';
import { Conflict } from '../../language/refusal.js';
import { refuseUnless } from '../../people/acting-viewer.js';
import { canDraftPolicies } from '../permissions.js';

/** Takes an invented case from a draft. @throws Conflict when it is gone, or the draft was put in force */
export async function removeSample(tx: Tx, by: Actor, id: number): Promise<void> {
  await refuseUnless(tx, by, canDraftPolicies);
  const sample = await tx.policySample.findUnique({ where: { id }, include: { version: true } });
  if (!sample || sample.version.putInForceAt !== null)
    throw new Conflict('record.changed-meanwhile');
  await tx.policySample.delete({ where: { id } });
  recordEvent(tx, by, {
    verb: 'policy.sample-removed',
    subjectKind: 'policy',
    subjectId: sample.version.policyId,
    detail: { version: sample.version.number, sample: sample.title },
  });
}
