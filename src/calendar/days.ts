/** A date without a clock, YYYY-MM-DD. Days compare as text. */
export type Day = string;
/** A calendar month, YYYY-MM. Months compare as text. */
export type Month = string;

const DAY_MS = 86_400_000;
const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** Whether the text is a date that exists, from the year 1900 to 2199. */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const time = utc(text);
  return !Number.isNaN(time) && dayOf(time) === text;
}

/** Whether the text is a month that exists, from the year 1900 to 2199. */
export const isMonth = (text: string): boolean => isDay(`${text}-01`);

export const monthOf = (day: Day): Month => day.slice(0, 7);
export const firstOf = (month: Month): Day => `${month}-01`;
export const addDays = (day: Day, days: number): Day => dayOf(utc(day) + days * DAY_MS);
/** Whole days from the first day to the second; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => (utc(to) - utc(from)) / DAY_MS;

/** The month so many months later; a negative number goes back. */
export function addMonths(month: Month, months: number): Month {
  const counted = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  const year = Math.floor(counted / 12);
  return `${String(year).padStart(4, '0')}-${String((counted % 12) + 1).padStart(2, '0')}`;
}

/** The last day of the month. */
export function endOfMonth(month: Month): Day {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
}

/** The newest month whose last day is not after the given day. */
export function lastWholeMonth(day: Day): Month {
  const month = monthOf(day);
  return endOfMonth(month) === day ? month : addMonths(month, -1);
}

/** Every month from the first to the last, both included; empty when the last is earlier. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The day in Zhoushan (Asia/Shanghai, UTC+8 without summer time) at a moment. */
export const today = (now: Date): Day => dayOf(now.getTime() + 8 * 3_600_000);

/** Tells the time; tests set it. */
export type Clock = { now(): Date };
export const systemClock: Clock = { now: () => new Date() };
