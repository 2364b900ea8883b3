import { today } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import type { Tenancy } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { refuseClosedDays } from '../ledger/dated-attributes.js';
import { parkOfSpace, reachesOf, type SpaceStay } from '../parks/park-of-space.js';
import { enteredUntil } from './hold-over.js';
import { spaceWithLeases } from './leases-of-space.js';
import { roomFor } from './room-for-lease.js';

type Next = Pick<Tenancy, 'id' | 'ventureId' | 'spaceId' | 'beganOn' | 'area'>;

/** The lease that a renewal ended when it made the next one; null for a lease that is no renewal, or followed one that had an end. */
export async function leaseRenewedBy(reads: Reads, next: Next): Promise<Tenancy | null> {
  const { id, ventureId, spaceId, area, beganOn } = next;
  const renewed = await reads.historyEvent.findFirst({
    where: { verb: 'tenancy.renewed', subjectId: id },
    select: { at: true },
  });
  if (!renewed) return null;
  const earlier = await reads.tenancy.findFirst({
    where: { ventureId, spaceId, area, endedOn: beganOn, voidedAt: null, id: { lt: id } },
    orderBy: { id: 'desc' },
  });
  if (!earlier) return null;
  const where = { verb: 'tenancy.ended', subjectId: earlier.id, at: renewed.at };
  return (await reads.historyEvent.count({ where })) > 0 ? earlier : null;
}

/**
 * Takes back the end that a renewal gave a lease, as the renewal never was: as far as its area was not let on meanwhile.
 * Who calls restates its rent.
 */
export async function takeEndBack(
  tx: Tx,
  by: Actor,
  lease: Tenancy,
  { stays, reason }: { stays: SpaceStay[]; reason: string },
): Promise<void> {
  const { id, ventureId, spaceId, beganOn, endedOn, termEndOn, area } = lease;
  const space = await spaceWithLeases(tx, spaceId);
  const others = space.leases.filter((other) => other.id !== id);
  const now = today(by.at);
  const room = roomFor({ beganOn, termEndOn, endedOn: null, area }, others, space, now);
  if ('key' in room || room.endedOn === endedOn) return;
  const reaches = reachesOf(stays, ventureId, endedOn ?? termEndOn, room.endedOn);
  await refuseClosedDays(tx, by, 'Tenancy.endedOn', reaches);
  const ends = {
    endedOn: room.endedOn,
    heldOverTo: enteredUntil({ endedOn: room.endedOn, termEndOn }, now),
  };
  await tx.tenancy.update({
    where: { id },
    data: Object.assign(ends, { version: { increment: 1 } }),
  });
  recordEvent(tx, by, {
    verb: 'tenancy.corrected',
    subjectKind: 'tenancy',
    subjectId: id,
    ventureId,
    parkId: parkOfSpace(stays, beganOn),
    reason,
    detail: { endedOn: [endedOn, room.endedOn] },
  });
}
