import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { refuseIf } from '../language/refusal.js';
import { spaceWithLeases } from './leases-of-space.js';
import { roomFor } from './room-for-lease.js';

type Otherwise = { ventureId: number; parkId: number; before: Day; beganOn: Day };

/**
 * Brings the leases of a park that ended with a stay to the day on which it ended in fact; who calls restates their rent.
 * @throws Refusal where a space was let on meanwhile, and has no room for one that lasted longer
 */
export async function endLeasesOtherwise(
  tx: Tx,
  by: Actor,
  { ventureId, parkId, before, beganOn }: Otherwise,
): Promise<void> {
  const wasInPark = {
    parkId,
    beganOn: { lt: before },
    OR: [{ endedOn: null }, { endedOn: { gte: before } }],
  };
  const leases = await tx.tenancy.findMany({
    where: { ventureId, endedOn: before, voidedAt: null, space: { parks: { some: wasInPark } } },
    orderBy: { id: 'asc' },
  });
  for (const lease of leases) {
    const space = await spaceWithLeases(tx, lease.spaceId);
    const others = space.leases.filter(({ id }) => id !== lease.id);
    const { beganOn: from, termEndOn, area } = lease;
    const wanted = { beganOn: from, termEndOn, endedOn: beganOn, area };
    const room = roomFor(wanted, others, space, today(by.at));
    refuseIf(['key' in room && { field: '', key: room.key, values: room.values ?? {} }]);
    await tx.tenancy.update({
      where: { id: lease.id },
      data: { endedOn: beganOn, version: { increment: 1 } },
    });
  }
}
