import type { Tx } from '../database/database.js';
import type { KeyRing } from '../vault/key-ring.js';
import { open, seal } from '../vault/seal.js';
import { certificatePlace } from './certificate-place.js';
import { bytesOf } from './enter-identity.js';

type FromTo = { fromId: number; toId: number };
/** What of a certificate is stored with a merge: that it was entered, without its number. */
export type CertificateRow = {
  personId: number;
  category: string;
  enteredAt: string;
  enteredById: number | null;
  neededFor: string | null;
};

/**
 * Makes the certificates of one person another's, sealed anew, as what is sealed for one does not open for another. One that the
 * other has too is needed for as long as either was.
 */
export async function joinCertificates(tx: Tx, keys: KeyRing, { fromId, toId }: FromTo) {
  for (const row of await tx.certificate.findMany({ where: { personId: fromId } })) {
    const { category, neededFor } = row;
    const own = { personId_category: { personId: toId, category } };
    const held = await tx.certificate.findUnique({ where: own });
    await tx.certificate.delete({ where: { personId_category: { personId: fromId, category } } });
    if (!held) await tx.certificate.create({ data: sealedFor(toId, keys, row) });
    else if (held.neededFor === null)
      await tx.certificate.update({ where: own, data: { neededFor } });
  }
}

/** Gives back what `joinCertificates` brought together: `before` is what both had. What is gone since is not given back. */
export async function partCertificates(
  tx: Tx,
  keys: KeyRing,
  { fromId, toId }: FromTo,
  before: readonly CertificateRow[],
): Promise<void> {
  const of = (personId: number) => before.filter((row) => row.personId === personId);
  for (const { category, enteredAt, enteredById, neededFor } of of(toId)) {
    const merged = { personId_category: { personId: fromId, category } };
    const row = await tx.certificate.findUnique({ where: merged });
    if (!row) continue;
    const entered = { enteredAt: new Date(enteredAt), enteredById, neededFor };
    await tx.certificate.create({ data: Object.assign(sealedFor(toId, keys, row), entered) });
    const own = of(fromId).find((each) => each.category === category);
    if (own) await tx.certificate.update({ where: merged, data: { neededFor: own.neededFor } });
    else await tx.certificate.delete({ where: merged });
  }
  await tx.certificate.deleteMany({
    where: {
      personId: { in: [fromId, toId] },
      neededFor: null,
      person: { consents: { none: { purpose: 'identity', withdrawnAt: null } } },
    },
  });
}

type Stored = NonNullable<Awaited<ReturnType<Tx['certificate']['findUnique']>>>;

function sealedFor(personId: number, keys: KeyRing, row: Stored): Stored {
  const { category } = row;
  const number = open(keys, certificatePlace(row), row);
  const sealed = bytesOf(seal(keys, certificatePlace({ personId, category }), number));
  return Object.assign({}, row, { personId }, sealed);
}
