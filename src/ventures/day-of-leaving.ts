import type { Day } from '../calendar/days.js';
import { parkOfSpace, type SpaceStay } from '../parks/park-of-space.js';
import type { Stay } from './settle-venture.js';

/** Whether a venture is in a park on a day, or a space. */
export const isThere = ({ beganOn, endedOn }: Pick<Stay, 'beganOn' | 'endedOn'>, day: Day) =>
  beganOn <= day && (endedOn === null || day < endedOn);

/**
 * The day on which a venture leaves the park of its space for good, after a day on which it is there: a lease ends then, as
 * it would have by the act that ended the stay. A merger takes both into another park, and nobody leaves.
 * @returns the day itself where the venture is not in the park, and null where it has not left
 */
export function dayOfLeaving(
  residencies: readonly Stay[],
  ventureId: number,
  { stays, day }: { stays: readonly SpaceStay[]; day: Day },
): Day | null {
  const parkId = parkOfSpace(stays, day);
  const stay = residencies.find(
    (each) => each.ventureId === ventureId && each.parkId === parkId && isThere(each, day),
  );
  if (!stay) return day;
  const spaceEnd = stays.find((each) => each.parkId === parkId && isThere(each, day))?.endedOn;
  const ends = [stay.endedOn, spaceEnd ?? null].filter((end) => end !== null);
  const next = ends.sort()[0];
  return next === undefined ? null : dayOfLeaving(residencies, ventureId, { stays, day: next });
}
