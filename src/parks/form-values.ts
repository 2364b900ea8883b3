import type { Say } from '../language/say.js';
import type { ComparedField } from '../web/edits.js';
import type { Labels, Typed } from '../web/forms.js';
import { kindOptions } from './present-spaces.js';
import type { ParkRow } from './queries.js';
import type { findSpace } from './space-queries.js';

export type SpaceRecord = NonNullable<Awaited<ReturnType<typeof findSpace>>>;

/** A park as its form shows it before anything is typed. */
export function typedPark(park: ParkRow): Typed {
  const { nameZh, nameEn, islandZh, islandEn, villageZh, villageEn, operatorName } = park;
  return {
    nameZh,
    nameEn,
    islandZh,
    islandEn,
    villageZh,
    villageEn,
    operatorName,
    phone: park.phone ?? '',
    aboutZh: park.aboutZh,
    aboutEn: park.aboutEn,
    mapX: String(park.mapX),
    mapY: String(park.mapY),
    since: 'from',
    version: String(park.version),
  };
}

/** The fields of a park's form, in its order, for comparing two versions. */
export const parkLabels = {
  nameZh: 'parks.form.name-zh',
  nameEn: 'parks.form.name-en',
  aboutZh: 'parks.form.about-zh',
  aboutEn: 'parks.form.about-en',
  operatorName: 'parks.operator',
  phone: 'parks.phone',
  islandZh: 'parks.form.island-zh',
  islandEn: 'parks.form.island-en',
  villageZh: 'parks.form.village-zh',
  villageEn: 'parks.form.village-en',
  mapX: 'parks.form.map-x',
  mapY: 'parks.form.map-y',
} as const satisfies Labels;

/** With those that are given once, when the park opens. */
export const newParkLabels = {
  number: 'parks.number',
  regionCode: 'parks.region',
  openedOn: 'parks.opened',
  ...parkLabels,
} as const satisfies Labels;

/** A space as its form shows it before anything is typed. */
export function typedSpace(space: SpaceRecord): Typed {
  const { name, kind, village, island, address, owner, directions } = space;
  return {
    name,
    kind,
    village,
    island,
    address,
    owner,
    directions,
    area: plain(space.area),
    since: 'from',
    version: String(space.version),
  };
}

export const spaceFields = (say: Say): ComparedField[] => [
  { name: 'name', label: say('parks.space.name') },
  { name: 'kind', label: say('parks.space.kind'), options: kindOptions(say) },
  { name: 'island', label: say('parks.space.island') },
  { name: 'village', label: say('parks.space.village') },
  { name: 'address', label: say('parks.space.address') },
  { name: 'area', label: say('parks.space.area') },
  { name: 'owner', label: say('parks.space.owner') },
  { name: 'directions', label: say('parks.free.directions') },
];

export const rentFields = (say: Say): ComparedField[] => [
  { name: 'marketRent', label: say('parks.space.rent') },
  { name: 'rentSource', label: say('parks.rents.source') },
];

export const newSpaceFields = (say: Say): ComparedField[] => [
  ...spaceFields(say),
  ...rentFields(say),
  { name: 'openedOn', label: say('parks.space.opened') },
];

/** Hundredths as a field is typed: 8050 is 80.5, without grouping. */
function plain(hundredths: number): string {
  return String(hundredths / 100);
}
