import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseClosedDays } from '../ledger/dated-attributes.js';
import { postEntries } from '../ledger/post-entries.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { canOpenParks } from './permissions.js';

export type NewRegion = { parkId: number; regionCode: string; beganOn: Day; reason: string };

/**
 * Puts a park into another region from a day on. Numbers of earlier days can be read either way:
 * in the regions of then, or of now.
 * @throws Refusal for the same region, one that there is not, a day before the stay in the present one began, or one in
 * a closed month; Conflict for a park that is closed
 */
export async function changeParkRegion(tx: Tx, by: Actor, input: NewRegion): Promise<void> {
  await refuseUnless(tx, by, canOpenParks);
  const { parkId, regionCode, beganOn, reason } = input;
  const park = await tx.park.findUniqueOrThrow({ where: { id: parkId } });
  if (park.closedOn !== null) throw new Conflict('parks.closed');
  const region = await tx.region.findUnique({ where: { code: regionCode } });
  const stay = await tx.parkRegion.findFirstOrThrow({ where: { parkId, endedOn: null } });
  refuseIf([
    (!region || region.kind === 'city') && { field: 'regionCode', key: 'parks.unknown-region' },
    regionCode === park.regionCode && { field: 'regionCode', key: 'parks.structure.same-region' },
    beganOn > today(by.at) && { field: 'beganOn', key: 'calendar.in-future' },
    beganOn <= stay.beganOn && {
      field: 'beganOn',
      key: 'parks.structure.too-early',
      values: { day: { day: stay.beganOn } },
    },
  ]);
  await refuseClosedDays(tx, by, 'ParkRegion.beganOn', [{ parkId, ventureId: null, day: beganOn }]);
  await tx.parkRegion.update({ where: { id: stay.id }, data: { endedOn: beganOn } });
  await tx.parkRegion.create({ data: { parkId, regionCode, beganOn } });
  await tx.park.update({ where: { id: parkId }, data: { regionCode, version: { increment: 1 } } });
  recordEvent(tx, by, {
    verb: 'park.reassigned',
    subjectKind: 'park',
    subjectId: parkId,
    parkId,
    reason,
    detail: { regionCode, beganOn },
  });
}

/** Takes a park out of the network from a day on: whoever calls it has seen to its ventures. */
export async function closeOn(
  tx: Tx,
  by: Actor,
  parkId: number,
  closedOn: Day,
  mergedIntoId: number | null,
): Promise<void> {
  const { count } = await tx.park.updateMany({
    where: { id: parkId, closedOn: null },
    data: { closedOn, mergedIntoId, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict('parks.closed');
  await postEntries(tx, by, [
    {
      effectiveOn: closedOn,
      measure: 'parks',
      parkId,
      ventureId: null,
      amount: -1,
      causeKind: 'park',
      causeId: parkId,
    },
  ]);
}
