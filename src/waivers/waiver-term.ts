import type { Day } from '../calendar/days.js';

type WaiverTerm = { number: string; beganOn: Day; termEndOn: Day };

/** A waiver as a letter names it. */
export const termOf = ({ number, beganOn, termEndOn }: WaiverTerm): WaiverTerm => ({
  number,
  beganOn,
  termEndOn,
});
