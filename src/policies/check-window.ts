import { addDays, type Day } from '../calendar/days.js';
import { monthStarts, monthsLater } from '../calendar/months-later.js';
import type { Change } from './changes.js';
import type { Facts } from './facts.js';

type Window = { months: number; years: number };

/** The day with which the years end that end on a day: months that began on it or before are not in them. */
const beforeYears = (day: Day, { years }: Window): Day => monthsLater(day, -12 * years);

/** Whether no years in a row that hold a month asked for have more months than they may. */
function fits(window: Window, earlier: Day[], asked: Day[]): boolean {
  const all = [...earlier, ...asked].sort();
  let first = 0;
  return all.every((last, index) => {
    const before = beforeYears(last, window);
    while ((all[first] as Day) <= before) first += 1;
    const isMore = index - first + 1 > window.months;
    return !isMore || !asked.some((day) => before < day && day <= last);
  });
}

/** How many of the months asked for, from the first on, fit beside those of before. */
export function monthsThatFit(
  window: Window,
  { earlier, period }: Pick<Facts, 'earlier' | 'period'>,
): number {
  return fitting(window, earlier.flatMap(monthStarts), monthStarts(period));
}

function fitting(window: Window, earlier: Day[], asked: Day[]): number {
  let [fit, more] = [0, asked.length + 1];
  while (more - fit > 1) {
    const half = Math.floor((fit + more) / 2);
    if (fits(window, earlier, asked.slice(0, half))) fit = half;
    else more = half;
  }
  return fit;
}

/** How many months began in the years before a day, the day included. */
export const monthsInYears = (window: Window, { earlier, on }: Facts): number =>
  earlier.flatMap(monthStarts).filter((start) => beforeYears(on, window) < start && start <= on)
    .length;

/**
 * What has to change so that no years in a row have too many months: fewer months are asked for, or later ones, when some of
 * before have passed out of them. Nothing where it holds; null where nothing helps.
 */
export function windowChanges(window: Window, facts: Facts): Change[] | null {
  const earlier = facts.earlier.flatMap(monthStarts);
  const asked = monthStarts(facts.period);
  const fit = fitting(window, earlier, asked);
  if (fit === asked.length) return [];
  if (fit > 0) return [{ kind: 'fewer-months', months: fit }];
  const days = earlier
    .map((start) => monthsLater(start, 12 * window.years))
    .flatMap((day) => [day, addDays(day, 1)])
    .filter((day) => day > facts.period.from)
    .sort();
  for (const from of days) {
    const later = asked.map((_, index) => monthsLater(from, index));
    const then = fitting(window, earlier, later);
    if (then === 0) continue;
    const fewer: Change[] = then < asked.length ? [{ kind: 'fewer-months', months: then }] : [];
    return [{ kind: 'begin-after', from }, ...fewer];
  }
  return null;
}
