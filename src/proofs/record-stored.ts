import type { Config } from '../config.js';
import { proofsFolder } from '../process/data-folders.js';
import { deleteStored } from './file-store.js';

/**
 * Records a file that was stored; where that is refused, or the file turns out not to be needed, it is deleted again.
 * @param record calls `keep` once the record of the file is made
 */
export async function recordStored<T>(
  config: Config,
  { storedAs }: { storedAs: string },
  record: (keep: () => void) => Promise<T>,
): Promise<T> {
  let isRecorded = false;
  try {
    return await record(() => {
      isRecorded = true;
    });
  } catch (error) {
    isRecorded = false;
    throw error;
  } finally {
    if (!isRecorded) await deleteStored(proofsFolder(config), [storedAs]);
  }
}
