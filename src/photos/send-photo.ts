import type { Request, Response } from 'express';
import { proofsFolder } from '../process/data-folders.js';
import { readStored } from '../proofs/file-store.js';
import type { SealingDeps } from '../vault/deps.js';
import type { PhotoFound } from './queries.js';

/** How long a photo that was taken away may still be seen by who has seen it. */
const seconds = 3600;

/**
 * Answers with a photo, in the size that is asked for. What lies at an address never changes; it goes when it is taken away.
 * @param isPublic whether others on the way may keep it too
 */
export async function sendPhoto(
  { config, keys }: SealingDeps,
  { req, res }: { req: Request; res: Response },
  { file, thumbnail }: PhotoFound,
  isPublic: boolean,
): Promise<void> {
  const asked = req.query.size === 'small' ? thumbnail : file;
  res.set({
    'Content-Type': 'image/jpeg',
    'Cache-Control': `${isPublic ? 'public' : 'private'}, max-age=${seconds}`,
    ETag: `"${asked.sha256}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  res.send(await readStored(proofsFolder(config), keys, { ...asked, personId: null }));
}
