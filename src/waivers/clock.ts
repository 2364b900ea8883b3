import { type Day, today } from '../calendar/days.js';
import { addWorkingDays, type WorkCalendar, workingDaysBetween } from '../calendar/working-days.js';
import type { Limits } from '../policies/rules.js';
import { type StateName, states } from './states.js';

export type StepTime = { at: Date; toState: string };

/**
 * The working days that a case has used up to a day: those of the states in which the clock runs.
 * @param steps all of its steps, the oldest first
 */
export function workingDaysUsed(calendar: WorkCalendar, steps: StepTime[], until: Day): number {
  return steps.reduce((used, { at, toState }, index) => {
    if (states[toState as StateName].clock === 'stands') return used;
    const next = steps[index + 1];
    return used + workingDaysBetween(calendar, today(at), next ? today(next.at) : until);
  }, 0);
}

/** When a step is due that a case enters on a day, and when the whole is; null where nothing is. */
export function dueDays(
  state: StateName,
  limits: Limits,
  { calendar, steps, on }: { calendar: WorkCalendar; steps: StepTime[]; on: Day },
): { dueOn: Day | null; determineBy: Day | null } {
  const { limit, clock } = states[state];
  const left = Math.max(0, limits.determine - workingDaysUsed(calendar, steps, on));
  const determineBy = clock === 'runs' ? addWorkingDays(calendar, on, left) : null;
  if (limit === null) return { dueOn: null, determineBy };
  if (limit === 'determine') return { dueOn: determineBy, determineBy };
  const own = addWorkingDays(calendar, on, limits[limit]);
  return { dueOn: determineBy !== null && determineBy < own ? determineBy : own, determineBy };
}
