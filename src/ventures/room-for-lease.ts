import type { Day } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { area } from '../language/format.js';
import type { Fault } from '../language/refusal.js';
import type { Extent } from '../ledger/space-on.js';
import { firstDayOver, holdsOnDay, type Taken } from '../parks/area-let.js';

/** A lease of a space, stored or about to be; its area in hundredths of a m². */
export type LeaseOfSpace = {
  /** The number of its venture. */
  venture: string;
  beganOn: Day;
  termEndOn: Day;
  endedOn: Day | null;
  area: number;
};
type Wanted = Omit<LeaseOfSpace, 'venture'>;

/** When a lease ends so that it fits, and which others end with their terms; or why there is no room for it. */
export type Room<L> = { endedOn: Day | null; ending: L[] } | Fault;

/**
 * Finds room for a lease in its space. Leases take up their areas from their first day until they are ended, and on no day
 * more than the space has. An end that is not on record is that of the term where the space is let on from there: of the
 * new lease, where a later one needs its area; of one that runs out by the first day of the new one, where that needs its
 * area. A lease that has run out already and was not ended (超期占用) stands in the way: its venture is still there.
 * @param now the day of the act
 */
export function roomFor<L extends LeaseOfSpace>(
  wanted: Wanted,
  others: readonly L[],
  space: Extent,
  now: Day,
): Room<L> {
  const runningOut = others.filter(
    ({ endedOn, termEndOn }) => endedOn === null && now < termEndOn && termEndOn <= wanted.beganOn,
  );
  const over = (until: Day | null, ending: readonly L[]) =>
    firstDayOver(
      { beganOn: wanted.beganOn, until, area: wanted.area },
      others.map((lease) => takenBy(lease, ending.includes(lease))),
      space,
    );
  const ends = wanted.endedOn === null ? [null, wanted.termEndOn] : [wanted.endedOn];
  for (const ending of [[], runningOut])
    for (const endedOn of ends) {
      if (over(endedOn, ending) !== null) continue;
      const spared = ending.find((lease) => over(endedOn, without(ending, lease)) === null);
      return spared ? unclear(spared) : { endedOn, ending };
    }
  const least = ends.at(-1) ?? null;
  const at = over(least, runningOut);
  if (at === null) throw new Error('a lease for which there is room was refused');
  const left = others.filter((lease) =>
    holdsOnDay(takenBy(lease, runningOut.includes(lease)), at.day),
  );
  return noRoom(at, left, now);
}

const takenBy = ({ beganOn, termEndOn, endedOn, area }: LeaseOfSpace, ends: boolean): Taken => ({
  beganOn,
  until: ends ? termEndOn : endedOn,
  area,
});

const without = <T>(list: readonly T[], item: T): T[] => list.filter((each) => each !== item);

/** Several leases run out, and not all have to end: which of them do is nothing to be guessed. */
const unclear = ({ venture, termEndOn }: LeaseOfSpace): Fault => ({
  field: 'spaceId',
  key: 'ventures.space-ends-unclear',
  values: { venture, to: { day: lastDayOf(termEndOn) } },
});

function noRoom(
  { day, free }: { day: Day; free: number },
  left: readonly LeaseOfSpace[],
  now: Day,
): Fault {
  const isStaying = ({ endedOn, termEndOn }: LeaseOfSpace) => endedOn === null && termEndOn <= now;
  const inTheWay = left.find(isStaying) ?? left[0];
  if (free > 0 || inTheWay === undefined)
    return {
      field: 'area',
      key: 'ventures.area-over-free',
      values: { day: { day }, free: area(Math.max(0, free), 'en') },
    };
  const { venture, beganOn, termEndOn, endedOn } = inTheWay;
  return {
    field: 'spaceId',
    key: isStaying(inTheWay) ? 'ventures.space-held-over' : 'ventures.space-taken',
    values: { venture, from: { day: beganOn }, to: { day: lastDayOf(endedOn ?? termEndOn) } },
  };
}
