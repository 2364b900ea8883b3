import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { changesBetween, recordEvent } from '../history/record.js';
import { Conflict } from '../language/refusal.js';
import { datedOfPark } from '../ledger/parks-on.js';
import type { Since } from '../ledger/since.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { changeParkDated } from './change-park-dated.js';
import type { NewPark } from './open-park.js';
import { canWritePark } from './permissions.js';

/** What can change of a park that is open. Its number, region and first day make totals, and stay. */
export type ParkChanges = Omit<NewPark, 'number' | 'regionCode' | 'openedOn'>;

/**
 * Changes a park's description. A change that changes nothing, the same form sent twice too, writes nothing.
 * @param input `since` says how a new name, place, operator or position is meant; a change from today where it is not said
 * @throws Conflict when somebody changed it since the version that was seen; what `changeParkDated` refuses
 */
export async function editPark(
  tx: Tx,
  by: Actor,
  id: number,
  version: number,
  input: ParkChanges & { since?: Since },
): Promise<void> {
  const { since = { kind: 'from', day: today(by.at) }, ...changes } = input;
  await refuseUnless(tx, by, (viewer) => canWritePark(viewer, { id }));
  const before = await tx.park.findUniqueOrThrow({
    where: { id },
    include: { earlier: { orderBy: { changedOn: 'asc' } } },
  });
  const detail = changesBetween(before, changes);
  if (Object.keys(detail).length === 0) return;
  if (before.version !== version) throw new Conflict('record.changed-meanwhile');
  const isDated = datedOfPark.some((name) => name in detail);
  if (isDated) await changeParkDated(tx, by, before, changes, since);
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
    reason: isDated && since.kind === 'corrected' ? since.reason.trim() : '',
    detail: Object.assign(isDated && since.kind === 'from' ? { beganOn: since.day } : {}, detail),
  });
}
