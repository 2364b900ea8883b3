import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { recordEvent } from '../../history/record.js';
import { Conflict, refuseIf } from '../../language/refusal.js';
import { refuseUnless } from '../../people/acting-viewer.js';
import { Facts } from '../facts.js';
import { canDraftPolicies } from '../permissions.js';
import { MOST_SAMPLES, type OwnSample } from './samples-of.js';

/**
 * Keeps an invented case with a draft, to try it on. @returns its id
 * @throws Conflict when the draft was put in force or thrown away meanwhile; Refusal where there are too many
 */
export async function addSample(
  tx: Tx,
  by: Actor,
  versionId: number,
  { title, facts, declares }: Omit<OwnSample, 'id'>,
): Promise<number> {
  await refuseUnless(tx, by, canDraftPolicies);
  const draft = await tx.policyVersion.findUnique({ where: { id: versionId } });
  if (!draft || draft.putInForceAt !== null) throw new Conflict('record.changed-meanwhile');
  const count = await tx.policySample.count({ where: { versionId } });
  refuseIf([count >= MOST_SAMPLES && { field: '', key: 'policies.sample.too-many' }]);
  const { id } = await tx.policySample.create({
    data: {
      versionId,
      title,
      facts: Facts.parse(facts),
      declares,
      addedAt: by.at,
      addedById: by.accountId,
    },
  });
  recordEvent(tx, by, {
    verb: 'policy.sample-added',
    subjectKind: 'policy',
    subjectId: draft.policyId,
    detail: { version: draft.number, sample: title },
  });
  return id;
}
