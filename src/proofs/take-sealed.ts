import type { Request, Response } from 'express';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { Refusal } from '../language/refusal.js';
import { transactOnce } from '../people/act-once.js';
import { proofsFolder } from '../process/data-folders.js';
import type { SealingDeps } from '../vault/deps.js';
import { checkFile, isFault } from './check-file.js';
import { plainName } from './file-name.js';
import { type SealedFile, storeFile } from './file-store.js';
import { heicAsJpeg } from './heic-as-jpeg.js';
import { proofFileOf } from './read-upload.js';
import { recordStored } from './record-stored.js';

export type TakenFile = { name: string; mediaType: string; stored: SealedFile };

/**
 * Checks and seals the file that a form brought, and has it recorded, once for each form. Where that is refused, or the
 * file turns out not to be needed, it goes again.
 * @param personId whose it is; null where it is of no person
 * @param record calls `keep` once the record of the file is made, and returns the address to go to
 * @throws Refusal for a file that is missing, too large or of no kind that is taken
 */
export async function takeSealed(
  deps: SealingDeps,
  { req, res, personId }: { req: Request; res: Response; personId: number | null },
  record: (tx: Tx, by: Actor, file: TakenFile, keep: () => void) => Promise<string>,
): Promise<string> {
  const { keys, config } = deps;
  const { name, bytes } = await heicAsJpeg(proofFileOf(res));
  const kind = await checkFile({ name, bytes });
  if (isFault(kind)) throw new Refusal([kind]);
  const stored = await storeFile(proofsFolder(config), keys, { personId, bytes });
  const file = { name: plainName(name), mediaType: kind.mediaType, stored };
  return recordStored(config, stored, (keep) =>
    transactOnce(deps, req, res, (tx, by) => record(tx, by, file, keep)),
  );
}
