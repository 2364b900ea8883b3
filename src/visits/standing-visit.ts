import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { Conflict } from '../language/refusal.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { canWriteVisit } from './permissions.js';

/**
 * A visit that its keeper is about to change.
 * @throws Forbidden for who may not; Conflict for one that was cancelled, or changed since the version that was seen
 */
export async function standingVisit(tx: Tx, by: Actor, id: number, version: number) {
  const visit = await tx.visit.findUniqueOrThrow({
    where: { id },
    include: {
      ventures: {
        include: { venture: { select: { number: true } } },
        orderBy: { ventureId: 'asc' },
      },
    },
  });
  await refuseUnless(tx, by, (viewer) => canWriteVisit(viewer, visit));
  if (visit.cancelledAt !== null) throw new Conflict('visits.cancelled-already');
  if (visit.version !== version) throw new Conflict('record.changed-meanwhile');
  return visit;
}

/** Takes a visit from the version that was seen to the next. @throws Conflict when somebody was quicker */
export async function changeVisit(
  tx: Tx,
  { id, version }: { id: number; version: number },
  data: Parameters<Tx['visit']['updateMany']>[0]['data'],
): Promise<void> {
  const { count } = await tx.visit.updateMany({
    where: { id, version, cancelledAt: null },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict('record.changed-meanwhile');
}
