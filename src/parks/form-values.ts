import type { Say } from '../language/say.js';
import type { ComparedField } from '../web/edits.js';
import type { Typed } from '../web/forms.js';
import { kindOptions } from './present-spaces.js';
import type { ParkRow } from './queries.js';
import type { findSpace } from './space-queries.js';

export type SpaceRecord = NonNullable<Awaited<ReturnType<typeof findSpace>>>;

/** A park as its form shows it before anything is typed. */
export function typedPark(park: ParkRow): Typed {
  const { nameZh, nameEn, islandZh, islandEn, villageZh, villageEn, operatorName } = park;
  return {
    ...{ nameZh, nameEn, islandZh, islandEn, villageZh, villageEn, operatorName },
    phone: park.phone ?? '',
    aboutZh: park.aboutZh,
    aboutEn: park.aboutEn,
    mapX: String(park.mapX),
    mapY: String(park.mapY),
    version: String(park.version),
  };
}

/** The fields of a park's form, in its order, for comparing two versions. */
export const parkFields = (say: Say): ComparedField[] => [
  { name: 'nameZh', label: say('parks.form.name-zh') },
  { name: 'nameEn', label: say('parks.form.name-en') },
  { name: 'aboutZh', label: say('parks.form.about-zh') },
  { name: 'aboutEn', label: say('parks.form.about-en') },
  { name: 'operatorName', label: say('parks.operator') },
  { name: 'phone', label: say('parks.phone') },
  { name: 'islandZh', label: say('parks.form.island-zh') },
  { name: 'islandEn', label: say('parks.form.island-en') },
  { name: 'villageZh', label: say('parks.form.village-zh') },
  { name: 'villageEn', label: say('parks.form.village-en') },
  { name: 'mapX', label: say('parks.form.map-x') },
  { name: 'mapY', label: say('parks.form.map-y') },
];

/** With those that are given once, when the park opens. */
export const newParkFields = (say: Say): ComparedField[] => [
  { name: 'number', label: say('parks.number') },
  { name: 'regionCode', label: say('parks.region') },
  { name: 'openedOn', label: say('parks.opened') },
  ...parkFields(say),
];

/** A space as its form shows it before anything is typed. */
export function typedSpace(space: SpaceRecord): Typed {
  const { name, kind, village, island, address, owner } = space;
  return {
    ...{ name, kind, village, island, address, owner },
    area: plain(space.area),
    marketRent: plain(space.marketRent),
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
  { name: 'marketRent', label: say('parks.space.rent') },
];

export const newSpaceFields = (say: Say): ComparedField[] => [
  ...spaceFields(say),
  { name: 'openedOn', label: say('parks.space.opened') },
];

/** Hundredths as a field is typed: 8050 is 80.5, without grouping. */
function plain(hundredths: number): string {
  return String(hundredths / 100);
}
