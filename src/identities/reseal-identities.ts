import { type Db, transact } from '../database/database.js';
import type { KeyRing } from '../vault/key-ring.js';
import { open, seal } from '../vault/seal.js';
import { certificatePlace } from './certificate-place.js';
import { bytesOf } from './enter-identity.js';
import { identityPlace } from './identity-place.js';

const batch = 200;

/**
 * Seals every number anew that an older key sealed, a batch at a time.
 * @returns how many
 * @throws BrokenSeal for one that was tampered with: those before it are done
 */
export async function resealIdentities(db: Db, keys: KeyRing): Promise<number> {
  for (let done = 0; ; ) {
    const count = await transact(db, async (tx) => {
      const old = await tx.identity.findMany({
        where: { keyId: { not: keys.newest.id } },
        orderBy: { personId: 'asc' },
        take: batch,
      });
      for (const identity of old) {
        const place = identityPlace(identity);
        const data = bytesOf(seal(keys, place, open(keys, place, identity)));
        await tx.identity.update({ where: { personId: identity.personId }, data });
      }
      return old.length;
    });
    done += count;
    if (count < batch) return done;
  }
}

/** The same for the numbers of certificates. */
export async function resealCertificates(db: Db, keys: KeyRing): Promise<number> {
  for (let done = 0; ; ) {
    const count = await transact(db, async (tx) => {
      const old = await tx.certificate.findMany({
        where: { keyId: { not: keys.newest.id } },
        orderBy: [{ personId: 'asc' }, { category: 'asc' }],
        take: batch,
      });
      for (const certificate of old) {
        const { personId, category } = certificate;
        const place = certificatePlace(certificate);
        const data = bytesOf(seal(keys, place, open(keys, place, certificate)));
        await tx.certificate.update({ where: { personId_category: { personId, category } }, data });
      }
      return old.length;
    });
    done += count;
    if (count < batch) return done;
  }
}
