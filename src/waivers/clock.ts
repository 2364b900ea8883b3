import { type Day, today } from '../calendar/days.js';
import { addWorkingDays, UnknownYear, workingDaysBetween } from '../calendar/working-days.js';
import type { Limits } from '../policies/rules.js';
import { type StateName, states } from './states.js';

/** null where the holidays of a year that is needed are not known yet; every other error goes on. */
function whereKnown<T>(count: () => T): T | null {
  try {
    return count();
  } catch (error) {
    if (error instanceof UnknownYear) return null;
    throw error;
  }
}

/** The last day of a limit of so many working days that starts on a day; null where it cannot be told yet. */
export const lastDayOf = (from: Day, workingDays: number): Day | null =>
  whereKnown(() => addWorkingDays(from, workingDays));

/** Working days from a day to a later one, negative where that has passed; null where they cannot be counted. */
export const workingDaysTo = (from: Day, to: Day): number | null =>
  whereKnown(() => (from <= to ? workingDaysBetween(from, to) : -workingDaysBetween(to, from)));

export type StepTime = { at: Date; toState: string };

/**
 * The working days that a case has used up to a day: those of the states in which the clock runs.
 * @param steps all of its steps, the oldest first
 */
export function workingDaysUsed(steps: StepTime[], until: Day): number | null {
  return whereKnown(() =>
    steps.reduce((used, { at, toState }, index) => {
      if (states[toState as StateName].clock === 'stands') return used;
      const next = steps[index + 1];
      return used + workingDaysBetween(today(at), next ? today(next.at) : until);
    }, 0),
  );
}

/** When a step is due that a case enters on a day, and when the whole is; null where nothing is. */
export function dueDays(
  state: StateName,
  limits: Limits,
  { steps, on }: { steps: StepTime[]; on: Day },
): { dueOn: Day | null; determineBy: Day | null } {
  const { limit, clock } = states[state];
  const used = workingDaysUsed(steps, on) ?? 0;
  const determineBy = clock === 'runs' ? lastDayOf(on, Math.max(0, limits.determine - used)) : null;
  if (limit === null) return { dueOn: null, determineBy };
  if (limit === 'determine') return { dueOn: determineBy, determineBy };
  const own = lastDayOf(on, limits[limit]);
  const isEarlier = own !== null && (determineBy === null || own < determineBy);
  return { dueOn: isEarlier ? own : (determineBy ?? own), determineBy };
}
