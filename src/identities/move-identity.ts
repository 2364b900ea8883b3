import type { Tx } from '../database/database.js';
import type { KeyRing } from '../vault/key-ring.js';
import { open, seal } from '../vault/seal.js';
import { bytesOf } from './enter-identity.js';
import { identityPlace } from './identity-place.js';

type FromTo = { fromId: number; toId: number };

/**
 * Makes the document of one person another's, who has none: its number is sealed anew, as what is sealed for one does not
 * open for another. One that is not there is not moved.
 * @throws BrokenSeal; KeyMissing
 */
export async function moveIdentity(tx: Tx, keys: KeyRing, { fromId, toId }: FromTo): Promise<void> {
  const identity = await tx.identity.findUnique({ where: { personId: fromId } });
  if (!identity) return;
  await tx.identity.delete({ where: { personId: fromId } });
  await tx.identity.create({ data: sealedFor(toId, keys, identity) });
}

/** Enters for a person the document that another has, as it was entered for that person. Nothing where it is gone. */
export async function copyIdentity(
  tx: Tx,
  keys: KeyRing,
  { fromId, toId }: FromTo,
  entered: { enteredAt: Date; enteredById: number | null; neededFor: string | null },
): Promise<void> {
  const identity = await tx.identity.findUnique({ where: { personId: fromId } });
  if (!identity) return;
  await tx.identity.create({
    data: Object.assign(sealedFor(toId, keys, identity), {
      enteredAt: entered.enteredAt,
      enteredById: entered.enteredById,
      neededFor: entered.neededFor,
    }),
  });
}

type Stored = NonNullable<Awaited<ReturnType<Tx['identity']['findUnique']>>>;

function sealedFor(personId: number, keys: KeyRing, identity: Stored): Stored {
  const { kind } = identity;
  const number = open(keys, identityPlace(identity), identity);
  const sealed = bytesOf(seal(keys, identityPlace({ personId, kind }), number));
  return Object.assign({}, identity, { personId }, sealed);
}
