import { z } from 'zod';
import { founderCategories } from '../people/categories.js';
import { regions } from '../standards/regions.js';
import { industries, legalForms, trades } from '../standards/register-codes.js';
import { faultsOfRules } from './faults-of-rules.js';

/** 园区场地 市场化场地 已免租场地. It is all that the rules know of where a venture is: no park is named. */
export const premisesKinds = ['park-space', 'market-premises', 'rent-free'] as const;
export type PremisesKind = (typeof premisesKinds)[number];

/** 免租 补贴: rent that a park would take is waived, or money is paid to the applicant. */
export const policyForms = ['waiver', 'subsidy'] as const;
export type PolicyForm = (typeof policyForms)[number];

/** What a reader of the policy sees, in both languages. */
const Wording = z.strictObject({ zh: z.string().min(1).max(400), en: z.string().min(1).max(400) });

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40);
const clause = z.string().min(1).max(40);
const months = z.int().min(0).max(600);
const workingDays = z.int().min(0).max(250);
const fen = z.int().min(0).max(100_000_000_000);

/**
 * A founder category that counts from so many months after its first day (登记失业半年以上: 6) until so
 * many months after it (毕业五年内: 60; null for no end). The first day of a graduate is the graduation.
 */
const CategoryTest = z.strictObject({
  category: z.enum(founderCategories),
  afterMonths: months.default(0),
  withinMonths: months.nullable().default(null),
});
export type CategoryTest = z.output<typeof CategoryTest>;

const common = { id: slug, clause, text: Wording };
/** Months of social insurance without a break. */
const insured = z.int().min(0).max(120).default(0);
/** At least `least` and less than `most`; null for no bound. */
const span = { least: months.nullable(), most: months.nullable() };

const Condition = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('category'),
    /** One of these, where there are any, and every one of the others. */
    anyOf: z.array(CategoryTest),
    allOf: z.array(CategoryTest),
  }),
  z.strictObject({ ...common, ...span, kind: z.literal('graduation-age') }),
  z.strictObject({ ...common, ...span, kind: z.literal('registered') }),
  z.strictObject({ ...common, ...span, kind: z.literal('trading') }),
  z.strictObject({
    ...common,
    kind: z.literal('legal-form'),
    anyOf: z.array(z.enum(legalForms)).min(1),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('premises'),
    anyOf: z.array(z.enum(premisesKinds)).min(1),
  }),
  /** never: none was ever held; not-at-once: none in the months asked for. */
  z.strictObject({
    ...common,
    kind: z.literal('other-benefit'),
    mode: z.enum(['never', 'not-at-once']),
  }),
  z.strictObject({ ...common, kind: z.literal('settled') }),
  z.strictObject({ ...common, kind: z.literal('not-settled') }),
  z.strictObject({
    ...common,
    kind: z.literal('jobs'),
    least: z.int().min(1).max(10_000),
    /** Only jobs insured for so many months without a break; 0 counts all. */
    insuredMonths: insured,
  }),
  /** A section of the standard or a trade of the local list, or none of these. */
  z.strictObject({
    ...common,
    kind: z.literal('industry'),
    industries: z.array(z.enum(industries)),
    trades: z.array(z.enum(trades)),
    isExcluded: z.boolean(),
  }),
  /** In one of these regions, where there are any; and on an outer island, or not on one. No park is named. */
  z.strictObject({
    ...common,
    kind: z.literal('place'),
    regions: z.array(z.string().refine((code) => regions.some((region) => region.code === code))),
    islands: z.enum(['any', 'outer', 'reached']),
  }),
  z.strictObject({ ...common, kind: z.literal('lease'), least: months }),
  /** In any so many years in a row at most so many months of the benefit, those had before and those asked for together. */
  z.strictObject({
    ...common,
    kind: z.literal('window'),
    months: z.int().min(1).max(600),
    years: z.int().min(1).max(20),
  }),
  /** Whatever else a policy asks: the founder says so, a reviewer looks at the proof. */
  z.strictObject({ ...common, kind: z.literal('declaration') }),
]);
export type Condition = z.output<typeof Condition>;
/** A condition without its name, clause and wording: what is looked at. */
export type PartsOfCondition = Condition extends infer Kind
  ? Kind extends Condition
    ? Omit<Kind, 'id' | 'clause' | 'text'>
    : never
  : never;

/**
 * Basis points of the rent; fen for each m², by day, month or year; a fixed sum a month, or one for each year of the benefit
 * or once; or by the jobs of the venture: a sum from so many jobs on and a step for each further one, up to a cap, for each
 * year of the benefit or once.
 */
const Amount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('share'), basisPoints: z.int().min(1).max(10_000) }),
  z.strictObject({ kind: z.literal('area'), fen, per: z.enum(['month', 'day', 'year']) }),
  z.strictObject({ kind: z.literal('fixed'), fen }),
  z.strictObject({ kind: z.literal('sum'), per: z.enum(['year', 'once']), fen }),
  z.strictObject({
    kind: z.literal('jobs'),
    per: z.enum(['year', 'once']),
    from: z.int().min(1).max(10_000),
    base: fen,
    step: fen,
    /** The most for a year, or once, a supplement included; null for none. */
    most: fen.nullable(),
    insuredMonths: insured,
  }),
]);
export type Amount = z.output<typeof Amount>;
export type SumAmount = Extract<Amount, { kind: 'jobs' | 'sum' }>;

