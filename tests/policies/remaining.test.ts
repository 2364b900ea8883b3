import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { rentSubsidy } from '../../prisma/seed/policies/rent-subsidy.js';
import { givenInPremises } from '../../src/policies/given-in-premises.js';
import { remainingInAll, remainingOf, rentOfDays } from '../../src/policies/remaining.js';
import { inForce } from './facts.js';

describe('what remains to be paid', () => {
  it('is the rent of the days, rounded half up', () => {
    expect(rentOfDays(100_000, 31, '2025-01')).toBe(100_000);
    expect(rentOfDays(100_000, 1, '2025-01')).toBe(3_226);
    expect(rentOfDays(100_000, 14, '2025-02')).toBe(50_000);
    expect(rentOfDays(31, 15, '2025-01')).toBe(15);
    expect(rentOfDays(0, 15, '2025-01')).toBe(0);
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
