import type { Tx } from '../database/database.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { refuseIf } from '../language/refusal.js';
import type { SealedFile } from '../proofs/file-store.js';
import { markRemoved } from '../proofs/mark-removed.js';
import { mostPhotos } from './limits.js';
import type { StoredPhoto } from './take-photos.js';

/** What photos are of. */
export type PhotosOf = { spaceId: number } | { visitId: number };

/**
 * Records photos after those that are there. One that is there already is not recorded again, so that a form that is sent
 * twice makes no double, whatever its key.
 * @returns those that were recorded
 * @throws Refusal beyond 12 of one record
 */
export async function keepPhotos(
  tx: Tx,
  by: Actor,
  of: PhotosOf,
  photos: StoredPhoto[],
): Promise<StoredPhoto[]> {
  const current = await tx.photo.findMany({
    where: of,
    select: { position: true, sentSha256: true },
  });
  const there = new Set(current.map(({ sentSha256 }) => sentSha256));
  const added = photos.filter(({ sentSha256 }, at) => {
    const isFirst = photos.findIndex((photo) => photo.sentSha256 === sentSha256) === at;
    return isFirst && !there.has(sentSha256);
  });
  refuseIf([
    current.length + added.length > mostPhotos && {
      field: 'file',
      key: 'photos.too-many',
      values: { n: mostPhotos, there: current.length },
    },
  ]);
  const last = Math.max(0, ...current.map(({ position }) => position));
  const row = (stored: SealedFile) => ({
    personId: null,
    item: 'photo',
    name: 'photo.jpg',
    mediaType: 'image/jpeg',
    ...stored,
    uploadedAt: by.at,
    uploadedById: by.accountId,
  });
  const files = added.flatMap(({ file, thumbnail }) => [row(file), row(thumbnail)]);
  const ids = await insertRowsForIds(tx, 'ProofFile', files);
  await insertRows(
    tx,
    'Photo',
    added.map(({ width, height, sentSha256 }, at) => ({
      ...of,
      position: last + at + 1,
      width,
      height,
      sentSha256,
      fileId: ids[2 * at] ?? 0,
      thumbnailId: ids[2 * at + 1] ?? 0,
      addedAt: by.at,
      addedById: by.accountId,
    })),
  );
  return added;
}

/**
 * Takes photos away, their files with them.
 * @returns what the files were stored as, to be deleted once this is committed
 */
export async function dropPhotos(
  tx: Tx,
  by: Actor,
  photos: readonly { id: number; fileId: number; thumbnailId: number }[],
): Promise<string[]> {
  if (photos.length === 0) return [];
  await tx.photo.deleteMany({ where: { id: { in: photos.map(({ id }) => id) } } });
  const ids = photos.flatMap(({ fileId, thumbnailId }) => [fileId, thumbnailId]);
  return markRemoved(tx, by, { id: { in: ids } });
}
