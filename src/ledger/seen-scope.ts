import type { Reads } from '../database/database.js';
import type { Lang } from '../language/words.js';
import { parksInScope } from '../people/scope.js';
import type { Role, Viewer } from '../people/viewer.js';
import { parksWhere } from './totals.js';

/** What an address can name: `mine` is all that the viewer sees. */
export const scopeForm = /^(mine|network|region:[\w-]{1,12}|park:[\w-]{1,12})$/;

/** A scope whose every park the viewer sees. */
export type SeenScope = {
  /** As it stands in an address. */
  text: string;
  /** Null for the network and for the several parks of one manager, which have no name of their own. */
  name: Record<Lang, string> | null;
  parkIds: number[];
};

const register: Role[] = ['park-manager', 'county-reviewer', 'bureau-staff', 'auditor'];

/** Who reads totals and the records under them. */
export const canReadTotals = (viewer: Viewer): boolean => register.includes(viewer.role);

/** The widest scope that the viewer sees. */
export function widestScope(viewer: Viewer): string {
  if (viewer.role === 'county-reviewer') return `region:${viewer.regionCode}`;
  return viewer.role === 'park-manager' ? 'mine' : 'network';
}

/** The scope that the text names, or null where there is none or the viewer does not see all of it. */
export async function findScope(
  reads: Reads,
  viewer: Viewer,
  text: string,
): Promise<SeenScope | null> {
  if (text === 'mine' && widestScope(viewer) !== 'mine')
    return findScope(reads, viewer, widestScope(viewer));
  const [kind, code = ''] = text.split(':');
  if (kind === 'park') return findPark(reads, viewer, code);
  if (kind === 'region') return findRegion(reads, viewer, code);
  if (text !== widestScope(viewer)) return null;
  const parks = await reads.park.findMany({
    where: parksInScope(viewer),
    select: { id: true, nameZh: true, nameEn: true },
    orderBy: { number: 'asc' },
  });
  const [only] = parks;
  const name = text === 'mine' && only && parks.length === 1 ? namesOf(only) : null;
  return { text, name, parkIds: parks.map(({ id }) => id) };
}

async function findPark(reads: Reads, viewer: Viewer, number: string): Promise<SeenScope | null> {
  const park = await reads.park.findFirst({ where: { AND: [{ number }, parksInScope(viewer)] } });
  if (!park) return null;
  return { text: `park:${number}`, name: namesOf(park), parkIds: [park.id] };
}

async function findRegion(reads: Reads, viewer: Viewer, code: string): Promise<SeenScope | null> {
  const region = await reads.region.findUnique({ where: { code } });
  // The city is the network; a region holds its functional zones, and no more below them.
  if (!region || region.kind === 'city') return null;
  const parks = await reads.park.findMany({
    where: parksWhere({ kind: 'region', code }),
    select: { id: true },
    orderBy: { number: 'asc' },
  });
  const parkIds = parks.map(({ id }) => id);
  const seen = await reads.park.count({
    where: { AND: [{ id: { in: parkIds } }, parksInScope(viewer)] },
  });
  const isOwn = widestScope(viewer) === 'network' || widestScope(viewer) === `region:${code}`;
  if (seen < parkIds.length || (seen === 0 && !isOwn)) return null;
  return { text: `region:${code}`, name: namesOf(region), parkIds };
}

const namesOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) => ({
  zh: nameZh,
  en: nameEn,
});
