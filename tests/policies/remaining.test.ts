import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { rentSubsidy } from '../../prisma/seed/policies/rent-subsidy.js';
import type { Day } from '../../src/calendar/days.js';
import { givenInPremises } from '../../src/policies/given-in-premises.js';
import { remainingInAll, remainingOf } from '../../src/policies/remaining.js';
import { rentOfDays } from '../../src/policies/rent-by-day.js';
import { inForce } from './facts.js';

describe('what remains to be paid', () => {
  it('is the rent of the days, rounded half up', () => {
    const cost = (fen: number, from: Day, to: Day) => rentOfDays([{ from, fen }], { from, to });
    expect(cost(100_000, '2025-01-01', '2025-02-01')).toBe(100_000);
    expect(cost(100_000, '2025-01-31', '2025-02-01')).toBe(3_226);
    expect(cost(100_000, '2025-02-01', '2025-02-15')).toBe(50_000);
    expect(cost(31, '2025-01-01', '2025-01-16')).toBe(15);
    expect(cost(0, '2025-01-01', '2025-01-16')).toBe(0);
    const stepped = [
      { from: '2025-01-01', fen: 0 },
      { from: '2025-01-11', fen: 31_000 },
      { from: '2025-01-21', fen: 62_000 },
    ];
    expect(rentOfDays(stepped, { from: '2025-01-01', to: '2025-02-01' })).toBe(32_000);
  });

  it('is with what is given the rent, in each month and in all, and never below nothing', () => {
    const premises = fc.record({
      area: fc.integer({ min: 1, max: 90_000 }),
      rent: fc.nat(900_000),
    });
    const version = fc.constantFrom(inForce(rentFree), inForce(rentSubsidy));
    fc.assert(
      fc.property(premises, version, (offered, policy) => {
        for (const { assessment } of givenInPremises(policy, offered, '2025-03-17')) {
          const lines = assessment.schedule.lines.map(remainingOf);
          for (const { rent, given, remains } of lines) {
            expect(remains).toBeGreaterThanOrEqual(0);
            expect(given + remains).toBe(rent);
          }
          const sum = lines.reduce((total, { remains }) => total + remains, 0);
          expect(remainingInAll(assessment.schedule).remains).toBe(sum);
        }
      }),
    );
  });

  it('is told for whom: those of the same outcome together, and nobody whom the policy leaves out', () => {
    const on = '2025-03-17';
    const offered = { area: 8_050, rent: 123_400 };
    const free = givenInPremises(inForce(rentFree), offered, on);
    expect(free.map(({ categories }) => categories.length > 0)).toEqual([false, true]);
    const subsidy = givenInPremises(inForce(rentSubsidy), offered, on);
    expect(subsidy).toHaveLength(1);
    expect(subsidy[0]?.categories.length).toBeGreaterThan(3);
    expect(subsidy[0]?.assessment.eligible).toBe(true);
  });
});
