import path from 'node:path';
import type { Config } from '../config.js';
import { checkDatabase } from '../database/check-database.js';
import { openCopy, openExisting } from '../database/existing.js';
import { proofsFolder } from '../process/data-folders.js';
import type { KeyRing } from '../vault/key-ring.js';
import { type DataCheck, notReadable, verifyData } from './verify-data.js';

/**
 * Checks the data in place beside the site at work: the file of the database, and what it says on a copy made at one
 * moment. @throws NoDatabase
 */
export async function verifyLive(config: Config, keys: KeyRing | null): Promise<DataCheck> {
  const existing = {
    file: config.databaseFile,
    directory: path.join(config.root, 'prisma/migrations'),
  };
  const live = await openExisting(existing);
  try {
    const { faults, isReadable } = await checkDatabase(config.databaseFile);
    if (!isReadable) return notReadable(faults);
    const copy = await openCopy(existing);
    try {
      const folder = proofsFolder(config);
      const isCurrent = async ({ id, storedAs }: { id: number; storedAs: string }) =>
        (await live.db.proofFile.count({ where: { id, storedAs, removedAt: null } })) > 0;
      const check = await verifyData(copy.db, { folder, keys, isCurrent });
      return { ...check, problems: [...faults, ...check.problems] };
    } finally {
      await copy.close();
    }
  } finally {
    await live.close();
  }
}
