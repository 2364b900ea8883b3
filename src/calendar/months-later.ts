import { addMonths, type Day, endOfMonth, monthOf } from './days.js';

/**
 * The same date so many months later, or the month's last day where it has no such date:
 * one month after 31 January is the end of February. A negative number goes back.
 */
export function monthsLater(day: Day, months: number): Day {
  const month = addMonths(monthOf(day), months);
  const same = `${month}-${day.slice(8)}`;
  const last = endOfMonth(month);
  return same < last ? same : last;
}
