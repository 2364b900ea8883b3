import { addDays, type Day } from '../calendar/days.js';
import { monthStarts, monthsLater } from '../calendar/months-later.js';
import type { Change } from './changes.js';
import type { Facts } from './facts.js';

type Window = { months: number; years: number };

/** The day with which the years end that end on a day: months that began on it or before are not in them. */
const beforeYears = (day: Day, { years }: Window): Day => monthsLater(day, -12 * years);

/** How many of the first so many of some days, which are in order, lie up to a day. */
function countTo(days: readonly Day[], to: Day, length = days.length): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as Day) <= to) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Whether the last of the first so many months asked for fits beside those of before and those asked for before it: no years in a
 * row that hold it have more months than they may. They end with it, or with a month of before that began after it.
 */
function lastFits(
  window: Window,
  earlier: readonly Day[],
  asked: readonly Day[],
  length: number,
): boolean {
  const last = asked[length - 1] as Day;
  const isOver = (before: Day, had: number) =>
    had - countTo(earlier, before) + length - countTo(asked, before, length) > window.months;
  let had = countTo(earlier, last);
  if (isOver(beforeYears(last, window), had)) return false;
  for (; had < earlier.length; had += 1) {
    const end = earlier[had] as Day;
    const before = beforeYears(end, window);
    if (before >= last) return true;
    if (isOver(before, countTo(earlier, end))) return false;
  }
  return true;
}

/** How many of the months asked for fit, from the first on. Both lists are in order. */
function fitting(window: Window, earlier: readonly Day[], asked: readonly Day[]): number {
  let fit = 0;
  while (fit < asked.length && lastFits(window, earlier, asked, fit + 1)) fit += 1;
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
export function monthsInYears(window: Window, { earlier, on }: Facts): number {
  const starts = startsOf(earlier);
  return countTo(starts, on) - countTo(starts, beforeYears(on, window));
}

/** The first day after a day on which a month can begin again: with the day on which one of before passes out, or the day after it. */
function firstThatFits(window: Window, earlier: readonly Day[], after: Day): Day | null {
  for (const start of earlier) {
    const out = monthsLater(start, 12 * window.years);
    if (out < after) continue;
    if (out > after && lastFits(window, earlier, [out], 1)) return out;
    const next = addDays(out, 1);
    if (lastFits(window, earlier, [next], 1)) return next;
  }
  return null;
}

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
  const from = firstThatFits(window, earlier, facts.period.from);
  if (from === null) return null;
  const later = asked.map((_, index) => monthsLater(from, index));
  const then = fitting(window, earlier, later);
  const fewer: Change[] = then < asked.length ? [{ kind: 'fewer-months', months: then }] : [];
  return [{ kind: 'begin-after', from }, ...fewer];
}
