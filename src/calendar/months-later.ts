import { addMonths, type Day, type Month, monthOf } from './days.js';

/** How many days the month has. */
export function daysInMonth(month: Month): number {
  const [year, of] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  if (of === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return of === 4 || of === 6 || of === 9 || of === 11 ? 30 : 31;
}

/**
 * The same date so many months later, or the month's last day where it has no such date:
 * one month after 31 January is the end of February. A negative number goes back.
 */
export function monthsLater(day: Day, months: number): Day {
  const month = addMonths(monthOf(day), months);
  const date = day.slice(8);
  return date <= '28' || Number(date) <= daysInMonth(month)
    ? `${month}-${date}`
    : `${month}-${daysInMonth(month)}`;
}

/** The first days of the months that some days have, counted from the first of them; a begun one counts whole. */
export function monthStarts({ from, to }: { from: Day; to: Day }): Day[] {
  const starts: Day[] = [];
  for (let at = from; at < to; at = monthsLater(from, starts.length)) starts.push(at);
  return starts;
}
