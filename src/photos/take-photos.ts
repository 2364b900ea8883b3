import type { Request, Response } from 'express';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { Refusal } from '../language/refusal.js';
import { sentBefore, transactOnce } from '../people/act-once.js';
import { proofsFolder } from '../process/data-folders.js';
import { deleteStored, type SealedFile, storeFile } from '../proofs/file-store.js';
import type { SealingDeps } from '../vault/deps.js';
import type { KeyRing } from '../vault/key-ring.js';
import { type CheckedPhoto, checkPhoto } from './check-photo.js';
import { photosOf } from './read-photos.js';

/** A photo whose two files are stored, and have no record yet. */
export type StoredPhoto = {
  file: SealedFile;
  thumbnail: SealedFile;
  width: number;
  height: number;
  sentSha256: string;
};

/**
 * Checks, draws and seals the photos that a form brought, and has them recorded, once for each form. Where that is refused,
 * or a photo turns out not to be needed, its files go again.
 * @param needed whether the form is about nothing else
 * @param record records them, and returns the address to go to; `keep` is told which are recorded
 * @throws Refusal for a photo that is not taken, and where one is needed and none was chosen
 */
export async function takePhotos(
  deps: SealingDeps,
  { req, res, needed }: { req: Request; res: Response; needed: boolean },
  record: (
    tx: Tx,
    by: Actor,
    photos: StoredPhoto[],
    keep: (kept: StoredPhoto[]) => void,
  ) => Promise<string>,
): Promise<string> {
  // What is sent again after a cut was drawn already.
  const before = await sentBefore(deps, req, res);
  if (before !== null) return before;
  const sent = photosOf(res);
  if (needed && sent.length === 0) throw new Refusal([{ field: 'file', key: 'photos.none' }]);
  const checked: CheckedPhoto[] = [];
  for (const photo of sent) checked.push(await checkPhoto(photo));
  const folder = proofsFolder(deps.config);
  const stored: string[] = [];
  let kept: StoredPhoto[] = [];
  try {
    const photos: StoredPhoto[] = [];
    for (const photo of checked)
      photos.push(await storePhoto({ folder, keys: deps.keys }, photo, stored));
    return await transactOnce(deps, req, res, (tx, by) =>
      record(tx, by, photos, (those) => {
        kept = those;
      }),
    );
  } catch (error) {
    kept = [];
    throw error;
  } finally {
    const names = new Set(kept.flatMap((photo) => [photo.file.storedAs, photo.thumbnail.storedAs]));
    await deleteStored(
      folder,
      stored.filter((name) => !names.has(name)),
    );
  }
}

/**
 * Seals both files of a photo into a folder.
 * @param stored is told what each is stored as, once it lies there
 */
export async function storePhoto(
  { folder, keys }: { folder: string; keys: KeyRing },
  { file, thumbnail, sentSha256 }: CheckedPhoto,
  stored: string[] = [],
): Promise<StoredPhoto> {
  const store = async ({ bytes }: { bytes: Buffer }): Promise<SealedFile> => {
    const one = await storeFile(folder, keys, { personId: null, bytes });
    stored.push(one.storedAs);
    return one;
  };
  return {
    file: await store(file),
    thumbnail: await store(thumbnail),
    width: file.width,
    height: file.height,
    sentSha256,
  };
}
