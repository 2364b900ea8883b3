import { addMonths, monthOf, today } from '../calendar/days.js';
import { type Db, type Tx, transact } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { dropPhotos, keepPhotos } from '../photos/keep-photos.js';
import type { StoredPhoto } from '../photos/take-photos.js';
import { canWriteVisit } from './permissions.js';

/** For how long photos of a visit are kept: people may be seen on them. */
export const yearsKept = 2;
const visitsAtOnce = 100;

/**
 * Adds photos of a visit, after those that are there. What is there already writes nothing.
 * @returns those that were added
 * @throws Forbidden for who does not keep the visit; Conflict for one that was cancelled; Refusal beyond 12
 */
export async function addVisitPhotos(
  tx: Tx,
  by: Actor,
  visitId: number,
  photos: StoredPhoto[],
): Promise<StoredPhoto[]> {
  const parkId = await keptVisit(tx, by, visitId);
  const added = await keepPhotos(tx, by, { visitId }, photos);
  if (added.length > 0)
    recordEvent(tx, by, {
      verb: 'visit.photos-added',
      subjectKind: 'visit',
      subjectId: visitId,
      parkId,
      detail: { photos: added.length },
    });
  return added;
}

/**
 * Takes a photo of a visit away.
 * @returns what its files were stored as, to be deleted once this is committed
 * @throws Forbidden; Refusal without a reason; Conflict where it is gone already
 */
export async function removeVisitPhoto(
  tx: Tx,
  by: Actor,
  { visitId, id, reason }: { visitId: number; id: number; reason: string },
): Promise<string[]> {
  const parkId = await keptVisit(tx, by, visitId);
  const photo = await tx.photo.findFirst({ where: { id, visitId } });
  if (!photo) throw new Conflict('photos.removed-already');
  refuseIf([reason.trim() === '' && { field: 'reason', key: 'web.field.required' }]);
  recordEvent(tx, by, {
    verb: 'visit.photo-removed',
    detail: {},
    subjectKind: 'visit',
    subjectId: visitId,
    parkId,
    reason: reason.trim(),
  });
  return dropPhotos(tx, by, [photo]);
}

/**
 * Takes away the photos of visits of more than two years ago. The files are deleted by whoever sweeps what records say was
 * removed. @returns how many photos
 */
export async function expireVisitPhotos(db: Db, at: Date): Promise<number> {
  const until = `${addMonths(monthOf(today(at)), -12 * yearsKept)}${today(at).slice(7)}`;
  const visits = await db.visit.findMany({
    where: { photos: { some: {} }, madeOn: { lt: until } },
    select: { id: true, parkId: true },
    orderBy: { id: 'asc' },
    take: visitsAtOnce,
  });
  const by = { accountId: null, at };
  let count = 0;
  for (const { id: visitId, parkId } of visits)
    count += await transact(db, async (tx) => {
      const photos = await tx.photo.findMany({ where: { visitId } });
      await dropPhotos(tx, by, photos);
      recordEvent(tx, by, {
        verb: 'visit.photos-expired',
        subjectKind: 'visit',
        subjectId: visitId,
        parkId,
        detail: { photos: photos.length },
      });
      return photos.length;
    });
  return count;
}

/** @returns the park of the visit */
async function keptVisit(tx: Tx, by: Actor, id: number): Promise<number> {
  const { parkId, cancelledAt } = await tx.visit.findUniqueOrThrow({
    where: { id },
    select: { parkId: true, cancelledAt: true },
  });
  await refuseUnless(tx, by, (viewer) => canWriteVisit(viewer, { parkId }));
  if (cancelledAt !== null) throw new Conflict('visits.cancelled-already');
  return parkId;
}
