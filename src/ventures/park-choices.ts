import type { Reads } from '../database/database.js';
import { isInRegion, type ParkOnDay, parksNow } from '../ledger/parks-on.js';
import { sightOf } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import { regions } from '../standards/regions.js';
import { refuseNoChoice } from '../web/read-query.js';
import { writableParkIds } from './permissions.js';

export type ParkWithRegion = ParkOnDay;

/**
 * The parks that a filter names, among those in sight; null where it names none.
 * @throws WrongQuery for a park out of sight, and for a region that no park has
 */
export function parkIdsOf(
  { park, region }: { park: string | null; region: string | null },
  parks: ParkWithRegion[],
): number[] | null {
  if (park === null && region === null) return null;
  const numbers = parks.map(({ number }) => number);
  refuseNoChoice('park', park, numbers);
  const codes = regions.map(({ code }) => code);
  refuseNoChoice('region', region, codes);
  return parks
    .filter((one) => park === null || one.number === park)
    .filter((one) => region === null || isInRegion(one, region))
    .map(({ id }) => id);
}

/** The parks that the viewer can filter by, each where it is now. */
export async function parksToFilterBy(reads: Reads, viewer: Viewer): Promise<ParkWithRegion[]> {
  return parksInSight(viewer, await parksNow(reads));
}

/**
 * Those of some parks whose numbers add up to all that the viewer sees: what a reviewer sees in sum is the county, with the
 * parks that it had on their day.
 */
export function parksCounted(viewer: Viewer, parks: ParkWithRegion[]): ParkWithRegion[] {
  const { role, regionCode } = viewer;
  const seen = parksInSight(viewer, parks);
  if (role !== 'county-reviewer' || regionCode === null) return seen;
  return seen.filter((park) => isInRegion(park, regionCode));
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
  const open = (await parksNow(reads)).filter(({ closedOn }) => closedOn === null);
  return ids === null ? open : open.filter(({ id }) => ids.includes(id));
}
