import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { parksOn } from '../ledger/parks-on.js';
import { parksInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';

const withRegion = { region: true } as const satisfies Prisma.ParkInclude;
export type ParkRow = Prisma.ParkGetPayload<{ include: typeof withRegion }>;

/** The parks that are open on a day, by number, in the regions of that day: public. */
export async function listParks(reads: Reads, asOf: Day): Promise<ParkRow[]> {
  const parks = await parksOn(reads, asOf);
  return parks.filter(
    ({ openedOn, closedOn }) => openedOn <= asOf && (closedOn === null || closedOn > asOf),
  );
}

/** A park by its public number, in the region of a day, or null: public. */
export async function findPark(reads: Reads, number: string, asOf: Day): Promise<ParkRow | null> {
  return (await parksOn(reads, asOf)).find((park) => park.number === number) ?? null;
}

/** A park in the viewer's scope, or null. */
export function findParkInScope(
  reads: Reads,
  viewer: Viewer,
  number: string,
): Promise<ParkRow | null> {
  return reads.park.findFirst({
    where: { AND: [parksInScope(viewer), { number }] },
    include: withRegion,
  });
}

/** The most ventures that a park's page names. */
export const mostNamed = 300;

/** The ventures in a park on a day that agreed to be named, by number; never another. */
export function namedVentures(reads: Reads, parkId: number, asOf: Day) {
  const stay = {
    parkId,
    beganOn: { lte: asOf },
    OR: [{ endedOn: null }, { endedOn: { gt: asOf } }],
  };
  return reads.venture.findMany({
    where: { isNamed: true, residencies: { some: stay } },
    select: { name: true },
    orderBy: { number: 'asc' },
    take: mostNamed,
  });
}

/** What a park's region can be chosen from. */
export function listRegions(reads: Reads) {
  return reads.region.findMany({
    where: { kind: { not: 'city' } },
    orderBy: { sequence: 'asc' },
  });
}

/** Every park, for placing another beside them. */
export function listEveryPark(reads: Reads): Promise<ParkRow[]> {
  return reads.park.findMany({ include: withRegion, orderBy: { number: 'asc' } });
}
