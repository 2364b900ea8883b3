import type { Day } from '../calendar/days.js';
import { type DayFault, isMeantYear, readDay } from '../input/days.js';
import { dayOfSerial } from './days.js';
import type { TableCell } from './table.js';

/**
 * Reads a day out of a cell: as people type it, or a number that a program counts days by. Text of digits is no such
 * number.
 * @param is1904 whether its workbook counts from 1904
 */
export function dayInCell(
  { text, isText }: TableCell,
  is1904: boolean,
): { day: Day } | { fault: DayFault } {
  const read = readDay(text ?? '');
  if ('day' in read || isText || text === null || !/^\d+$/.test(text)) return read;
  const day = dayOfSerial(Number(text), is1904);
  if (day === null) return read;
  return isMeantYear(day) ? { day } : { fault: 'year' };
}
