import type { Db } from '../database/database.js';
import type { KeyRing } from '../vault/key-ring.js';
import { sha256Of, unseal } from './file-store.js';
import { sealedIfCurrent } from './sealed-if-current.js';

/**
 * Records the hash of the sealed bytes of files that were stored before such hashes were: each is opened first, so
 * that nothing altered is ever recorded as right.
 * @returns how many
 * @throws BrokenSeal for one that was tampered with, ENOENT for one that is gone: those before it are done
 */
export async function recordHashes(db: Db, keys: KeyRing, folder: string): Promise<number> {
  const files = await db.proofFile.findMany({
    where: { sealedSha256: null, removedAt: null },
    orderBy: { id: 'asc' },
  });
  let done = 0;
  for (const file of files) {
    const sealed = await sealedIfCurrent(db, folder, file);
    if (!sealed) continue;
    unseal(keys, file, sealed);
    const { count } = await db.proofFile.updateMany({
      where: { id: file.id, storedAs: file.storedAs, removedAt: null },
      data: { sealedSha256: sha256Of(sealed) },
    });
    done += count;
  }
  return done;
}
