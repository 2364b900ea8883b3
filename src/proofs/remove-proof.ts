import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseUnlessOfPerson } from '../people/acting-on-person.js';
import { canKeepPrivate } from '../people/permissions.js';
import { Forbidden } from '../web/errors.js';
import { markRemoved } from './mark-removed.js';

/**
 * Removes a file of proof.
 * @returns what it was stored as, to be deleted once this is committed
 * @throws Refusal when a decided case needs it; Conflict when it was removed already
 */
export async function removeProof(tx: Tx, by: Actor, id: number): Promise<string[]> {
  const file = await tx.proofFile.findUniqueOrThrow({ where: { id } });
  // One that is of no person proves a headcount, and goes with its return.
  if (file.personId === null) throw new Forbidden();
  await refuseUnlessOfPerson(tx, by, file.personId, canKeepPrivate);
  refuseIf([
    file.neededFor !== null && {
      field: '',
      key: 'proofs.needed',
      values: { number: file.neededFor },
    },
  ]);
  if (file.removedAt !== null) throw new Conflict('proofs.removed-already');
  const stored = await markRemoved(tx, by, { id });
  recordEvent(tx, by, {
    verb: 'proof.removed',
    subjectKind: 'person',
    subjectId: file.personId,
    detail: { proofId: id, proofItem: file.item },
  });
  return stored;
}
