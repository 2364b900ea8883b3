import { addDays, type Day, today } from '../calendar/days.js';
import { dayAfter, lastDayOf } from '../calendar/last-day.js';
import { addWorkingDays, type WorkCalendar, workingDaysTo } from '../calendar/working-days.js';

/** The one pause that a notice has: its first day, and the day on which it ended. */
export type Pause = { pausedFrom: Day | null; pausedTo: Day | null };
export const noPause: Pause = { pausedFrom: null, pausedTo: null };
export type Notice = { noticeFrom: Day; noticeTo: Day; dueOn: Day } & Pause;
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
  return { noticeFrom: on, noticeTo: dayAfter(last), dueOn, ...noPause };
}

/** Whether the days of a notice stand: for an objection from a proven phone that was not answered yet. */
export const stands = ({ pausedFrom, pausedTo }: Pause): boolean =>
  pausedFrom !== null && pausedTo === null;

/** A notice moves on by the working days for which it stood. @returns the first day after it */
export function goOn(
  calendar: WorkCalendar,
  noticeTo: Day,
  { since, until }: { since: Day; until: Day },
): Day {
  const left = workingDaysTo(calendar, since, lastDayOf(noticeTo));
  return dayAfter(addWorkingDays(calendar, until, Math.max(0, left)));
}

type AnswerLimits = { deliver: number; objection: number };
type RunningNotice = { noticeTo: Day } & Pause;

/** The last working day to answer an objection: in its term, and while the notice runs not after the result is due. */
export function answerBy(
  calendar: WorkCalendar,
  notice: RunningNotice,
  { deliver, objection }: AnswerLimits,
  madeAt: Date,
): Day {
  const term = addWorkingDays(calendar, today(madeAt), objection);
  if (stands(notice)) return term;
  const result = addWorkingDays(calendar, lastDayOf(notice.noticeTo), deliver);
  return term < result ? term : result;
}

/** When a case on notice is due: with the first answer to an open objection, and else, while it runs, with the result. */
export function dueOnNotice(
  calendar: WorkCalendar,
  notice: RunningNotice,
  limits: AnswerLimits,
  open: { at: Date }[],
): Day {
  const result = addWorkingDays(calendar, lastDayOf(notice.noticeTo), limits.deliver);
  const [first = result] = open.map(({ at }) => answerBy(calendar, notice, limits, at)).sort();
  return first;
}
