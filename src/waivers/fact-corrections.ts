import { z } from 'zod';
import { isDay } from '../calendar/days.js';
import { monthStarts, monthsLater } from '../calendar/months-later.js';
import { type FounderCategory, founderCategories } from '../people/categories.js';
import { type Facts, jobsInsuredFor } from '../policies/facts.js';
import {
  allConditions,
  type CategoryTest,
  type Condition,
  isSum,
  type PolicyRules,
} from '../policies/rules.js';

const number = z.int().min(0).max(1_000_000_000_000);
const day = z.string().refine(isDay).nullable();
/** A category that is held, since a day where it is known; null where it is not held. */
const Held = z.strictObject({ since: day }).nullable();

/** What a correction is about: months and sum grant a part of what was asked for, the others are facts with a proof. */
const Fact = z.union([
  z.enum(['area', 'rent', 'jobs', 'graduated', 'registered', 'trading', 'months', 'sum']),
  z.templateLiteral(['insured.', z.int()]),
  z.templateLiteral(['category.', z.enum(founderCategories)]),
]);
export type CorrectableFact = z.output<typeof Fact>;
export type FactValue = number | string | { since: string | null } | null;

/** One fact of a case as a desk corrected it: what it was and what it is, and the paper that proves it. */
export const FactCorrection = z.strictObject({
  fact: Fact,
  was: z.union([number, day, Held]),
  to: z.union([number, day, Held]),
  /** null where the register proves it, or where only a part is granted. */
  paper: z.strictObject({ id: z.int(), name: z.string() }).nullable(),
  basis: z.enum(['paper', 'register', 'part']),
});
export type FactCorrection = z.output<typeof FactCorrection>;

/** Whether it grants a part, and corrects nothing. */
export const isPart = (fact: CorrectableFact): boolean => fact === 'months' || fact === 'sum';

const insuredOf = (fact: string): number => Number(fact.slice('insured.'.length));
const categoryOf = (fact: string) => fact.slice('category.'.length) as FounderCategory;

type Tests = { clause: string; tests: CategoryTest[] };

/** Where categories are looked at, by clause: conditions, those of supplements, and tiers that are for some alone. */
const categoryTests = (rules: PolicyRules): Tests[] => [
  ...allConditions(rules).flatMap((condition): Tests[] => {
    const { kind, clause } = condition;
    if (kind === 'graduation-age') return [{ clause, tests: [graduates] }];
    return kind === 'category' ? [{ clause, tests: [...condition.anyOf, ...condition.allOf] }] : [];
  }),
  ...rules.tiers.map(({ clause, only }) => ({ clause, tests: only })),
];
const graduates: CategoryTest = { category: 'graduate', afterMonths: 0, withinMonths: null };

/** Where jobs are looked at: by how many months of social insurance, and under which clause. */
const jobsTests = (rules: PolicyRules): { clause: string; insuredMonths: number }[] => [
  ...allConditions(rules).flatMap((condition) => (condition.kind === 'jobs' ? [condition] : [])),
  ...rules.tiers.flatMap(({ clause, amount }) =>
    amount.kind === 'jobs' ? [{ clause, insuredMonths: amount.insuredMonths }] : [],
  ),
];

/** The facts that can be corrected under some rules: those that they look at. */
export function correctableFacts(rules: PolicyRules): CorrectableFact[] {
  const kinds = new Set<Condition['kind']>(allConditions(rules).map(({ kind }) => kind));
  const categories = new Set(
    categoryTests(rules).flatMap(({ tests }) => tests.map(({ category }) => category)),
  );
  const insured = new Set(jobsTests(rules).map(({ insuredMonths }) => insuredMonths));
  return [
    ...(rules.needsPremises ? (['area', 'rent'] as const) : []),
    ...[...categories]
      .filter((category) => category !== 'graduate')
      .map((category) => `category.${category}` as const),
    ...(categories.has('graduate') ? (['graduated'] as const) : []),
    ...[...insured]
      .sort((a, b) => a - b)
      .map((months) => (months === 0 ? 'jobs' : (`insured.${months}` as const))),
    ...(kinds.has('registered') ? (['registered'] as const) : []),
    ...(kinds.has('trading') ? (['trading'] as const) : []),
    'months',
    'sum',
  ];
}

