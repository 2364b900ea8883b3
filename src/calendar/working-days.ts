import { createRequire } from 'node:module';
import { addDays, type Day, daysBetween } from './days.js';

/** Days as the State Council's notices give them: weekdays that are off, weekends that are worked. */
type Notices = { holidays: Record<Day, string>; workdays: Record<Day, string> };

const notices: Notices = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json');
const yearOf = (day: Day): number => Number(day.slice(0, 4));
const knownYears = new Set(Object.keys(notices.holidays).map(yearOf));

/** The holidays of the year are not known yet, so its working days cannot be counted. */
export class UnknownYear extends Error {
  override name = 'UnknownYear';
  constructor(readonly year: number) {
    super(`the public holidays of ${year} are not known: update the package chinese-days`);
  }
}

/** Whether working days of the year can be counted. Notices come out in the November before. */
export const knowsWorkingDays = (year: number): boolean => knownYears.has(year);

/**
 * Whether a day is worked: a weekday that is no public holiday, or a weekend day shifted to work (调休).
 * @throws UnknownYear
 */
export function isWorkingDay(day: Day): boolean {
  if (!knowsWorkingDays(yearOf(day))) throw new UnknownYear(yearOf(day));
  if (Object.hasOwn(notices.workdays, day)) return true;
  const weekday = ((daysBetween('2024-01-01', day) % 7) + 7) % 7; // 2024-01-01 was a Monday
  return weekday < 5 && !Object.hasOwn(notices.holidays, day);
}

/**
 * The working day so many working days after a day, which itself is not counted: a limit of n working
 * days that starts on the day may be used up to the end of the answer. Of 0, the first working day
 * from the day on.
 * @throws UnknownYear; RangeError for a negative or broken number
 */
export function addWorkingDays(day: Day, count: number): Day {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`);
  let at = day;
  if (count === 0) while (!isWorkingDay(at)) at = addDays(at, 1);
  for (let left = count; left > 0; left -= 1) {
    do at = addDays(at, 1);
    while (!isWorkingDay(at));
  }
  return at;
}

/** Of a year the working days before each of its days, and at the end those of the whole; worked out once. */
const countsOfYears = new Map<number, number[]>();

function countsOf(year: number): number[] {
  const known = countsOfYears.get(year);
  if (known) return known;
  const counts = [0];
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1))
    counts.push((counts.at(-1) as number) + (isWorkingDay(day) ? 1 : 0));
  countsOfYears.set(year, counts);
  return counts;
}

/** The working days of a day's year before that day. */
const countBefore = (day: Day): number =>
  countsOf(yearOf(day))[daysBetween(`${yearOf(day)}-01-01`, day)] as number;

/**
 * The working days after the first day up to and including the second: what addWorkingDays added. It takes the same
 * time however far apart they lie in a year, as lists count it for every line.
 * @returns 0 where the second is not later
 * @throws UnknownYear
 */
export function workingDaysBetween(from: Day, to: Day): number {
  if (to <= from) return 0;
  const first = addDays(from, 1);
  let count = -countBefore(first);
  for (let year = yearOf(first); year < yearOf(to); year += 1)
    count += countsOf(year).at(-1) as number;
  return count + countBefore(to) + (isWorkingDay(to) ? 1 : 0);
}
