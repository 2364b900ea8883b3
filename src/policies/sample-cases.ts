import { addMonths, type Day, firstOf, monthOf } from '../calendar/days.js';
import { monthsLater } from '../calendar/months-later.js';
import type { FounderCategory } from '../people/categories.js';
import { industries as allIndustries } from '../standards/register-codes.js';
import { applyChange } from './changes.js';
import { type Facts, noPremises, untold } from './facts.js';
import type { CategoryTest, Condition, PolicyRules } from './rules.js';

export const sampleNames = [
  ...['fitting', 'plain', 'graduate', 'unemployed', 'team', 'large', 'market'],
  ...['few-jobs', 'many-jobs', 'uninsured', 'supplement', 'other-benefit'],
] as const;
export type SampleName = (typeof sampleNames)[number];
export type Sample = { name: SampleName; facts: Facts };

/**
 * Cases as they come for such rules, on which a draft is tried before it is put in force: one in which all fits, and others
 * that differ from it in what the rules look at. They apply on the day, from the first of the next month on, for all the
 * months that the policy gives, with every declaration made.
 */
export function sampleCases(rules: PolicyRules, on: Day): Sample[] {
  const fitting = rules.conditions.reduce(fitted, withJobs(rules, anyCase(rules, on)));
  const of = (name: SampleName, change: Partial<Facts>): Sample => ({
    name,
    facts: { ...fitting, ...change },
  });
  const asked = categoriesOf(rules);
  return [
    of('fitting', {}),
    ...(asked.size > 0 ? [of('plain', { categories: [], graduatedOn: null })] : []),
    ...(asked.has('graduate')
      ? [of('graduate', { categories: [], graduatedOn: monthsLater(on, -24) })]
      : []),
    ...(asked.has('unemployed')
      ? [
          of('unemployed', {
            ...solely('unemployed', monthsLater(on, -3)),
            registeredOn: monthsLater(on, -2),
          }),
        ]
      : []),
    of('team', { legalForm: 'team', registeredOn: null, tradingSince: null }),
    ...ofPremises(rules, fitting).map(({ name, premises }) => of(name, premises)),
    ...ofJobs(rules, fitting).map(({ name, jobs }) => of(name, jobs)),
    ...rules.supplements.slice(0, 1).map(({ when }) => of('supplement', fitted(fitting, when))),
    of('other-benefit', {
      otherBenefits: [
        {
          name: 'other',
          beganOn: monthsLater(on, -6),
          endedOn: monthsLater(fitting.period.from, 6),
        },
      ],
    }),
  ];
}

const solely = (category: FounderCategory, since: Day): Partial<Facts> => ({
  categories: [{ category, since }],
  graduatedOn: null,
});

/** A firm that has settled, of nobody in particular. */
function anyCase(rules: PolicyRules, on: Day): Facts {
  const from = firstOf(addMonths(monthOf(on), 1));
  return {
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
    premises: rules.needsPremises
      ? {
          kind: 'park-space',
          area: 8_000,
          rent: 80_000,
          leaseFrom: monthsLater(on, -6),
          leaseTo: null,
        }
      : noPremises,
    otherBenefits: [],
    used: { person: { months: 0, fen: 0 }, venture: { months: 0, fen: 0 }, yearFen: 0 },
    declared: rules.conditions.flatMap(({ kind, id }) => (kind === 'declaration' ? [id] : [])),
  };
}

/** The amount by jobs that stands in the first month, where it goes by jobs. */
function jobsAmount({ tiers }: PolicyRules) {
  const amount = tiers.find(({ fromMonth }) => fromMonth === 1)?.amount;
  return amount?.kind === 'jobs' ? amount : null;
}

const insure = (facts: Facts, least: number, months: number): Facts =>
  applyChange({ ...facts, jobs: least }, { kind: 'insured-jobs', least, months });

function withJobs(rules: PolicyRules, facts: Facts): Facts {
  const amount = jobsAmount(rules);
  return amount ? insure(facts, amount.from + 2, amount.insuredMonths) : facts;
}

