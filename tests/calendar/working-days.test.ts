import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../src/calendar/days.js';
import {
  addWorkingDays,
  isWorkingDay,
  knowsWorkingDays,
  UnknownYear,
  workingDaysBetween,
} from '../../src/calendar/working-days.js';

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
    expect(isWorkingDay(day)).toBe(works);
  });

  it('is not guessed for a year whose holidays are not known', () => {
    expect(knowsWorkingDays(2004) && knowsWorkingDays(2026)).toBe(true);
    expect(knowsWorkingDays(2003) || knowsWorkingDays(2027)).toBe(false);
    expect(() => isWorkingDay('2027-01-04')).toThrow(UnknownYear);
    expect(() => addWorkingDays('2026-12-30', 3)).toThrow('holidays of 2027 are not known');
    expect(() => workingDaysBetween('2003-12-29', '2004-01-05')).toThrow(UnknownYear);
  });
});

describe('a limit in working days', () => {
  it('does not count its first day, and steps over the festival', () => {
    expect(addWorkingDays('2025-01-27', 1)).toBe('2025-02-05');
    expect(addWorkingDays('2025-01-24', 5)).toBe('2025-02-07');
    expect(addWorkingDays('2025-09-30', 1)).toBe('2025-10-09');
    expect(addWorkingDays('2025-02-01', 0)).toBe('2025-02-05');
    expect(addWorkingDays('2025-02-05', 0)).toBe('2025-02-05');
  });

  it('has used none on the day itself or before it', () => {
    expect(workingDaysBetween('2025-01-27', '2025-01-27')).toBe(0);
    expect(workingDaysBetween('2025-02-07', '2025-01-27')).toBe(0);
    expect(workingDaysBetween('2025-01-24', '2025-02-07')).toBe(5);
  });

  it('is counted over years as by walking through them', () => {
    const known = fc.integer({ min: 0, max: daysBetween('2004-01-01', '2026-12-31') });
    fc.assert(
      fc.property(known, known, (a, b) => {
        const [from, to] = [addDays('2004-01-01', a), addDays('2004-01-01', b)];
        let walked = 0;
        for (let at = addDays(from, 1); at <= to; at = addDays(at, 1))
          if (isWorkingDay(at)) walked += 1;
        expect(workingDaysBetween(from, to)).toBe(walked);
      }),
      { numRuns: 50 },
    );
    expect(workingDaysBetween('2003-12-31', '2004-12-31')).toBe(
      workingDaysBetween('2003-12-31', '2004-06-30') +
        workingDaysBetween('2004-06-30', '2004-12-31'),
    );
    expect(() => workingDaysBetween('2026-01-05', '2028-01-05')).toThrow('2027');
  });

  it('takes no fraction and no negative number', () => {
    expect(() => addWorkingDays('2025-01-27', -1)).toThrow(RangeError);
    expect(() => addWorkingDays('2025-01-27', 1.5)).toThrow(RangeError);
  });

  it('counts back what it added, wherever it starts', () => {
    const start = fc.nat(daysBetween('2004-01-01', '2026-06-30'));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), (offset, count) => {
        const from = addDays('2004-01-01', offset);
        const to = addWorkingDays(from, count);
        expect(isWorkingDay(to)).toBe(true);
        expect(workingDaysBetween(from, to)).toBe(count);
        expect(workingDaysBetween(from, addDays(to, -1))).toBe(count - 1);
      }),
    );
  });
});
