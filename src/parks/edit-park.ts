import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { changesBetween, recordEvent } from '../history/record.js';
import { Conflict } from '../language/refusal.js';
import { refuseUnless } from '../people/acting-viewer.js';
import type { NewPark } from './open-park.js';
import { canWritePark } from './permissions.js';

/** What can change of a park that is open. Its number, region and first day make totals, and stay. */
export type ParkChanges = Omit<NewPark, 'number' | 'regionCode' | 'openedOn'>;

/**
 * Changes a park's description. A change that changes nothing, the same form sent twice too, writes nothing.
 * @throws Conflict when somebody changed it since the version that was seen
 */
export async function editPark(
  tx: Tx,
  by: Actor,
  id: number,
  version: number,
  changes: ParkChanges,
): Promise<void> {
  await refuseUnless(tx, by, (viewer) => canWritePark(viewer, { id }));
  const before = await tx.park.findUniqueOrThrow({ where: { id } });
  const detail = changesBetween(before, changes);
  if (Object.keys(detail).length === 0) return;
  const { count } = await tx.park.updateMany({
    where: { id, version },
    data: { ...changes, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict('record.changed-meanwhile');
  recordEvent(tx, by, {
    verb: 'park.edited',
    subjectKind: 'park',
    subjectId: id,
    parkId: id,
    detail,
  });
}
