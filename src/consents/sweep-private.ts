import type { Config } from '../config.js';
import type { Db } from '../database/database.js';
import { proofsFolder } from '../process/data-folders.js';
import { deleteRemoved } from '../proofs/delete-removed.js';
import { deleteStored } from '../proofs/file-store.js';
import { expireConsents } from './expire-consents.js';

/**
 * Deletes what has been kept for as long as was promised: numbers and files of proof, each by its own record.
 * @returns how many files
 */
export async function sweepPrivate(
  db: Db,
  config: Pick<Config, 'dataDir'>,
  now: Date,
): Promise<number> {
  const files = await expireConsents(db, now);
  await deleteStored(proofsFolder(config), files);
  return files.length + (await deleteRemoved(db, proofsFolder(config)));
}
