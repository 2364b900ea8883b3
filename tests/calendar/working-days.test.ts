import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../src/calendar/days.js';
import {
  addWorkingDays,
  isProvisional,
  isWorkingDay,
  workCalendar,
  workingDaysBetween,
} from '../../src/calendar/working-days.js';
import { knownCalendar as known } from './known-calendar.js';

describe('a working day', () => {
  it.each([
    ['2025-01-26', true, 'a Sunday shifted to work before the Spring Festival'],
    ['2025-01-27', true, 'a Monday'],
    ['2025-01-28', false, 'the eve of the Spring Festival, a Tuesday'],
    ['2025-02-04', false, 'the last day of the Spring Festival'],
    ['2025-02-05', true, 'the Wednesday after it'],
    ['2025-02-08', true, 'a Saturday shifted to work'],
    ['2025-02-09', false, 'a Sunday'],
    ['2025-10-08', false, 'National Day and the Mid-autumn Festival together'],
    ['2025-10-11', true, 'a Saturday shifted to work'],
    ['2026-02-14', true, 'a Saturday shifted to work'],
  ])('%s: %s, %s', (day, works) => {
    expect(isWorkingDay(known, day)).toBe(works);
  });

  it('is any weekday of a year whose notice is not known, and provisional', () => {
    expect(isWorkingDay(known, '2027-01-01')).toBe(true);
    expect(isWorkingDay(known, '2027-01-02')).toBe(false);
    expect(addWorkingDays(known, '2026-12-30', 3)).toBe('2027-01-04');
    expect(workingDaysBetween(known, '2026-12-30', '2027-01-04')).toBe(3);
    expect(isProvisional(known, '2027-01-04')).toBe(true);
    expect(isProvisional(known, '2026-12-28')).toBe(false);
  });

  it('is provisional from 29 December on, as the notice of the next year may reach so far', () => {
    expect(isProvisional(known, '2026-12-29')).toBe(true);
    const notice = { year: 2027, off: ['2026-12-31', '2027-01-01'], worked: ['2026-12-26'] };
    const then = workCalendar('then', [notice]);
    expect(isWorkingDay(then, '2026-12-31')).toBe(false);
    expect(isWorkingDay(then, '2026-12-26')).toBe(true);
    expect(isProvisional(then, '2027-01-04')).toBe(false);
  });

  it('is as the later year says, where two notices speak of it', () => {
    const earlier = { year: 2026, off: [], worked: ['2026-12-26'] };
    const later = { year: 2027, off: ['2026-12-26'], worked: [] };
    expect(isWorkingDay(workCalendar('two', [later, earlier]), '2026-12-26')).toBe(false);
  });
});

describe('a limit in working days', () => {
  it('does not count its first day, and steps over the festival', () => {
    expect(addWorkingDays(known, '2025-01-27', 1)).toBe('2025-02-05');
    expect(addWorkingDays(known, '2025-01-24', 5)).toBe('2025-02-07');
    expect(addWorkingDays(known, '2025-09-30', 1)).toBe('2025-10-09');
    expect(addWorkingDays(known, '2025-02-01', 0)).toBe('2025-02-05');
    expect(addWorkingDays(known, '2025-02-05', 0)).toBe('2025-02-05');
  });

  it('has used none on the day itself or before it', () => {
    expect(workingDaysBetween(known, '2025-01-27', '2025-01-27')).toBe(0);
    expect(workingDaysBetween(known, '2025-02-07', '2025-01-27')).toBe(0);
    expect(workingDaysBetween(known, '2025-01-24', '2025-02-07')).toBe(5);
  });

  it('is counted over years as by walking through them', () => {
    const days = fc.integer({ min: 0, max: daysBetween('2004-01-01', '2028-12-31') });
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [from, to] = [addDays('2004-01-01', a), addDays('2004-01-01', b)];
        let walked = 0;
        for (let at = addDays(from, 1); at <= to; at = addDays(at, 1))
          if (isWorkingDay(known, at)) walked += 1;
        expect(workingDaysBetween(known, from, to)).toBe(walked);
      }),
      { numRuns: 50 },
    );
    expect(workingDaysBetween(known, '2003-12-31', '2004-12-31')).toBe(
      workingDaysBetween(known, '2003-12-31', '2004-06-30') +
        workingDaysBetween(known, '2004-06-30', '2004-12-31'),
    );
  });

  it('takes no fraction and no negative number', () => {
    expect(() => addWorkingDays(known, '2025-01-27', -1)).toThrow(RangeError);
    expect(() => addWorkingDays(known, '2025-01-27', 1.5)).toThrow(RangeError);
  });

  it('counts back what it added, wherever it starts', () => {
    const start = fc.nat(daysBetween('2004-01-01', '2026-06-30'));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), (offset, count) => {
        const from = addDays('2004-01-01', offset);
        const to = addWorkingDays(known, from, count);
        expect(isWorkingDay(known, to)).toBe(true);
        expect(workingDaysBetween(known, from, to)).toBe(count);
        expect(workingDaysBetween(known, from, addDays(to, -1))).toBe(count - 1);
      }),
    );
  });
});
