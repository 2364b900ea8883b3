import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jobsSubsidy } from '../../prisma/seed/policies/jobs-subsidy.js';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { rentSubsidy } from '../../prisma/seed/policies/rent-subsidy.js';
import { assess } from '../../src/policies/assess.js';
import { Facts } from '../../src/policies/facts.js';
import {
  type CorrectableFact,
  clausesOfFact,
  correctableFacts,
  corrected,
  type FactValue,
  factValue,
} from '../../src/waivers/fact-corrections.js';
import { anyFacts, inForce } from '../policies/facts.js';
import { farIsland } from '../policies/far-island.js';
import { otherCity } from '../policies/other-city.js';

const policies = { rentFree, rentSubsidy, otherCity, jobsSubsidy, farIsland };
const aDay: fc.Arbitrary<string> = fc.constantFrom('2019-06-01', '2022-02-28', '2024-12-31');
const aDayOrNone: fc.Arbitrary<string | null> = fc.option(aDay);

function anyValue(fact: CorrectableFact): fc.Arbitrary<FactValue> {
  if (fact.startsWith('category.')) return fc.option(fc.record({ since: aDayOrNone }));
  if (['graduated', 'registered', 'trading'].includes(fact)) return aDayOrNone;
  if (fact === 'months') return fc.integer({ min: 1, max: 40 });
  return fc.integer({ min: 1, max: 1_000_000 });
}

it.each(Object.entries(policies))(
  'a correction under %s changes that fact to what was found, by a clause, and leaves facts that can be assessed',
  (_, rules) => {
    const all = correctableFacts(rules);
    expect(new Set(all).size).toBe(all.length);
    for (const fact of all) {
      expect(clausesOfFact(rules, fact).length, fact).toBeGreaterThan(0);
      fc.assert(
        fc.property(anyFacts, anyValue(fact), (facts, to) => {
          const now = corrected(facts, { fact, to });
          expect(factValue(now, fact)).toEqual(to);
          expect(Facts.parse(now)).toEqual(now);
          const heads = now.insuredJobs;
          expect(heads).toEqual([...heads].sort((a, b) => b - a));
          expect(assess(now, inForce(rules)).schedule.total).toBeGreaterThanOrEqual(0);
        }),
        { numRuns: 30 },
      );
    }
  },
);

it.each(Object.entries(policies))(
  'a sum that the decision grants in part under %s is never exceeded, and bounds what is above it alone',
  (_, rules) => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 2_000_000 }), (facts, atMost) => {
        const whole = assess(facts, inForce(rules)).schedule.total;
        const part = assess({ ...facts, atMost }, inForce(rules)).schedule;
        expect(part.total).toBe(Math.min(whole, atMost));
        expect(part.lines.reduce((sum, { fen }) => sum + fen, 0)).toBe(part.total);
      }),
      { numRuns: 100 },
    );
  },
);
