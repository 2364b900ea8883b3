import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { type Fault, refuseIf } from '../language/refusal.js';
import { areaOnDay } from '../ledger/space-on.js';
import { parkOfSpace, type SpaceStay } from '../parks/park-of-space.js';
import { dayOfLeaving, isThere } from './day-of-leaving.js';
import { type SpaceWithLeases, type StoredLease, spacesAsJson } from './leases-of-space.js';
import type { Letting } from './let-spaces.js';
import { rentFaults } from './rent-steps.js';
import { roomFor } from './room-for-lease.js';
import { isOpen, type Stay, staysAsJson } from './settle-venture.js';

/** A letting with the parks of its space, that of the first day, and the lease that it becomes. */
export type Placed = { input: Letting; stays: SpaceStay[]; parkId: number; lease: StoredLease };

/**
 * Finds room for lettings, one after the other. One of a stay that has ended ends with it.
 * @returns them, and the stored leases that end with their terms as their spaces are let on
 * @throws Refusal with the row
 */
export async function placeLeases(
  tx: Tx,
  by: Actor,
  inputs: Letting[],
): Promise<{ placed: Placed[]; ending: StoredLease[] }> {
  const { spaceOf, residencies } = await spacesAndStays(tx, inputs);
  const ending = new Set<StoredLease>();
  const placed = inputs.map((input, row) => {
    const space = spaceOf.get(input.spaceId);
    refuseIf(faultsOf(input, space, residencies), row);
    const { stays, leases } = space as SpaceWithLeases;
    const { ventureId, beganOn, termEndOn } = input;
    const parkId = parkOfSpace(stays, beganOn);
    const leaving = dayOfLeaving(residencies, ventureId, { stays, day: beganOn });
    const own = { beganOn, termEndOn, area: input.area, endedOn: leaving };
    const room = roomFor(own, leases, space as SpaceWithLeases, today(by.at));
    refuseIf(['key' in room && room], row);
    const { endedOn, ending: others } = room as Exclude<typeof room, Fault>;
    for (const other of others) ending.add(Object.assign(other, { endedOn: other.termEndOn }));
    const stored = { id: 0, version: 1, ventureId, venture: '', parkId, hasWaiver: 0 };
    const lease: StoredLease = Object.assign(stored, own, { endedOn });
    leases.push(lease);
    return { input, stays, parkId, lease };
  });
  return { placed, ending: [...ending].filter(({ id }) => id !== 0) };
}

function faultsOf(
  input: Letting,
  space: SpaceWithLeases | undefined,
  residencies: Stay[],
): (Fault | false)[] {
  const { ventureId, beganOn, termEndOn, area, rent } = input;
  const parkId = space && parkOfSpace(space.stays, beganOn);
  const isHome = residencies.some(
    (stay) => stay.ventureId === ventureId && stay.parkId === parkId && isThere(stay, beganOn),
  );
  return [
    !isHome && { field: 'spaceId', key: 'ventures.not-in-park-then' },
    space !== undefined &&
      !isOpen(space, beganOn) && { field: 'beganOn', key: 'ventures.space-not-open' },
    termEndOn <= beganOn && { field: 'termLastOn', key: 'ventures.term-before-begin' },
    area <= 0 && { field: 'area', key: 'ventures.area-positive' },
    space !== undefined &&
      area > areaOnDay(space, beganOn) && { field: 'area', key: 'ventures.area-over-space' },
    rent < 0 && { field: 'rent', key: 'ventures.rent-negative' },
    ...rentFaults(input, input),
  ];
}

/** The spaces that are asked for with their leases, and where the ventures are and were. */
async function spacesAndStays(tx: Tx, inputs: Letting[]) {
  const [row] = await rowsOf<{ spaces: string; stays: string }>(
    tx,
    sql`SELECT ${staysAsJson(inputs.map((input) => input.ventureId))} AS "stays",
      ${spacesAsJson(inputs.map((input) => input.spaceId))} AS "spaces"`,
  );
  const spaces: SpaceWithLeases[] = JSON.parse(row?.spaces ?? '[]');
  const residencies: Stay[] = JSON.parse(row?.stays ?? '[]');
  return { spaceOf: new Map(spaces.map((space) => [space.id, space])), residencies };
}
