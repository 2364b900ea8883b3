import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { Kept } from '../database/kept.js';
import { sightOf } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import { writableParkIds } from './permissions.js';

const withRegion = { region: { include: { parent: true } } } as const;

export type ParkWithRegion = Prisma.ParkGetPayload<{ include: typeof withRegion }>;

/** A county holds the functional zones whose parent it is. */
const isInRegion = ({ region }: ParkWithRegion, code: string): boolean =>
  region.code === code || region.parentCode === code;

/** The parks that a filter names, among those in sight; null where it names none. */
export function parkIdsOf(
  { park, region }: { park: string | null; region: string | null },
  parks: ParkWithRegion[],
): number[] | null {
  if (park === null && region === null) return null;
  return parks
    .filter((one) => park === null || one.number === park)
    .filter((one) => region === null || isInRegion(one, region))
    .map(({ id }) => id);
}

const allParks = new Kept<ParkWithRegion[]>(['Park', 'Region'], 1);

/** All parks by their number: their names are public. */
export const everyPark = (reads: Reads): Promise<ParkWithRegion[]> =>
  allParks.get(reads, 'all', () =>
    reads.park.findMany({ include: withRegion, orderBy: { number: 'asc' } }),
  );

/** The parks that the viewer can filter by. */
export async function parksToFilterBy(reads: Reads, viewer: Viewer): Promise<ParkWithRegion[]> {
  return parksInSight(viewer, await everyPark(reads));
}

/** Those of some parks that the viewer can filter by. */
export function parksInSight(viewer: Viewer, parks: ParkWithRegion[]): ParkWithRegion[] {
  const sight = sightOf(viewer);
  if (sight === 'all') return parks;
  if (sight === 'nothing' || 'personId' in sight) return [];
  return parks.filter((park) => sight.parkIds.includes(park.id));
}

/** The open parks that the viewer can log a venture in. */
export async function parksToLogIn(reads: Reads, viewer: Viewer): Promise<ParkWithRegion[]> {
  const ids = writableParkIds(viewer);
  const open = (await everyPark(reads)).filter(({ closedOn }) => closedOn === null);
  return ids === null ? open : open.filter(({ id }) => ids.includes(id));
}
