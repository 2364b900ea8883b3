import type { Reads } from '../database/database.js';
import { readSealed } from './file-store.js';

/**
 * The sealed bytes of a file whose record was read a while ago; null where it has been removed since.
 * @throws ENOENT when the record says that it is there, and it is not
 */
export async function sealedIfCurrent(
  reads: Reads,
  folder: string,
  { id, storedAs }: { id: number; storedAs: string },
): Promise<Buffer | null> {
  try {
    return await readSealed(folder, storedAs);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    if ((await reads.proofFile.count({ where: { id, storedAs, removedAt: null } })) > 0)
      throw error;
    return null;
  }
}
