import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { changesBetween, recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { restateRent } from '../ledger/restate.js';
import { refuseUnless } from '../people/acting-viewer.js';
import type { NewSpace } from './add-spaces.js';
import { mostArea } from './area-let.js';
import type { NewPark } from './open-park.js';
import { canWritePark } from './permissions.js';

/** What can change of a park that is open. Its number, region and first day make totals, and stay. */
export type ParkChanges = Omit<NewPark, 'number' | 'regionCode' | 'openedOn'>;
export type SpaceChanges = Omit<NewSpace, 'openedOn' | 'marketRent' | 'rentSource'>;

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

/**
 * Changes a space's description. A change that changes nothing writes nothing.
 * @throws Conflict when somebody changed it since the version that was seen; Refusal when it would be
 *   smaller than what is or was let of it on some day
 */
export async function editSpace(
  tx: Tx,
  by: Actor,
  id: number,
  version: number,
  changes: SpaceChanges,
): Promise<void> {
  const before = await tx.space.findUniqueOrThrow({ where: { id } });
  await refuseUnless(tx, by, (viewer) => canWritePark(viewer, { id: before.parkId }));
  const detail = changesBetween(before, changes);
  if (Object.keys(detail).length === 0) return;
  const leases = await tx.tenancy.findMany({ where: { spaceId: id } });
  const taken = leases.map(({ beganOn, endedOn, area }) => ({ beganOn, until: endedOn, area }));
  refuseIf([
    changes.area < before.area &&
      changes.area < mostArea(taken) && { field: 'area', key: 'parks.area-under-tenancy' },
  ]);
  const { count } = await tx.space.updateMany({
    where: { id, version },
    data: { ...changes, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict('record.changed-meanwhile');
  recordEvent(tx, by, {
    verb: 'space.edited',
    subjectKind: 'space',
    subjectId: id,
    parkId: before.parkId,
    detail,
  });
  if (changes.area === before.area) return;
  // A lease forgoes its share of the market rent of the whole.
  await restateRent(tx, by, [...new Set(leases.map(({ ventureId }) => ventureId))]);
}
