import { addDays, type Day } from '../calendar/days.js';
import { dayAfter, lastDayOf } from '../calendar/last-day.js';
import { addWorkingDays, type WorkCalendar, workingDaysTo } from '../calendar/working-days.js';

export type Notice = { noticeFrom: Day; noticeTo: Day; dueOn: Day };
type NoticeLimits = { notice: number; deliver: number };

/**
 * The public notice (公示) of a case that is approved on a day: so many working days after it, up to, not including,
 * `noticeTo`; the result is due so many working days after its last.
 */
export function noticeFrom(
  calendar: WorkCalendar,
  on: Day,
  { notice, deliver }: NoticeLimits,
): Notice {
  const last = notice === 0 ? addDays(on, -1) : addWorkingDays(calendar, on, notice);
  const dueOn = addWorkingDays(calendar, last, deliver);
  return { noticeFrom: on, noticeTo: dayAfter(last), dueOn };
}

/** From when the notice has stood without a break: objections that were open at the same time stop it once. */
export function stoodSince(objections: { at: Date; resolvedAt: Date | null }[], now: Date): Date {
  return objections
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .reduce((since, { at, resolvedAt }) => ((resolvedAt ?? now) >= since ? at : since), now);
}

/** The notice moves on by the working days for which it stood. */
export function goOn(
  calendar: WorkCalendar,
  noticeTo: Day,
  { deliver, since, until }: { deliver: number; since: Day; until: Day },
): { noticeTo: Day; dueOn: Day } {
  const left = workingDaysTo(calendar, since, lastDayOf(noticeTo));
  const last = addWorkingDays(calendar, until, Math.max(0, left));
  return { noticeTo: dayAfter(last), dueOn: addWorkingDays(calendar, last, deliver) };
}
