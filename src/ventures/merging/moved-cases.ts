import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { recordEvents } from '../../history/record.js';
import type { Records } from './stored-records.js';

type Numbers = { mergedNumber: string; survivorNumber: string };

/** Records with each case that became another venture's that it did, and by which merge. */
export async function recordMovedCases(
  tx: Tx,
  by: Actor,
  {
    from,
    to,
    act,
    numbers,
  }: {
    from: Records;
    to: Records;
    act: 'venture-merged' | 'venture-parted';
    numbers: Numbers;
  },
): Promise<void> {
  const owners = new Map(from.WaiverApplication.map(({ id, ventureId }) => [id, ventureId]));
  const moved = to.WaiverApplication.filter(({ id, ventureId }) => owners.get(id) !== ventureId);
  const cases = await tx.waiverApplication.findMany({
    where: { id: { in: moved.map(({ id }) => id) } },
    select: { id: true, number: true, ventureId: true, parkId: true },
    orderBy: { id: 'asc' },
  });
  recordEvents(
    tx,
    by,
    cases.map(({ id, number, ventureId, parkId }) => ({
      verb: `application.${act}`,
      subjectKind: 'application',
      subjectId: id,
      ventureId,
      parkId,
      detail: {
        number,
        mergedNumber: numbers.mergedNumber,
        survivorNumber: numbers.survivorNumber,
      },
    })),
  );
}
