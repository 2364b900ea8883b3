import { addDays, type Day } from '../calendar/days.js';
import { monthStarts, monthsLater } from '../calendar/months-later.js';
import type { Change } from './changes.js';
import type { Facts } from './facts.js';

type Window = { months: number; years: number };

/** The day with which the years end that end on a day: months that began on it or before are not in them. */
const beforeYears = (day: Day, { years }: Window): Day => monthsLater(day, -12 * years);

/** How many of some days, in order, lie after one day and up to another. */
function countBetween(days: readonly Day[], after: Day, to: Day): number {
  let count = 0;
  for (let at = days.length - 1; at >= 0; at -= 1) {
    const day = days[at] as Day;
    if (day <= after) break;
    if (day <= to) count += 1;
  }
  return count;
}

/**
 * Whether the last of the months asked for fits beside those of before and those asked for before it: no years in a row that
 * hold it have more months than they may. They end with it, or with a month of before that began after it.
 */
function lastFits(window: Window, earlier: readonly Day[], asked: readonly Day[]): boolean {
  const last = asked[asked.length - 1] as Day;
  const later = earlier.filter((day) => day > last);
  return [last, ...later].every((end) => {
    const before = beforeYears(end, window);
    if (before >= last) return true;
    return countBetween(earlier, before, end) + countBetween(asked, before, end) <= window.months;
  });
}

/** How many of the months asked for fit, from the first on. Both lists are in order. */
function fitting(window: Window, earlier: readonly Day[], asked: readonly Day[]): number {
  let fit = 0;
  while (fit < asked.length && lastFits(window, earlier, asked.slice(0, fit + 1))) fit += 1;
  return fit;
}

const startsOf = (spells: Facts['earlier']): Day[] => spells.flatMap(monthStarts).sort();

/** How many of the months asked for, from the first on, fit beside those of before. */
export function monthsThatFit(
  window: Window,
  { earlier, period }: Pick<Facts, 'earlier' | 'period'>,
): number {
  return fitting(window, startsOf(earlier), monthStarts(period));
}

/** How many months began in the years before a day, the day included. */
export const monthsInYears = (window: Window, { earlier, on }: Facts): number =>
  countBetween(startsOf(earlier), beforeYears(on, window), on);

/**
 * What has to change so that no years in a row have too many months: fewer months are asked for, or later ones, when some of
 * before have passed out of them. Nothing where it holds; null where nothing helps.
 */
export function windowChanges(window: Window, facts: Facts): Change[] | null {
  const earlier = startsOf(facts.earlier);
  const asked = monthStarts(facts.period);
  const fit = fitting(window, earlier, asked);
  if (fit === asked.length) return [];
  if (fit > 0) return [{ kind: 'fewer-months', months: fit }];
  const days = earlier
    .map((start) => monthsLater(start, 12 * window.years))
    .flatMap((day) => [day, addDays(day, 1)])
    .filter((day) => day > facts.period.from)
    .sort();
  const from = days.find((day) => lastFits(window, earlier, [day]));
  if (from === undefined) return null;
  const later = asked.map((_, index) => monthsLater(from, index));
  const then = fitting(window, earlier, later);
  const fewer: Change[] = then < asked.length ? [{ kind: 'fewer-months', months: then }] : [];
  return [{ kind: 'begin-after', from }, ...fewer];
}
