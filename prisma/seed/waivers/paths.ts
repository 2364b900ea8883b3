import type { Day } from '../../../src/calendar/days.js';
import { addWorkingDays, type WorkCalendar } from '../../../src/calendar/working-days.js';
import { Random } from '../network/random.js';
import type { CaseStep, StepName } from './planned-case.js';

/** How a case that is over went. */
export type Path =
  | 'granted'
  | 'against'
  | 'refused'
  | 'refused-against'
  | 'upheld'
  | 'overturned'
  | 'withdrawn'
  | 'lapsed'
  | 'objected'
  | 'surrendered'
  | 'revoked'
  | 'restored';

const review: StepName[] = ['accept', 'pass-park', 'pass-county'];
const toGrant: StepName[] = [...review, 'approve', 'grant'];

/** The steps after it was handed in. */
const steps: Record<Path, StepName[]> = {
  granted: toGrant,
  against: [...review, 'approve-against', 'grant'],
  refused: [...review, 'refuse'],
  'refused-against': [...review, 'refuse-against'],
  upheld: [...review, 'refuse', 'reconsider', 'uphold'],
  overturned: [...review, 'refuse-against', 'reconsider', 'overturn', 'grant'],
  withdrawn: ['accept', 'withdraw'],
  lapsed: ['return', 'lapse'],
  objected: [...review, 'approve', 'object', 'dismiss-objection', 'grant'],
  surrendered: [...toGrant, 'surrender'],
  revoked: [...toGrant, 'revoke'],
  restored: [...toGrant, 'revoke', 'reconsider', 'restore'],
};

/** Working days that a step comes after the one before: at least, at most. */
// biome-ignore format: a table reads best with one kind a line
const pace: Partial<Record<StepName, [number, number]>> = {
  accept: [1, 2], return: [1, 2], resubmit: [1, 4], lapse: [6, 6],
  'pass-park': [1, 3], 'pass-county': [1, 3], approve: [1, 3], 'approve-against': [2, 3],
  refuse: [1, 3], 'refuse-against': [1, 3], withdraw: [1, 3], object: [2, 2], 'dismiss-objection': [2, 3],
  reconsider: [4, 12], uphold: [5, 12], overturn: [5, 12], restore: [5, 10], surrender: [60, 150], revoke: [40, 120],
};

export type Manner = {
  /** Whether the park asks for a correction first. */
  isReturned: boolean;
  /** Working days that the park and the county take more than others. */
  isSlow: boolean;
  /** Working days of public notice under the policy. */
  notice: number;
  calendar: WorkCalendar;
};

/** The days of a case that was handed in on a day, step by step. */
export function stepsOf(
  path: Path,
  submitted: Day,
  { isReturned, isSlow, notice, calendar }: Manner,
): CaseStep[] {
  const random = new Random(`path ${path} ${submitted} ${notice}`);
  const first: StepName[] =
    isReturned && path !== 'lapsed'
      ? ['begin', 'submit', 'return', 'resubmit']
      : ['begin', 'submit'];
  let on = submitted;
  return [...first, ...steps[path]].map((what, i, all) => {
    const before = all[i - 1];
    if (what === 'grant')
      on = addWorkingDays(calendar, on, before === 'dismiss-objection' ? notice : notice + 1);
    else if (what !== 'begin' && what !== 'submit') {
      const [low, high] = pace[what] ?? [1, 2];
      const more = isSlow && (what === 'pass-park' || what === 'pass-county') ? 4 : 0;
      on = addWorkingDays(calendar, on, random.whole(low, high) + more);
    }
    return { what, on };
  });
}
