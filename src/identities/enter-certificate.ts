import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { upsertRow } from '../database/upsert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseUnlessOfPerson } from '../people/acting-on-person.js';
import type { FounderCategory } from '../people/categories.js';
import { canKeepPrivate } from '../people/permissions.js';
import type { KeyRing } from '../vault/key-ring.js';
import { lookupOf } from '../vault/lookup.js';
import { seal } from '../vault/seal.js';
import { certificatePlace } from './certificate-place.js';
import { liveConsent, missingConsent } from './live-consent.js';
import { readCertificate } from './read-certificate.js';
import { maskOf } from './read-number.js';

export type NewCertificate = {
  personId: number;
  category: FounderCategory;
  /** As it was typed. */
  number: string;
  /** When the number that it replaces was entered; null where there was none. */
  replaces: string | null;
};

/**
 * Enters or changes the number of the certificate that proves a category of a person, sealed; in the clear it is nowhere but
 * in memory.
 * @throws Refusal without a standing consent, for a category that the person never had, for a number that cannot be one, and
 *   for a card of persons with disabilities that is another citizen's
 * @throws Conflict when another number was entered meanwhile
 */
export async function enterCertificate(
  tx: Tx,
  by: Actor,
  keys: KeyRing,
  { personId, category, number: typed, replaces }: NewCertificate,
): Promise<void> {
  await refuseUnlessOfPerson(tx, by, personId, canKeepPrivate);
  const read = readCertificate(category, typed, today(by.at));
  const isHeld = (await tx.personCategory.count({ where: { personId, category } })) > 0;
  refuseIf([
    (await liveConsent(tx, personId, 'identity')) === null && missingConsent('identity'),
    !isHeld && { field: '', key: 'identities.certificate.no-category' },
    'fault' in read && { field: 'number', key: read.fault },
    'number' in read &&
      category === 'disabled' &&
      (await isAnothers(tx, keys, personId, read.number)) && {
        field: 'number',
        key: 'identities.certificate.anothers',
      },
  ]);
  if ('fault' in read) return;
  const place = { personId, category };
  const before = await tx.certificate.findUnique({ where: { personId_category: place } });
  if ((before?.enteredAt.toISOString() ?? null) !== replaces) throw new Conflict('web.409.lead');
  const masked = maskOf(read.number);
  await upsertRow(tx, 'Certificate', ['personId', 'category'], {
    ...place,
    masked,
    enteredAt: by.at,
    enteredById: by.accountId,
    ...lookupOf(keys, 'certificate', read.number),
    ...seal(keys, certificatePlace(place), Buffer.from(read.number)),
  });
  recordEvent(tx, by, {
    verb: before ? 'certificate.changed' : 'certificate.entered',
    subjectKind: 'person',
    subjectId: personId,
    detail: { category, masked },
  });
}

/** Whether the citizen's number in it is another than that of the person's own document, where that is a resident's. */
async function isAnothers(
  tx: Tx,
  keys: KeyRing,
  personId: number,
  number: string,
): Promise<boolean> {
  const identity = await tx.identity.findUnique({
    where: { personId },
    select: { kind: true, lookup: true, lookupKeyId: true },
  });
  if (identity?.kind !== 'resident') return false;
  const { lookup, lookupKeyId } = lookupOf(keys, 'resident', number.slice(0, 18));
  return identity.lookupKeyId === lookupKeyId && identity.lookup !== lookup;
}
