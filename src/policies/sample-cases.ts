import { addMonths, type Day, firstOf, monthOf } from '../calendar/days.js';
import { monthsLater } from '../calendar/months-later.js';
import { type Facts, untold } from './facts.js';
import type { PolicyRules } from './rules.js';

export const sampleNames = [
  'plain',
  'graduate',
  'team',
  'large',
  'market',
  'unemployed',
  'other-benefit',
] as const;
export type SampleName = (typeof sampleNames)[number];

/**
 * Cases as they come, on which a draft is tried before it is put in force. They apply on the day, from the
 * first of the next month on, for all the months that the policy gives, with every declaration made.
 */
export function sampleCases(rules: PolicyRules, on: Day): Record<SampleName, Facts> {
  const from = firstOf(addMonths(monthOf(on), 1));
  const plain: Facts = {
    on,
    period: { from, to: monthsLater(from, rules.months) },
    startedOn: null,
    categories: [],
    graduatedOn: null,
    legalForm: 'firm',
    jobs: 3,
    ...untold,
    registeredOn: monthsLater(on, -8),
    tradingSince: monthsLater(on, -7),
    settledOn: monthsLater(on, -6),
    premises: {
      kind: 'park-space',
      area: 8_000,
      rent: 80_000,
      leaseFrom: monthsLater(on, -6),
      leaseTo: null,
    },
    otherBenefits: [],
    used: { person: { months: 0, fen: 0 }, venture: { months: 0, fen: 0 }, yearFen: 0 },
    declared: rules.conditions.flatMap(({ kind, id }) => (kind === 'declaration' ? [id] : [])),
  };
  const premises = (change: Partial<Facts['premises']>) => ({ ...plain.premises, ...change });
  const categorySince = (category: Facts['categories'][number]['category'], months: number) => ({
    categories: [{ category, since: monthsLater(on, -months) }],
  });
  return {
    plain,
    graduate: { ...plain, graduatedOn: monthsLater(on, -24) },
    team: {
      ...plain,
      legalForm: 'team',
      registeredOn: null,
      tradingSince: null,
      premises: premises({ area: 3_000, rent: 30_000 }),
    },
    large: {
      ...plain,
      ...categorySince('veteran', 36),
      premises: premises({ area: 15_000, rent: 240_000 }),
    },
    market: {
      ...plain,
      ...categorySince('hardship', 12),
      settledOn: null,
      premises: premises({ kind: 'market-premises', area: 6_000, rent: 150_000 }),
    },
    unemployed: { ...plain, ...categorySince('unemployed', 3), registeredOn: monthsLater(on, -2) },
    'other-benefit': {
      ...plain,
      ...categorySince('student', 12),
      otherBenefits: [
        { name: 'other', beganOn: monthsLater(on, -6), endedOn: monthsLater(from, 6) },
      ],
    },
  };
}
