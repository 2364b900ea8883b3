import { addDays, today } from '../calendar/days.js';
import { type Db, transact } from '../database/database.js';
import { recordEvent } from '../history/record.js';
import { dropPhotos } from '../photos/keep-photos.js';

/** For how long photos of a space that has closed are kept: it may turn out that it has not. */
const daysKept = 30;
const spacesAtOnce = 100;

/**
 * Takes away the photos of spaces that closed, or turned out never to have been, 30 days ago or earlier. The files are
 * deleted by whoever sweeps what records say was removed. @returns how many photos
 */
export async function expireSpacePhotos(db: Db, at: Date): Promise<number> {
  const until = addDays(today(at), -daysKept);
  const spaces = await db.space.findMany({
    where: { photos: { some: {} }, closedOn: { lte: until } },
    select: { id: true, parkId: true },
    orderBy: { id: 'asc' },
    take: spacesAtOnce,
  });
  const by = { accountId: null, at };
  let count = 0;
  for (const { id: spaceId, parkId } of spaces)
    count += await transact(db, async (tx) => {
      const photos = await tx.photo.findMany({ where: { spaceId } });
      await dropPhotos(tx, by, photos);
      recordEvent(tx, by, {
        verb: 'space.photos-expired',
        subjectKind: 'space',
        subjectId: spaceId,
        parkId,
        detail: { photos: photos.length },
      });
      return photos.length;
    });
  return count;
}
