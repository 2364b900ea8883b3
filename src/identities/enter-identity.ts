import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import type { KeyRing } from '../vault/key-ring.js';
import { lookupOf } from '../vault/lookup.js';
import { seal } from '../vault/seal.js';
import { identityPlace } from './identity-place.js';
import type { IdentityKind } from './kinds.js';
import { consentFault } from './live-consent.js';
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
  const read = readNumber(kind, typed, today(by.at));
  refuseIf([
    await consentFault(tx, personId, 'identity'),
    'fault' in read && { field: 'number', key: read.fault },
  ]);
  if ('fault' in read) return;
  const before = await tx.identity.findUnique({ where: { personId } });
  if ((before?.enteredAt.toISOString() ?? null) !== replaces) throw new Conflict('web.409.lead');
  const masked = maskOf(read.number);
  const data = {
    ...{ kind, masked, enteredAt: by.at, enteredById: by.accountId },
    ...lookupOf(keys, kind, read.lasting),
    ...bytesOf(seal(keys, identityPlace({ personId, kind }), Buffer.from(read.number))),
  };
  await tx.identity.upsert({ where: { personId }, create: { personId, ...data }, update: data });
  recordEvent(tx, by, {
    verb: before ? 'identity.changed' : 'identity.entered',
    subjectKind: 'person',
    subjectId: personId,
    detail: { identityKind: kind, masked },
  });
}

/** The client wants bytes over a buffer of their own. */
export const bytesOf = ({ keyId, sealed }: { keyId: string; sealed: Buffer }) => ({
  keyId,
  sealed: new Uint8Array(sealed),
});
