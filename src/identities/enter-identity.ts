import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import { upsertRow } from '../database/upsert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseUnlessOfPerson } from '../people/acting-on-person.js';
import { canKeepPrivate } from '../people/permissions.js';
import type { KeyRing } from '../vault/key-ring.js';
import { type Lookup, lookupOf } from '../vault/lookup.js';
import { type Sealed, seal } from '../vault/seal.js';
import { identityPlace } from './identity-place.js';
import type { IdentityKind } from './kinds.js';
import { missingConsent } from './live-consent.js';
import { maskOf, readNumber } from './read-number.js';

export type NewIdentity = {
  personId: number;
  kind: IdentityKind;
  /** As it was typed. */
  number: string;
  /** When the number that it replaces was entered; null where there was none. */
  replaces: string | null;
};

/**
 * Enters or changes the number of a person's document, sealed; in the clear it is nowhere but in memory.
 * @throws Refusal without a standing consent, or for a number that cannot be one
 * @throws Conflict when another number was entered meanwhile
 */
export async function enterIdentity(
  tx: Tx,
  by: Actor,
  keys: KeyRing,
  { personId, kind, number: typed, replaces }: NewIdentity,
): Promise<void> {
  await refuseUnlessOfPerson(tx, by, personId, canKeepPrivate);
  const read = readNumber(kind, typed, today(by.at));
  const { enteredAt, noConsent } = await standingNumber(tx, personId);
  refuseIf([noConsent, 'fault' in read && { field: 'number', key: read.fault }]);
  if ('fault' in read) return;
  if ((enteredAt?.toISOString() ?? null) !== replaces) throw new Conflict('web.409.lead');
  const masked = maskOf(read.number);
  await keepNumber(tx, {
    personId,
    kind,
    masked,
    enteredAt: by.at,
    enteredById: by.accountId,
    ...lookupOf(keys, kind, read.lasting),
    ...seal(keys, identityPlace({ personId, kind }), Buffer.from(read.number)),
  });
  recordEvent(tx, by, {
    verb: enteredAt ? 'identity.changed' : 'identity.entered',
    subjectKind: 'person',
    subjectId: personId,
    detail: { identityKind: kind, masked },
  });
}

/** When a number was entered, null for none, and what is wrong where no consent stands. */
async function standingNumber(tx: Tx, personId: number) {
  const [row] = await rowsOf<{ enteredAt: Date | null; consents: number }>(
    tx,
    sql`SELECT (SELECT "enteredAt" FROM "Identity" WHERE "personId" = ${personId}) AS "enteredAt",
        (SELECT COUNT(*) FROM "Consent" WHERE "personId" = ${personId} AND "purpose" = 'identity'
          AND "withdrawnAt" IS NULL) AS "consents"`,
    { times: ['enteredAt'] },
  );
  const { enteredAt = null, consents = 0 } = row ?? {};
  return {
    enteredAt,
    noConsent: consents === 0 && missingConsent('identity'),
  };
}

type KeptNumber = Sealed &
  Lookup & {
    personId: number;
    kind: IdentityKind;
    masked: string;
    enteredAt: Date;
    enteredById: number | null;
  };

/** For which case an older number was needed stays as it is. */
const keepNumber = (tx: Tx, number: KeptNumber): Promise<void> =>
  upsertRow(tx, 'Identity', ['personId'], number);

/** The client wants bytes over a buffer of their own. */
export const bytesOf = ({ keyId, sealed }: { keyId: string; sealed: Buffer }) => ({
  keyId,
  sealed: new Uint8Array(sealed),
});
