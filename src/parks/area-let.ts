import type { Day } from '../calendar/days.js';
import { areaOnDay, type Extent } from '../ledger/space-on.js';

/** A lease as it takes up a space: from a day until, not including, another, or without an end; area in hundredths of a m². */
export type Taken = { beganOn: Day; until: Day | null; area: number };

export const holdsOnDay = ({ beganOn, until }: Taken, day: Day): boolean =>
  beganOn <= day && (until === null || day < until);

/** The area that leases take up on a day. */
export const areaOn = (leases: readonly Taken[], day: Day): number =>
  leases.reduce((sum, lease) => (holdsOnDay(lease, day) ? sum + lease.area : sum), 0);

/**
 * Whether leases take up more than the whole of a space on some day from one on: that can begin only where a lease begins
 * or the space becomes another size.
 */
export const isCrowded = (leases: readonly Taken[], space: Extent, from: Day): boolean =>
  [from, ...leases.map(({ beganOn }) => beganOn), ...changesOf(space)].some(
    (day) => day >= from && areaOn(leases, day) > areaOnDay(space, day),
  );

const changesOf = ({ earlier }: Extent): Day[] => earlier.map(({ changedOn }) => changedOn);

/**
 * The first day on which a lease would be larger than what the others leave of the space, and what they leave of it then;
 * null where there is room on every day.
 */
export function firstDayOver(
  lease: Taken,
  others: readonly Taken[],
  space: Extent,
): { day: Day; free: number } | null {
  const days = [lease.beganOn, ...others.map(({ beganOn }) => beganOn), ...changesOf(space)];
  for (const day of days.filter((each) => holdsOnDay(lease, each)).sort()) {
    const free = areaOnDay(space, day) - areaOn(others, day);
    if (lease.area > free) return { day, free };
  }
  return null;
}
