import { addDays, addMonths, type Day } from '../../../src/calendar/days.js';
import { type SpaceKind, spaceKinds } from '../../../src/parks/add-spaces.js';
import { parks } from './parks.js';
import type { Profile } from './profiles.js';
import { Random } from './random.js';
import { lastDay, type Shape } from './shape.js';
import { type InventedSpace, inventSpace } from './spaces.js';
import type { Stay } from './stays.js';

/** A space of the plan; its place in the park's list is its number. */
export type PlannedSpace = InventedSpace & { park: number };
export type PlannedLetting = {
  space: PlannedSpace;
  beganOn: Day;
  termEndOn: Day;
  rent: number;
  area: number;
  /** Whether it takes the place of one whose term ran out that day. */
  renews: PlannedLetting | null;
};
type Planned = { profile: Profile; stay: Stay; lettings: PlannedLetting[] };
/** A stretch that a venture spends in one park. */
type Stretch = { venture: Planned; park: number; from: Day; to: Day | null };
type Held = { space: PlannedSpace; freeOn: Day | null };

/** What the contract says beside its terms: a number of the park's own, and a month's rent as its deposit. */
export const contractOf = ({ beganOn, rent }: PlannedLetting, spaceId: number) => ({
  contractNumber: `租${beganOn.replaceAll('-', '')}-${spaceId}`,
  deposit: rent,
});

/** Days for the papers between two tenants. */
const betweenTenants = 10;
const terms = [12, 24, 24, 36];

/** Gives every venture a place in the order in which they come, and each park the spaces that this takes and some free ones. */
export function planLettings(ventures: Planned[], shape: Shape): PlannedSpace[] {
  const stock: Held[][] = parks.map(() => []);
  const stretches = ventures.flatMap(stretchesOf);
  stretches.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  stretches.forEach((stretch, index) => {
    const random = new Random(`letting ${index}`);
    for (let places = random.chance(0.1) ? 2 : 1; places > 0; places -= 1) {
      letTo(random, stretch, stock[stretch.park] as Held[], shape);
    }
  });
  return stock.flatMap((held, park) => {
    const free = Math.ceil(held.length * 0.12);
    const spare = Array.from({ length: free }, (_, index) => {
      const random = new Random(`free ${park} ${index}`);
      const kind = random.pick(spaceKinds);
      return newSpace(random, park, held.length + index, kind, '2025-03-01');
    });
    return [...held.map(({ space }) => space), ...spare];
  });
}

function stretchesOf(venture: Planned): Stretch[] {
  const { beganOn, moved, left, park } = venture.stay;
  if (beganOn === null) return [];
  const end = left?.on ?? null;
  if (!moved) return [{ venture, park, from: beganOn, to: end }];
  return [
    { venture, park, from: beganOn, to: moved.on },
    { venture, park: moved.toPark, from: moved.on, to: end },
  ];
}

function letTo(random: Random, stretch: Stretch, stock: Held[], shape: Shape): void {
  const kinds = stretch.venture.profile.pattern.spaces;
  const held =
    stock.find(
      ({ space, freeOn }) =>
        freeOn !== null &&
        addDays(freeOn, betweenTenants) <= stretch.from &&
        kinds.includes(space.kind),
    ) ?? build(random, stretch, stock, random.pick(kinds));
  held.freeOn = stretch.to;
  const { space } = held;
  const rent = Math.round((space.marketRent * random.whole(7, 10)) / 10_000) * 1_000;
  let letting: PlannedLetting = {
    space,
    beganOn: stretch.from,
    rent,
    area: space.area,
    renews: null,
    termEndOn: monthsLater(stretch.from, random.pick(terms)),
  };
  stretch.venture.lettings.push(letting);
  const until = stretch.to ?? lastDay;
  while (shape.renews && addDays(letting.termEndOn, 25) < until && random.chance(0.85)) {
    letting = {
      ...letting,
      renews: letting,
      beganOn: letting.termEndOn,
      termEndOn: monthsLater(letting.termEndOn, random.pick(terms)),
    };
    stretch.venture.lettings.push(letting);
  }
}

function build(random: Random, stretch: Stretch, stock: Held[], kind: SpaceKind): Held {
  // The first spaces are there when the park opens, later ones are found a month or so before they are let.
  const { openedOn } = parks[stretch.park] as (typeof parks)[number];
  const found = addDays(stretch.from, -30);
  const from = stock.length < 12 || found < openedOn ? openedOn : `${found.slice(0, 8)}01`;
  const space = newSpace(
    random,
    stretch.park,
    stock.length,
    kind,
    from < openedOn ? openedOn : from,
  );
  const held = { space, freeOn: null };
  stock.push(held);
  return held;
}

function newSpace(
  random: Random,
  park: number,
  index: number,
  kind: SpaceKind,
  openedOn: Day,
): PlannedSpace {
  return {
    ...inventSpace(random, parks[park] as (typeof parks)[number], index, kind, openedOn),
    park,
  };
}

function monthsLater(day: Day, months: number): Day {
  const month = addMonths(day.slice(0, 7), months);
  return `${month}-${day.slice(8) > '28' ? '28' : day.slice(8)}`;
}
