import { addDays, type Day, daysBetween } from '../../../src/calendar/days.js';
import { monthsLater } from '../../../src/calendar/months-later.js';
import { addWorkingDays, type WorkCalendar } from '../../../src/calendar/working-days.js';
import type { PlannedLetting } from '../network/lettings.js';
import type { PlannedVenture } from '../network/plan.js';
import { Random } from '../network/random.js';
import { keyGroups } from '../policies/rent-free.js';
import { ownCases } from './featured-cases.js';
import { refusingPark, returningPark, slowPark } from './manners.js';
import { openCases } from './open-cases.js';
import { type Path, stepsOf } from './paths.js';
import type { CaseStep, PlannedCase } from './planned-case.js';

/** Cases are taken from ventures that came on these days; earlier ones came before founders were told of it. */
const firstArrival: Day = '2023-09-01';
const lastArrival: Day = '2026-07-31';
/** What is out of the ordinary takes up to a year to the end. */
const lastUncommon: Day = '2025-08-31';
/** Days after the arrival on which founders apply: its entry in the register comes up to a month late. */
const applies: [number, number] = [32, 60];
/** How many that are over come out of the ordinary, in this order, before all others are simply granted. */
const uncommon: Path[] = [
  ...(['upheld', 'withdrawn', 'overturned', 'lapsed', 'objected', 'revoked'] as const),
  ...(['restored', 'surrendered', 'lapsed', 'withdrawn', 'surrendered', 'revoked'] as const),
  ...(['withdrawn', 'lapsed', 'objected', 'refused-against', 'withdrawn'] as const),
];
const endsAWaiver: ReadonlySet<Path> = new Set(['surrendered', 'revoked', 'restored'] as const);
const share = {
  keyGroupsOnSubsidy: 0.2,
  refusedElsewhere: 0.05,
  refusedThere: 0.6,
  returned: 0.08,
};

/** Thinks out the cases of a plan, the earliest first; the same plan gives the same ones. @param most so many that are over */
export function planCases(
  ventures: PlannedVenture[],
  most: number,
  calendar: WorkCalendar,
): PlannedCase[] {
  const own = ownCases(ventures, calendar);
  const taken = new Set(own.map(({ venture }) => founderOf(venture)));
  const isFree = (venture: PlannedVenture) => !taken.has(founderOf(venture));
  const over = settledIn(ventures)
    .filter(isFree)
    .slice(0, most)
    .map((venture, place) => decided(venture, place, calendar));
  for (const { venture } of over) taken.add(founderOf(venture));
  const cases = [...own, ...over, ...open(ventures.filter(isFree))];
  return cases.map((one, index) => ({ ...one, index }));
}

const founderOf = ({ profile }: PlannedVenture): string => {
  const founder = profile.founders[0];
  return `${founder?.name} ${founder?.phone}`;
};

/** Ventures with a first letting in the time, one for each founder, which stay for a while; mixed, but the same each time. */
function settledIn(ventures: PlannedVenture[]): PlannedVenture[] {
  const fit = ventures.filter((venture) => {
    const { stay, lettings } = venture;
    const [first] = lettings;
    if (!first || stay.beganOn === null) return false;
    const isInTime = stay.beganOn >= firstArrival && stay.beganOn <= lastArrival;
    return isInTime && daysBetween(stay.beganOn, goesOn(venture)) > 130 && first.rent > 0;
  });
  const one = new Map(fit.map((venture) => [founderOf(venture), venture]));
  const mixed = new Random('waivers').shuffled([...one.values()]);
  const early = mixed
    .filter(({ stay }) => (stay.beganOn as Day) <= lastUncommon)
    .slice(0, uncommon.length + 4);
  const others = mixed.filter((venture) => !early.includes(venture));
  // Those that move come first, so that some waivers end with a move.
  return [...early, ...others.sort((a, b) => Number(!a.stay.moved) - Number(!b.stay.moved))];
}

/** When a venture leaves its first park, and a waiver there ends. */
const goesOn = ({ stay }: PlannedVenture): Day => stay.moved?.on ?? stay.left?.on ?? '9999-12-31';

