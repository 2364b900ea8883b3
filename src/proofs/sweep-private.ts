import type { Config } from '../config.js';
import type { Db } from '../database/database.js';
import { expireConsents } from '../identities/expire-consents.js';
import { deleteStored, proofsFolder } from './file-store.js';
import { sweepProofs } from './sweep-proofs.js';

/**
 * Deletes what has been kept for as long as was promised, and files that nothing refers to.
 * @returns the names of stored files that records refer to and that are not there: something is wrong
 */
export async function sweepPrivate(
  db: Db,
  config: Pick<Config, 'dataDir'>,
  now: Date,
): Promise<string[]> {
  const folder = proofsFolder(config);
  await deleteStored(folder, await expireConsents(db, now));
  return (await sweepProofs(db, folder, now)).missing;
}
