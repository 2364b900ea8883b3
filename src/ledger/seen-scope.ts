import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { makeSay } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { parksInScope, sightOf } from '../people/scope.js';
import type { Role, Viewer } from '../people/viewer.js';
import { isInRegion, parksOn } from './parks-on.js';

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

/**
 * The scope that the text names, with the parks that it has on a day, or null where there is none or the viewer does not
 * see all of it. A reviewer's own county is without the parks that have left it since, and its name says so.
 */
export async function findScope(
  reads: Reads,
  viewer: Viewer,
  text: string,
  day: Day,
): Promise<SeenScope | null> {
  if (text === 'mine' && widestScope(viewer) !== 'mine')
    return findScope(reads, viewer, widestScope(viewer), day);
  const [kind, code = ''] = text.split(':');
  if (kind === 'park') return findPark(reads, viewer, code, day);
  if (kind === 'region') return findRegion(reads, viewer, code, day);
  if (text !== widestScope(viewer)) return null;
  const parks = await reads.park.findMany({
    where: parksInScope(viewer),
    select: { id: true },
    orderBy: { number: 'asc' },
  });
  const [only] = parks;
  const name =
    text === 'mine' && only && parks.length === 1 ? await nameOn(reads, only, day) : null;
  return { text, name, parkIds: parks.map(({ id }) => id) };
}

async function findPark(
  reads: Reads,
  viewer: Viewer,
  number: string,
  day: Day,
): Promise<SeenScope | null> {
  const park = await reads.park.findFirst({ where: { AND: [{ number }, parksInScope(viewer)] } });
  if (!park) return null;
  return { text: `park:${number}`, name: await nameOn(reads, park, day), parkIds: [park.id] };
}

/** What a park was called on a day. */
async function nameOn(reads: Reads, { id }: { id: number }, day: Day) {
  const park = (await parksOn(reads, day)).find((row) => row.id === id);
  if (!park) throw new Error(`there is no park ${id}`);
  return namesOf(park);
}

async function findRegion(
  reads: Reads,
  viewer: Viewer,
  code: string,
  day: Day,
): Promise<SeenScope | null> {
  const region = await reads.region.findUnique({ where: { code } });
  // The city is the network; a region holds its functional zones, and no more below them.
  if (!region || region.kind === 'city') return null;
  const parks = (await parksOn(reads, day)).filter((park) => isInRegion(park, code));
  const sight = sightOf(viewer);
  const seen = parks.filter(
    ({ id }) =>
      sight === 'all' || (sight !== 'nothing' && 'parkIds' in sight && sight.parkIds.includes(id)),
  );
  const text = `region:${code}`;
  const isOwn = widestScope(viewer) === text;
  if (!isOwn && seen.length < parks.length) return null;
  if (!isOwn && seen.length === 0 && sight !== 'all') return null;
  const name = namesWithout(namesOf(region), parks.length - seen.length);
  return { text, name, parkIds: seen.map(({ id }) => id) };
}

const namesWithout = (names: Record<Lang, string>, n: number): Record<Lang, string> =>
  n === 0
    ? names
    : {
        zh: makeSay('zh')('ledger.whole.without', { region: names.zh, n }),
        en: makeSay('en')('ledger.whole.without', { region: names.en, n }),
      };

const namesOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) => ({
  zh: nameZh,
  en: nameEn,
});
