import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  endOfMonth,
  firstOf,
  isDay,
  isMonth,
  lastWholeMonth,
  monthsBetween,
  today,
} from '../../src/calendar/days.js';

test('a month ends on the day before the next one begins, in 300 years', () => {
  const months = monthsBetween('1900-01', '2199-12');
  expect(months).toHaveLength(3600);
  for (const month of months) {
    expect(endOfMonth(month)).toBe(addDays(firstOf(addMonths(month, 1)), -1));
    expect(isDay(endOfMonth(month))).toBe(true);
  }
  expect(['2024-02', '2025-02', '1900-02', '2000-02'].map(endOfMonth)).toEqual([
    '2024-02-29',
    '2025-02-28',
    '1900-02-28',
    '2000-02-29',
  ]);
});

test('only days and months that exist are such', () => {
  const days = ['2024-02-29', '2025-02-29', '2025-13-01', '2025-1-01', '1899-12-31', '2200-01-01'];
  expect(days.map(isDay)).toEqual([true, false, false, false, false, false]);
  expect(['2025-12', '2025-00', '2025-13', '2025'].map(isMonth)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('months are counted over the end of a year, both ways', () => {
  expect(addMonths('2024-11', 3)).toBe('2025-02');
  expect(addMonths('2025-02', -14)).toBe('2023-12');
  expect(monthsBetween('2024-12', '2025-02')).toEqual(['2024-12', '2025-01', '2025-02']);
  expect(monthsBetween('2025-02', '2025-01')).toEqual([]);
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(lastWholeMonth('2025-01-30')).toBe('2024-12');
  expect(lastWholeMonth('2025-01-31')).toBe('2025-01');
});

test('a day in Zhoushan begins at four in the afternoon in Greenwich', () => {
  expect(today(new Date('2025-01-20T15:59:59Z'))).toBe('2025-01-20');
  expect(today(new Date('2025-01-20T16:00:00Z'))).toBe('2025-01-21');
});
