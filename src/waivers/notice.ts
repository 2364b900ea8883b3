import { addDays, type Day } from '../calendar/days.js';
import type { Fault } from '../language/refusal.js';
import { lastDayOf, workingDaysTo } from './clock.js';

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

/** From when the notice has stood without a break: objections that were open at the same time stop it once. */
export function stoodSince(objections: { at: Date; resolvedAt: Date | null }[], now: Date): Date {
  return objections
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .reduce((since, { at, resolvedAt }) => ((resolvedAt ?? now) >= since ? at : since), now);
}

/** The notice moves on by the working days for which it stood; null where they cannot be told. */
export function goOn(noticeTo: Day, deliver: number, { since, until }: { since: Day; until: Day }) {
  const left = workingDaysTo(since, addDays(noticeTo, -1));
  const last = left === null ? null : lastDayOf(until, Math.max(0, left));
  return last === null ? null : { noticeTo: addDays(last, 1), dueOn: lastDayOf(last, deliver) };
}
