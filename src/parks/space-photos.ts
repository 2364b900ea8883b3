import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict } from '../language/refusal.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { dropPhotos, keepPhotos } from '../photos/keep-photos.js';
import { photosOfRecord } from '../photos/queries.js';
import type { StoredPhoto } from '../photos/take-photos.js';
import { canWritePark } from './permissions.js';

/**
 * Adds photos of a space, after those that are there. What is there already writes nothing.
 * @returns those that were added
 * @throws Forbidden for who does not keep the park; Conflict for a void space; Refusal beyond 12
 */
export async function addSpacePhotos(
  tx: Tx,
  by: Actor,
  spaceId: number,
  photos: StoredPhoto[],
): Promise<StoredPhoto[]> {
  const parkId = await keptSpace(tx, by, spaceId);
  const added = await keepPhotos(tx, by, { spaceId }, photos);
  if (added.length > 0)
    recordEvent(tx, by, {
      verb: 'space.photos-added',
      subjectKind: 'space',
      subjectId: spaceId,
      parkId,
      detail: { photos: added.length },
    });
  return added;
}

/** A photo's place among those of its space, and what is to be seen on it. */
export type Arranged = { id: number; position: number; caption: string };

/**
 * Puts the photos of a space in order, and says what is to be seen on each. What changes nothing writes nothing.
 * @throws Forbidden; Conflict for a void space, and where a photo came or went meanwhile
 */
export async function arrangeSpacePhotos(
  tx: Tx,
  by: Actor,
  spaceId: number,
  arranged: Arranged[],
): Promise<void> {
  const parkId = await keptSpace(tx, by, spaceId);
  const current = await photosOfRecord(tx, { spaceId });
  const asked = new Map(arranged.map((photo) => [photo.id, photo]));
  const isSame = current.length === asked.size && current.every(({ id }) => asked.has(id));
  if (!isSame) throw new Conflict('record.changed-meanwhile');
  const placeOf = ({ id }: { id: number }) => asked.get(id)?.position ?? 0;
  // Two at one place stay as they stood.
  const ordered = current.toSorted((a, b) => placeOf(a) - placeOf(b));
  const changed = ordered.flatMap((photo, at) => {
    const caption = asked.get(photo.id)?.caption ?? photo.caption;
    const isAsItWas = photo.position === at + 1 && photo.caption === caption;
    return isAsItWas ? [] : [{ id: photo.id, data: { position: at + 1, caption } }];
  });
  if (changed.length === 0) return;
  for (const { id, data } of changed) await tx.photo.update({ where: { id }, data });
  recordEvent(tx, by, {
    verb: 'space.photos-arranged',
    subjectKind: 'space',
    subjectId: spaceId,
    parkId,
    detail: { photos: current.length },
  });
}

/**
 * Takes a photo of a space away.
 * @returns what its files were stored as, to be deleted once this is committed
 * @throws Forbidden; Conflict where it is gone already
 */
export async function removeSpacePhoto(
  tx: Tx,
  by: Actor,
  { spaceId, id }: { spaceId: number; id: number },
): Promise<string[]> {
  const parkId = await keptSpace(tx, by, spaceId);
  const photo = await tx.photo.findFirst({ where: { id, spaceId } });
  if (!photo) throw new Conflict('photos.removed-already');
  recordEvent(tx, by, {
    verb: 'space.photo-removed',
    subjectKind: 'space',
    subjectId: spaceId,
    parkId,
    detail: { caption: photo.caption },
  });
  return dropPhotos(tx, by, [photo]);
}

/** @returns the park of the space */
async function keptSpace(tx: Tx, by: Actor, id: number): Promise<number> {
  const { parkId, voidedAt } = await tx.space.findUniqueOrThrow({
    where: { id },
    select: { parkId: true, voidedAt: true },
  });
  await refuseUnless(tx, by, (viewer) => canWritePark(viewer, { id: parkId }));
  if (voidedAt !== null) throw new Conflict('parks.space.void-already');
  return parkId;
}