/** A fact as it stands in the facts of a case. */
export function factValue(facts: Facts, fact: CorrectableFact): FactValue {
  switch (fact) {
    case 'area':
      return facts.premises.area;
    case 'rent':
      return facts.premises.rent;
    case 'jobs':
      return facts.jobs;
    case 'graduated':
      return facts.graduatedOn;
    case 'registered':
      return facts.registeredOn;
    case 'trading':
      return facts.tradingSince;
    case 'months':
      return monthStarts(facts.period).length;
    case 'sum':
      return facts.atMost ?? null;
    default:
      return fact.startsWith('insured.')
        ? jobsInsuredFor(facts, insuredOf(fact))
        : heldIn(facts.categories, categoryOf(fact));
  }
}

/** Whether a category is among some, and since when. */
export function heldIn(categories: Facts['categories'], category: FounderCategory): FactValue {
  const held = categories.find((row) => row.category === category);
  return held ? { since: held.since } : null;
}

/** The facts with one of them as it was corrected. */
export function corrected(facts: Facts, { fact, to }: Pick<FactCorrection, 'fact' | 'to'>): Facts {
  const count = to as number;
  const on = to as string | null;
  switch (fact) {
    case 'area':
      return { ...facts, premises: { ...facts.premises, area: count } };
    case 'rent':
      return { ...facts, premises: withRent(facts.premises, count) };
    case 'jobs':
      return {
        ...facts,
        jobs: count,
        insuredJobs: facts.insuredJobs.map((heads) => Math.min(heads, count)),
      };
    case 'graduated':
      return { ...facts, graduatedOn: on };
    case 'registered':
      return { ...facts, registeredOn: on };
    case 'trading':
      return { ...facts, tradingSince: on };
    case 'months':
      return {
        ...facts,
        period: { from: facts.period.from, to: monthsLater(facts.period.from, count) },
      };
    case 'sum':
      return { ...facts, atMost: count };
    default:
      return fact.startsWith('insured.')
        ? withInsured(facts, insuredOf(fact), count)
        : withCategory(facts, categoryOf(fact), to as { since: string | null } | null);
  }
}

/** One rent for all of its days; of a park's own premises nil makes them free of rent. */
function withRent({ rents: _, ...premises }: Facts['premises'], rent: number): Facts['premises'] {
  const isMarket = premises.kind === 'market-premises';
  return {
    ...premises,
    rent,
    kind: isMarket ? premises.kind : rent === 0 ? 'rent-free' : 'park-space',
  };
}

/** So many jobs that have so many months; what has fewer months has at least as many jobs, what has more at most. */
function withInsured(facts: Facts, months: number, heads: number): Facts {
  const length = Math.max(months, facts.insuredJobs.length);
  const insuredJobs = Array.from({ length }, (_, i) => {
    const current = facts.insuredJobs[i] ?? 0;
    if (i === months - 1) return heads;
    return i < months ? Math.max(current, heads) : Math.min(current, heads);
  });
  return { ...facts, insuredJobs, jobs: Math.max(facts.jobs, heads) };
}

function withCategory(
  facts: Facts,
  category: FounderCategory,
  held: { since: string | null } | null,
): Facts {
  const others = facts.categories.filter((row) => row.category !== category);
  return { ...facts, categories: held ? [...others, { category, since: held.since }] : others };
}

/** The clauses by which a fact counts: those that look at it. */
export function clausesOfFact(rules: PolicyRules, fact: CorrectableFact): string[] {
  return [...new Set(clausesFor(rules, fact))];
}

function clausesFor(rules: PolicyRules, fact: CorrectableFact): string[] {
  const { conditions, caps, tiers } = rules;
  const ofKind = (kind: Condition['kind']) =>
    conditions.filter((condition) => condition.kind === kind).map(({ clause }) => clause);
  const ofTests = (category: string) =>
    categoryTests(rules)
      .filter(({ tests }) => tests.some((test) => test.category === category))
      .map(({ clause }) => clause);
  const ofJobs = (months: number) =>
    jobsTests(rules)
      .filter(({ insuredMonths }) => insuredMonths === months)
      .map(({ clause }) => clause);
  const ofAmount = tiers.filter(({ amount }) => !isSum(amount)).map(({ clause }) => clause);
  switch (fact) {
    case 'area':
      return [...ofAmount, caps.clause];
    case 'rent':
      return [...ofKind('premises'), ...ofAmount, caps.clause];
    case 'jobs':
      return ofJobs(0);
    case 'graduated':
      return ofTests('graduate');
    case 'registered':
    case 'trading':
      return ofKind(fact);
    case 'months':
    case 'sum':
      return [caps.clause];
    default:
      return fact.startsWith('insured.') ? ofJobs(insuredOf(fact)) : ofTests(categoryOf(fact));
  }
}
