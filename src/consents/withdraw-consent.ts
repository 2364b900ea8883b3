import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import type { Purpose } from '../identities/kinds.js';
import { Conflict } from '../language/refusal.js';
import { refuseUnlessOfPerson } from '../people/acting-on-person.js';
import { canKeepPrivate } from '../people/permissions.js';
import { markRemoved } from '../proofs/mark-removed.js';

/**
 * Withdraws a consent and removes what rested on it: the sealed numbers, or the files of proof. What a decided
 * case needs stays with that case.
 * @returns the files to delete once this is committed
 * @throws Conflict when no consent stands
 */
export async function withdrawConsent(
  tx: Tx,
  by: Actor,
  { personId, purpose, verb }: { personId: number; purpose: Purpose; verb?: 'consent.expired' },
): Promise<string[]> {
  await refuseUnlessOfPerson(tx, by, personId, canKeepPrivate);
  const { count } = await tx.consent.updateMany({
    where: { personId, purpose, withdrawnAt: null },
    data: { withdrawnAt: by.at, withdrawnById: by.accountId },
  });
  if (count === 0) throw new Conflict('identities.consent.not-standing');
  const free = { personId, neededFor: null };
  const numbers =
    purpose === 'identity'
      ? (await tx.identity.deleteMany({ where: free })).count +
        (await tx.certificate.deleteMany({ where: free })).count
      : 0;
  const files = purpose === 'proof' ? await markRemoved(tx, by, free) : [];
  recordEvent(tx, by, {
    verb: verb ?? 'consent.withdrawn',
    subjectKind: 'person',
    subjectId: personId,
    detail: { purpose, removed: numbers + files.length },
  });
  return files;
}