/** Whether an amount stands at once, for a year of the benefit or for all of it, and not month by month. */
export const isSum = (amount: Amount): amount is SumAmount =>
  amount.kind === 'jobs' || amount.kind === 'sum';

/** Whether an amount is given once in all of the benefit. */
export const isGivenOnce = (amount: Amount): boolean => isSum(amount) && amount.per === 'once';

/** What is given in months of the benefit, both included, counted from 1. The first that fits applies. */
const Tier = z.strictObject({
  clause,
  fromMonth: z.int().min(1).max(600),
  toMonth: z.int().min(1).max(600),
  /** Only for founders with one of these; for everyone where there are none. */
  only: z.array(CategoryTest),
  amount: Amount,
});
export type Tier = z.output<typeof Tier>;

/** More than the rate, in basis points of it, where a condition holds: 离岛上浮 20%. */
const Supplement = z.strictObject({ basisPoints: z.int().min(1).max(100_000), when: Condition });
export type Supplement = z.output<typeof Supplement>;

/** null: no such cap. That no month is above its rent holds for every policy of premises. */
const Caps = z.strictObject({
  area: z.int().min(1).max(100_000_000).nullable(), // hundredths of a m²
  /** For each m² counted, a month where nothing else is said; versions of before this cap have none. */
  fenByArea: fen.nullable().default(null),
  fenByAreaPer: z.enum(['day', 'month', 'year']).default('month'),
  /** Whether a month is bound by the rent of the area counted alone, and not by the whole rent. */
  rentOfArea: z.boolean().default(false),
  fenByMonth: fen.nullable(),
  fenByYear: fen.nullable(), // by year of the benefit
  fenByPerson: fen.nullable(),
  fenByVenture: fen.nullable(),
  monthsByPerson: months.nullable(),
  monthsByVenture: months.nullable(),
  clause,
});
export type Caps = z.output<typeof Caps>;

const Proof = z.strictObject({
  id: slug,
  text: Wording,
  /** The condition that needs it; null where everyone brings it. */
  condition: slug.nullable(),
  /** Of a category condition: only who relies on one of these; everyone where there are none. */
  categories: z.array(z.enum(founderCategories)),
});
export type Proof = z.output<typeof Proof>;

/** All in working days. */
const Limits = z.strictObject({
  accept: workingDays,
  correct: workingDays,
  parkReview: workingDays,
  countyReview: workingDays,
  /** From the application to the determination, all steps together. */
  determine: workingDays,
  notice: workingDays,
  deliver: workingDays,
  reconsider: workingDays,
  /** To answer an objection; versions of before objections had a term give ten. */
  objection: workingDays.default(10),
  clause,
});
export type Limits = z.output<typeof Limits>;

/**
 * A policy as data. It says nothing that is a park's own, so that the same facts have the same outcome
 * in every park. Founders of every category may apply where no condition of the kind category stands.
 */
export const PolicyRules = z
  .strictObject({
    name: Wording,
    summary: Wording,
    /** The document that the rules come from. */
    source: Wording,
    /** Versions of before there were subsidies waive rent. */
    form: z.enum(policyForms).default('waiver'),
    /** Whether it is for premises: without, no rent, area or lease is looked at. */
    needsPremises: z.boolean().default(true),
    conditions: z.array(Condition).max(40),
    /** How many months the benefit lasts at most. */
    months: z.int().min(1).max(600),
    tiers: z.array(Tier).min(1).max(40),
    supplements: z.array(Supplement).max(10).default([]),
    caps: Caps,
    proof: z.array(Proof).max(40),
    limits: Limits,
    /** How often a case may be returned for correction. */
    corrections: z.int().min(0).max(5),
  })
  .superRefine((rules, context) => {
    for (const { path, message } of faultsOfRules(rules)) {
      context.addIssue({ code: 'custom', path, message });
    }
  });
export type PolicyRules = z.output<typeof PolicyRules>;

/** Every condition that something hangs on: those that must hold, and those of supplements. */
export const allConditions = ({
  conditions,
  supplements,
}: Pick<PolicyRules, 'conditions' | 'supplements'>): Condition[] => [
  ...conditions,
  ...supplements.map(({ when }) => when),
];

/** Whether what it gives is measured by a rent, which it then never exceeds. */
export const isOfRent = ({ needsPremises, tiers }: PolicyRules): boolean =>
  needsPremises && tiers.some(({ amount }) => !isSum(amount));

/** What `assess` reads of a version: its rules, and the days it is in force, [beganOn, endedOn). */
export type PolicyInForce = { beganOn: string; endedOn: string | null; rules: PolicyRules };
