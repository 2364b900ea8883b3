import type { Db } from '../database/database.js';
import type { KeyRing } from '../vault/key-ring.js';
import { deleteStored, storeFile, unseal } from './file-store.js';
import { sealedIfCurrent } from './sealed-if-current.js';

/**
 * Seals every file anew that an older key sealed, one at a time: the new one is stored, then its record
 * changed, then the old one deleted.
 * @returns how many
 * @throws BrokenSeal for one that was tampered with: those before it are done
 */
export async function resealProofs(db: Db, keys: KeyRing, folder: string): Promise<number> {
  const old = await db.proofFile.findMany({
    where: { keyId: { not: keys.newest.id }, removedAt: null },
    orderBy: { id: 'asc' },
  });
  let done = 0;
  for (const file of old) {
    const { id, personId, storedAs } = file;
    const sealed = await sealedIfCurrent(db, folder, file);
    if (!sealed) continue;
    const bytes = unseal(keys, file, sealed);
    const stored = await storeFile(folder, keys, { personId, bytes });
    const { count } = await db.proofFile.updateMany({
      where: { id, storedAs, removedAt: null },
      data: {
        storedAs: stored.storedAs,
        keyId: stored.keyId,
        sealedSha256: stored.sealedSha256,
      },
    });
    // It was removed meanwhile: then the new one is the one too many.
    await deleteStored(folder, [count === 1 ? storedAs : stored.storedAs]);
    done += count;
  }
  return done;
}
