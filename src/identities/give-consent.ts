import type { Tx } from '../database/database.js';
import { changeRows, rowsOf } from '../database/direct-sql.js';
import { insertRows } from '../database/insert-rows.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvents } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import type { Lang } from '../language/words.js';
import { refuseUnlessOfPerson } from '../people/acting-on-person.js';
import { canKeepPrivate } from '../people/permissions.js';
import { newestText } from './consent-text.js';
import type { ConsentBasis, Purpose } from './kinds.js';

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
export const giveConsent = (tx: Tx, by: Actor, consent: GivenConsent): Promise<void> =>
  giveConsents(tx, by, [consent]);

/** The same for several purposes or people at once, all or none. */
export async function giveConsents(tx: Tx, by: Actor, all: GivenConsent[]): Promise<void> {
  for (const personId of new Set(all.map((consent) => consent.personId)))
    await refuseUnlessOfPerson(tx, by, personId, canKeepPrivate);
  const isOld = all.some(({ purpose, textVersion }) => textVersion !== newestText(purpose).version);
  refuseIf([isOld && { field: '', key: 'identities.consent.newer-text' }]);
  const before = await liveConsents(tx, all);
  const stands = (consent: GivenConsent, place: number): boolean =>
    all.slice(0, place).some((givenConsent) => isOfSame(givenConsent, consent)) ||
    before.some((item) => isOfSame(item, consent) && item.textVersion === consent.textVersion);
  if (all.some(stands)) throw new Conflict('identities.consent.stands');
  if (before.length > 0) {
    await changeRows(
      tx,
      sql`UPDATE "Consent" SET "withdrawnAt" = ${by.at}, "withdrawnById" = ${by.accountId}
        WHERE "id" IN ${listed(before.map(({ id }) => id))}`,
    );
  }
  await insertRows(
    tx,
    'Consent',
    all.map(({ personId, purpose, textVersion, lang, basis }) => ({
      personId,
      purpose,
      textVersion,
      lang,
      basis,
      givenAt: by.at,
      givenById: by.accountId,
    })),
  );
  recordEvents(
    tx,
    by,
    all.map(({ personId, purpose, textVersion, basis }) => ({
      verb: 'consent.given',
      subjectKind: 'person',
      subjectId: personId,
      detail: { purpose, textVersion, basis },
    })),
  );
}

type Of = Pick<GivenConsent, 'personId' | 'purpose'>;
const isOfSame = (item: Of, other: Of): boolean =>
  item.personId === other.personId && item.purpose === other.purpose;

/** Those that stand for the same people and purposes. */
async function liveConsents(tx: Tx, all: Of[]) {
  const rows = await rowsOf<Of & { id: number; textVersion: number }>(
    tx,
    sql`SELECT "id", "personId", "purpose", "textVersion" FROM "Consent"
      WHERE "personId" IN ${listed(all.map(({ personId }) => personId))} AND "withdrawnAt" IS NULL`,
  );
  return rows.filter((row) => all.some((consent) => isOfSame(row, consent)));
}
