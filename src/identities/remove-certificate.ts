import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict } from '../language/refusal.js';
import { refuseUnlessOfPerson } from '../people/acting-on-person.js';
import { canKeepPrivate } from '../people/permissions.js';

/**
 * Deletes the number of a certificate. One that a decided case needs stays with that case.
 * @throws Conflict when there is none that may go
 */
export async function removeCertificate(
  tx: Tx,
  by: Actor,
  { personId, category }: { personId: number; category: string },
): Promise<void> {
  await refuseUnlessOfPerson(tx, by, personId, canKeepPrivate);
  const { count } = await tx.certificate.deleteMany({
    where: { personId, category, neededFor: null },
  });
  if (count === 0) throw new Conflict('identities.gone');
  recordEvent(tx, by, {
    verb: 'certificate.removed',
    subjectKind: 'person',
    subjectId: personId,
    detail: { category },
  });
}
