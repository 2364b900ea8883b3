import { addDays, type Day, daysBetween } from './days.js';

/** What the State Council's notice of a year says: which days are off, and which weekend days are worked (调休). */
export type YearOfDays = { year: number; off: readonly Day[]; worked: readonly Day[] };

/**
 * The days off and days worked of all years whose notice is known. A value: a notice that is confirmed or amended makes
 * another calendar, so whatever was computed with one stays what it was.
 */
export type WorkCalendar = {
  /** Stands for the content: calendars of the same version are the same. */
  readonly version: string;
  readonly years: ReadonlySet<number>;
  readonly special: ReadonlyMap<Day, 'off' | 'worked'>;
  /** By year, the working days before each of its days and in the whole; filled in when first needed. */
  readonly counts: Map<number, number[]>;
};

/** The calendar of some notices, the earlier years first: where two speak of a day, the later year's prevails. */
export function workCalendar(version: string, notices: readonly YearOfDays[]): WorkCalendar {
  const special = new Map<Day, 'off' | 'worked'>();
  for (const { off, worked } of notices.toSorted((a, b) => a.year - b.year)) {
    for (const day of off) special.set(day, 'off');
    for (const day of worked) special.set(day, 'worked');
  }
  const years = new Set(notices.map(({ year }) => year));
  return { version, years, special, counts: new Map() };
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** A notice speaks of the last days of December too: New Year's Day has been joined to 29 December and later. */
const daysBeforeTheYear = 3;

/**
 * Whether a last day could still move, as it lies where the year's notice is not known: weekdays are then counted as
 * worked and weekends as off.
 */
export const isProvisional = ({ years }: WorkCalendar, day: Day): boolean =>
  !years.has(yearOf(addDays(day, daysBeforeTheYear)));

/** Whether the day is a Saturday or a Sunday. */
export const isWeekend = (day: Day): boolean => ((daysBetween('2024-01-01', day) % 7) + 7) % 7 > 4; // 2024-01-01 was a Monday

/**
 * Whether a day is worked: a weekday that is no public holiday, or a weekend day shifted to work (调休). In a year whose
 * notice is not known, every weekday.
 */
export function isWorkingDay({ special }: WorkCalendar, day: Day): boolean {
  const stated = special.get(day);
  return stated === undefined ? !isWeekend(day) : stated === 'worked';
}

/**
 * The working day so many working days after a day, which itself is not counted: a limit of n working
 * days that starts on the day may be used up to the end of the answer. Of 0, the first working day
 * from the day on.
 * @throws RangeError for a negative or broken number
 */
export function addWorkingDays(calendar: WorkCalendar, day: Day, count: number): Day {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`);
  let at = day;
  if (count === 0) while (!isWorkingDay(calendar, at)) at = addDays(at, 1);
  for (let left = count; left > 0; left -= 1) {
    do at = addDays(at, 1);
    while (!isWorkingDay(calendar, at));
  }
  return at;
}

function countsOf(calendar: WorkCalendar, year: number): number[] {
  const known = calendar.counts.get(year);
  if (known) return known;
  const counts = [0];
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1))
    counts.push((counts.at(-1) as number) + (isWorkingDay(calendar, day) ? 1 : 0));
  calendar.counts.set(year, counts);
  return counts;
}

/** The working days of a day's year before that day. */
const countBefore = (calendar: WorkCalendar, day: Day): number =>
  countsOf(calendar, yearOf(day))[daysBetween(`${yearOf(day)}-01-01`, day)] as number;

/**
 * The working days after the first day up to and including the second: what addWorkingDays added. It takes the same
 * time however far apart they lie in a year, as lists count it for every line.
 * @returns 0 where the second is not later
 */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  if (to <= from) return 0;
  const first = addDays(from, 1);
  let count = -countBefore(calendar, first);
  for (let year = yearOf(first); year < yearOf(to); year += 1)
    count += countsOf(calendar, year).at(-1) as number;
  return count + countBefore(calendar, to) + (isWorkingDay(calendar, to) ? 1 : 0);
}

/** Working days from a day to another, negative where that has passed. */
export const workingDaysTo = (calendar: WorkCalendar, from: Day, to: Day): number =>
  from <= to ? workingDaysBetween(calendar, from, to) : -workingDaysBetween(calendar, to, from);
