import type { Day } from '../calendar/days.js';

/** A lease as it takes up a space: from a day until, not including, another, or without an end; area in hundredths of a m². */
export type Taken = { beganOn: Day; until: Day | null; area: number };

export const holdsOnDay = ({ beganOn, until }: Taken, day: Day): boolean =>
  beganOn <= day && (until === null || day < until);

/** The area that leases take up on a day. */
export const areaOn = (leases: readonly Taken[], day: Day): number =>
  leases.reduce((sum, lease) => (holdsOnDay(lease, day) ? sum + lease.area : sum), 0);

/** The largest area that leases ever take up together: it can only grow on a day on which one begins. */
export const mostArea = (leases: readonly Taken[]): number =>
  Math.max(0, ...leases.map(({ beganOn }) => areaOn(leases, beganOn)));

/**
 * The first day on which a lease would be larger than what the others leave of the space, and what they leave of it then;
 * null where there is room on every day.
 */
export function firstDayOver(
  lease: Taken,
  others: readonly Taken[],
  spaceArea: number,
): { day: Day; free: number } | null {
  const days = [lease.beganOn, ...others.map(({ beganOn }) => beganOn)];
  for (const day of days.filter((each) => holdsOnDay(lease, each)).sort()) {
    const free = spaceArea - areaOn(others, day);
    if (lease.area > free) return { day, free };
  }
  return null;
}
