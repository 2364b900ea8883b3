import type { Tx } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import type { Lang } from '../language/words.js';
import { newestText } from './consent-text.js';
import type { ConsentBasis, Purpose } from './kinds.js';
import { liveConsent } from './live-consent.js';

export type GivenConsent = {
  personId: number;
  purpose: Purpose;
  /** The version of the text that was read, and the language in which it was. */
  textVersion: number;
  lang: Lang;
  basis: ConsentBasis;
};

/**
 * Records that a person agrees to the newest text; it then stands in place of an older one.
 * @throws Refusal when the text that was read is no longer the newest; Conflict when it stands already
 */
export async function giveConsent(tx: Tx, by: Actor, given: GivenConsent): Promise<void> {
  const { personId, purpose, textVersion, lang, basis } = given;
  refuseIf([
    textVersion !== newestText(purpose).version && {
      field: '',
      key: 'identities.consent.newer-text',
    },
  ]);
  const before = await liveConsent(tx, personId, purpose);
  if (before?.textVersion === textVersion) throw new Conflict('identities.consent.stands');
  if (before) {
    const ended = { withdrawnAt: by.at, withdrawnById: by.accountId };
    await tx.consent.update({ where: { id: before.id }, data: ended });
  }
  await insertRows(tx, 'Consent', [
    { personId, purpose, textVersion, lang, basis, givenAt: by.at, givenById: by.accountId },
  ]);
  recordEvent(tx, by, {
    verb: 'consent.given',
    subjectKind: 'person',
    subjectId: personId,
    detail: { purpose, textVersion, basis },
  });
}