/** The facts as they have to be for a condition. */
function fitted(facts: Facts, condition: Condition): Facts {
  switch (condition.kind) {
    case 'category':
      return [...condition.allOf, ...condition.anyOf.slice(0, 1)].reduce(prove, facts);
    case 'graduation-age':
      return { ...facts, graduatedOn: monthsLater(facts.on, -(condition.least ?? 0)) };
    case 'registered':
      return { ...facts, registeredOn: withinSpan(condition, facts.on, facts.registeredOn) };
    case 'trading':
      return { ...facts, tradingSince: withinSpan(condition, facts.on, facts.tradingSince) };
    case 'legal-form':
      return condition.anyOf.includes(facts.legalForm)
        ? facts
        : applyChange(facts, { kind: 'legal-form', anyOf: condition.anyOf });
    case 'premises':
      return condition.anyOf.some((kind) => kind === facts.premises.kind)
        ? facts
        : applyChange(facts, { kind: 'premises', anyOf: condition.anyOf });
    case 'not-settled':
      return { ...facts, settledOn: null };
    case 'jobs':
      return insure(facts, Math.max(facts.jobs, condition.least), condition.insuredMonths);
    case 'industry':
      return fitIndustry(facts, condition);
    case 'place':
      return applyChange(facts, condition);
    case 'window':
      return applyChange(facts, { kind: 'fewer-months', months: condition.months });
    case 'settled':
    case 'other-benefit':
    case 'lease':
    case 'declaration':
      return facts;
  }
}

function prove(facts: Facts, test: CategoryTest): Facts {
  return applyChange(facts, { kind: 'category', anyOf: [test] });
}

/** A first day that lies in the span: the one there is, or the latest that is early enough. */
function withinSpan(
  { least, most }: { least: number | null; most: number | null },
  on: Day,
  day: Day | null,
): Day {
  const latest = monthsLater(on, -(least ?? 0));
  const fits = day !== null && day <= latest && (most === null || monthsLater(day, most) > on);
  return fits ? day : latest;
}

function fitIndustry(
  facts: Facts,
  { industries, trades, isExcluded }: Extract<Condition, { kind: 'industry' }>,
): Facts {
  if (!isExcluded)
    return { ...facts, industry: industries[0] ?? facts.industry, trade: trades[0] ?? facts.trade };
  return {
    ...facts,
    industry: allIndustries.find((code) => !industries.includes(code)) ?? facts.industry,
    trade: null,
  };
}

/** The categories that a condition or a tier looks at. */
function categoriesOf({ conditions, tiers }: PolicyRules): Set<FounderCategory> {
  const ofCondition = (condition: Condition): FounderCategory[] => {
    if (condition.kind === 'graduation-age') return ['graduate'];
    if (condition.kind !== 'category') return [];
    return [...condition.anyOf, ...condition.allOf].map(({ category }) => category);
  };
  return new Set([
    ...conditions.flatMap(ofCondition),
    ...tiers.flatMap(({ only }) => only.map(({ category }) => category)),
  ]);
}

/** More area and rent; and outside a park. */
function ofPremises(
  { needsPremises }: PolicyRules,
  { premises }: Facts,
): { name: SampleName; premises: Partial<Facts> }[] {
  if (!needsPremises) return [];
  return [
    { name: 'large', premises: { premises: { ...premises, area: 15_000, rent: 240_000 } } },
    {
      name: 'market',
      premises: {
        settledOn: null,
        premises: { ...premises, kind: 'market-premises', area: 6_000, rent: 150_000 },
      },
    },
  ];
}

/** One job too few, many more, and jobs that nobody insured. */
function ofJobs(rules: PolicyRules, fitting: Facts): { name: SampleName; jobs: Facts }[] {
  const amount = jobsAmount(rules);
  if (!amount) return [];
  const { from, insuredMonths } = amount;
  const of = (jobs: number) => insure({ ...fitting, insuredJobs: [] }, jobs, insuredMonths);
  return [
    { name: 'few-jobs', jobs: of(from - 1) },
    { name: 'many-jobs', jobs: of(from + 20) },
    ...(insuredMonths > 0
      ? [{ name: 'uninsured' as const, jobs: { ...fitting, insuredJobs: [] } }]
      : []),
  ];
}
