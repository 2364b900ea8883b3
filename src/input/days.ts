import { type Day, isDay, isMonth, type Month } from '../calendar/days.js';
import { plainWidth } from './plain-width.js';

const dayForms = [
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/,
  /^(\d{4})(年)(\d{1,2})月(\d{1,2})[日号]$/,
  /^(\d{4})()(\d{2})(\d{2})$/,
];
const monthForms = [/^(\d{4})[-/.](\d{1,2})$/, /^(\d{4})年(\d{1,2})月份?$/];
/** 24.3.1: a year of two digits, whose century nobody wrote. */
const shortYear = /^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/;

/** Why a text is no day: it names a month, a year without its century, a year that nobody means, or nothing that the calendar has. */
export type DayFault = 'month' | 'century' | 'year' | 'none';

/** Years that a day in a form or a file can mean: 0202, 1025 and 2205 are slips of the finger. */
const [firstYear, lastYear] = [1949, 2099];
export const isMeantYear = (text: string): boolean =>
  Number(text.slice(0, 4)) >= firstYear && Number(text.slice(0, 4)) <= lastYear;

/**
 * Reads a day as people type it: 2024-03-01, 2024/3/1, 2024.3.1, 2024年3月1日, 20240301, at full width too.
 * A month alone is not taken for its first day.
 */
export function readDay(typed: string): { day: Day } | { fault: DayFault } {
  const text = plainWidth(typed).replace(/\s/g, '');
  for (const form of dayForms) {
    const [, year, , month, date] = form.exec(text) ?? [];
    if (year === undefined) continue;
    const rest = `${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
    if (!isMeantYear(year)) return { fault: isDay(`2000-${rest}`) ? 'year' : 'none' };
    const day = `${year}-${rest}`;
    return isDay(day) ? { day } : { fault: 'none' };
  }
  if (monthOf(text) !== null) return { fault: 'month' };
  return { fault: shortYear.test(text) ? 'century' : 'none' };
}

/** The month that a text names: 2024-03, 2024-3, 2024/3, 2024年3月; null for anything else. */
export function monthOf(typed: string): Month | null {
  const text = plainWidth(typed).replace(/\s/g, '');
  for (const form of monthForms) {
    const [, year, number] = form.exec(text) ?? [];
    const month = `${year}-${number?.padStart(2, '0')}`;
    if (year !== undefined) return isMonth(month) && isMeantYear(year) ? month : null;
  }
  return null;
}
