import fc from 'fast-check';
import { addDays } from '../../src/calendar/days.js';
import { founderCategories } from '../../src/people/categories.js';
import { type Facts, untold } from '../../src/policies/facts.js';
import { type PolicyInForce, type PolicyRules, premisesKinds } from '../../src/policies/rules.js';
import { regions } from '../../src/standards/regions.js';
import { industries, legalForms, trades } from '../../src/standards/register-codes.js';

export const inForce = (rules: PolicyRules): PolicyInForce => ({
  beganOn: '2024-01-01',
  endedOn: null,
  rules,
});

/** A firm settled in a park since July 2024, in 80 m² at 800 yuan a month, asking for two years. */
export const someFacts: Facts = {
  on: '2025-01-10',
  period: { from: '2025-01-15', to: '2027-01-15' },
  startedOn: null,
  categories: [],
  graduatedOn: null,
  legalForm: 'firm',
  registeredOn: '2024-06-03',
  tradingSince: '2024-07-01',
  settledOn: '2024-07-01',
  jobs: 3,
  ...untold,
  premises: {
    kind: 'park-space',
    area: 8_000,
    rent: 80_000,
    leaseFrom: '2024-07-01',
    leaseTo: null,
  },
  otherBenefits: [],
  used: { person: { months: 0, fen: 0 }, venture: { months: 0, fen: 0 }, yearFen: 0 },
  declared: [],
};

const aDay = fc.integer({ min: 0, max: 2500 }).map((n) => addDays('2019-06-01', n));
const used = fc.record({ months: fc.nat(20), fen: fc.nat(2_000_000) });

/** Facts of every kind, likely and unlikely. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  on: aDay,
  period: fc
    .tuple(aDay, fc.integer({ min: 1, max: 1300 }))
    .map(([from, days]) => ({ from, to: addDays(from, days) })),
  startedOn: fc.constant(null),
  categories: fc.uniqueArray(
    fc.record({
      category: fc.constantFrom(...founderCategories.filter((one) => one !== 'graduate')),
      since: fc.option(aDay),
    }),
    { maxLength: 3, selector: ({ category }) => category },
  ),
  graduatedOn: fc.option(aDay),
  legalForm: fc.constantFrom(...legalForms),
  registeredOn: fc.option(aDay),
  tradingSince: fc.option(aDay),
  settledOn: fc.option(aDay),
  jobs: fc.nat(10),
  insuredJobs: fc.array(fc.nat(10), { maxLength: 14 }).map((heads) => heads.sort((a, b) => b - a)),
  industry: fc.option(fc.constantFrom(...industries)),
  trade: fc.option(fc.constantFrom(...trades)),
  region: fc.option(fc.constantFrom(...regions.map(({ code }) => code))),
  outerIsland: fc.option(fc.boolean()),
  premises: fc.record({
    kind: fc.constantFrom(...premisesKinds),
    area: fc.integer({ min: 1, max: 80_000 }),
    rent: fc.nat(1_000_000),
    leaseFrom: aDay,
    leaseTo: fc.option(aDay),
  }),
  otherBenefits: fc.array(
    fc
      .record({ name: fc.constantFrom('a', 'b'), beganOn: aDay, days: fc.option(fc.nat(700)) })
      .map(({ name, beganOn, days }) => ({
        name,
        beganOn,
        endedOn: days === null ? null : addDays(beganOn, days + 1),
      })),
    { maxLength: 3 },
  ),
  used: fc.record({ person: used, venture: used, yearFen: fc.nat(500_000) }),
  earlier: fc.array(
    fc
      .tuple(aDay, fc.integer({ min: 1, max: 900 }))
      .map(([from, days]) => ({ from, to: addDays(from, days) })),
    { maxLength: 3 },
  ),
  declared: fc.subarray(['first-venture']),
});
