import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseUnlessOfPerson } from '../people/acting-on-person.js';
import { canShowNumber } from '../people/permissions.js';
import type { KeyRing } from '../vault/key-ring.js';
import { open } from '../vault/seal.js';
import { identityPlace } from './identity-place.js';

/**
 * The whole number, for a reason; that it was shown, to whom and why is recorded first.
 * @throws Refusal without a reason; Conflict when there is no number any more; BrokenSeal when it was tampered with
 */
export async function showIdentity(
  tx: Tx,
  by: Actor,
  keys: KeyRing,
  { personId, reason }: { personId: number; reason: string },
): Promise<string> {
  await refuseUnlessOfPerson(tx, by, personId, canShowNumber);
  refuseIf([reason.trim() === '' && { field: 'reason', key: 'web.field.required' }]);
  const identity = await tx.identity.findUnique({ where: { personId } });
  if (!identity) throw new Conflict('identities.gone');
  recordEvent(tx, by, {
    verb: 'identity.shown',
    subjectKind: 'person',
    subjectId: personId,
    reason: reason.trim(),
    detail: { identityKind: identity.kind, masked: identity.masked },
  });
  return open(keys, identityPlace(identity), identity).toString();
}
