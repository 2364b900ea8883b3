import { addDays, type Day } from '../calendar/days.js';
import type { Fault } from '../language/refusal.js';
import { lastDayOf } from './clock.js';

export type Notice = { noticeFrom: Day; noticeTo: Day; dueOn: Day | null };

/**
 * The public notice (公示) of a case that is approved on a day: so many working days after it, up to, not including,
 * `noticeTo`; the result is due so many working days after its last.
 */
export function noticeFrom(
  on: Day,
  { notice, deliver }: { notice: number; deliver: number },
): { notice: Notice } | { fault: Fault } {
  const last = notice === 0 ? addDays(on, -1) : lastDayOf(on, notice);
  if (last === null) return { fault: { field: '', key: 'waivers.fault.unknown-year' } };
  return {
    notice: { noticeFrom: on, noticeTo: addDays(last, 1), dueOn: lastDayOf(last, deliver) },
  };
}