/** Whether the founder is of a key group for some months after the arrival: a graduate is for five years. */
function isKeyGroup({ stay, profile: { founders } }: PlannedVenture): boolean {
  const { graduatedOn = null, categories = [] } = founders[0] ?? {};
  if (graduatedOn !== null) return monthsLater(graduatedOn, 54) > (stay.beganOn as Day);
  return categories.some(({ category }) => keyGroups.some((group) => group.category === category));
}

/** A case that is over, of a venture's first letting. */
function decided(
  venture: PlannedVenture,
  place: number,
  calendar: WorkCalendar,
): Omit<PlannedCase, 'index'> {
  const { stay, lettings } = venture;
  const letting = lettings[0] as PlannedLetting;
  const random = new Random(`case ${venture.profile.name}`);
  const isKey = isKeyGroup(venture);
  const isRefused =
    !isKey &&
    random.chance(stay.park === refusingPark ? share.refusedThere : share.refusedElsewhere);
  const wanted = pathOf(place, isKey, isRefused);
  const isSubsidy =
    wanted === 'against' ||
    wanted === 'refused' ||
    wanted === 'upheld' ||
    (isKey && random.chance(share.keyGroupsOnSubsidy));
  const applied = addDays(stay.beganOn as Day, random.whole(...applies));
  const submitted = addWorkingDays(calendar, applied, 0);
  const isReturned = random.chance(stay.park === returningPark ? 0.95 : share.returned);
  return {
    venture,
    letting,
    park: stay.park,
    username: null,
    hasOwnFiles: false,
    policyCode: isSubsidy ? 'rent-subsidy' : 'rent-free',
    from: letting.beganOn,
    months: isSubsidy ? 36 : 24,
    steps: inTime(venture, wanted, (path) =>
      stepsOf(path, submitted, {
        isReturned,
        isSlow: stay.park === slowPark,
        notice: isSubsidy ? 7 : 5,
        calendar,
      }),
    ),
  };
}

/** A waiver that has ended with the venture's leaving can no longer be given back or revoked: it was granted, that is all. */
function inTime(
  venture: PlannedVenture,
  wanted: Path,
  along: (path: Path) => CaseStep[],
): CaseStep[] {
  const steps = along(wanted);
  const isLate = endsAWaiver.has(wanted) && (steps.at(-1)?.on ?? '') >= goesOn(venture);
  return isLate ? along('granted') : steps;
}

/** The uncommon ones first. What needs a founder of no key group falls to the first of them. */
function pathOf(place: number, isKey: boolean, isRefused: boolean): Path {
  const path = uncommon[place];
  if (path === 'upheld' && isKey) return 'granted';
  if (path !== undefined) return path;
  if (!isKey && place < uncommon.length + 4) return 'against';
  return isRefused ? 'refused' : 'granted';
}

/** What is open in November 2026, of ventures that hold a letting well beyond it. */
function open(ventures: PlannedVenture[]): Omit<PlannedCase, 'index'>[] {
  const fit = new Random('open waivers').shuffled(
    ventures.filter((venture) => {
      const letting = venture.lettings.at(-1);
      const goes = venture.stay.left !== null || venture.stay.beganOn === null;
      return !goes && letting !== undefined && letting.rent > 0 && letting.termEndOn > '2027-04-01';
    }),
  );
  const one = [...new Map(fit.map((venture) => [founderOf(venture), venture])).values()];
  return openCases.slice(0, one.length).map((steps, i) => {
    const venture = one[i] as PlannedVenture;
    const letting = venture.lettings.at(-1) as PlannedLetting;
    return {
      venture,
      letting,
      policyCode: 'rent-free',
      from: '2026-11-01',
      months: 12,
      park: venture.stay.moved?.toPark ?? venture.stay.park,
      hasOwnFiles: i % 3 === 0,
      username: i % 4 === 1 ? `founder${3 + Math.floor(i / 4)}` : null,
      steps,
    };
  });
}
