import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseUnlessOfPerson } from '../people/acting-on-person.js';
import { canShowNumber } from '../people/permissions.js';
import type { KeyRing } from '../vault/key-ring.js';
import { open } from '../vault/seal.js';
import { certificatePlace } from './certificate-place.js';

/**
 * The whole number of a certificate, for a reason; that it was shown, to whom and why is recorded first.
 * @throws Refusal without a reason; Conflict when there is no number any more; BrokenSeal when it was tampered with
 */
export async function showCertificate(
  tx: Tx,
  by: Actor,
  keys: KeyRing,
  { personId, category, reason }: { personId: number; category: string; reason: string },
): Promise<string> {
  await refuseUnlessOfPerson(tx, by, personId, canShowNumber);
  refuseIf([reason.trim() === '' && { field: 'reason', key: 'web.field.required' }]);
  const place = { personId, category };
  const certificate = await tx.certificate.findUnique({ where: { personId_category: place } });
  if (!certificate) throw new Conflict('identities.gone');
  recordEvent(tx, by, {
    verb: 'certificate.shown',
    subjectKind: 'person',
    subjectId: personId,
    reason: reason.trim(),
    detail: { category, masked: certificate.masked },
  });
  return open(keys, certificatePlace(place), certificate).toString();
}
