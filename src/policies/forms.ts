import { z } from 'zod';
import { type FounderCategory, founderCategories } from '../people/categories.js';
import { regions } from '../standards/regions.js';
import { industries, legalForms, trades } from '../standards/register-codes.js';
import {
  choice,
  choices,
  day,
  hundredths,
  optional,
  optionalText,
  text,
  wholeNumber,
} from '../web/fields.js';
import type { Sent } from '../web/form-body.js';
import type { Labels } from '../web/forms.js';
import { checksOfDrafts, faultsOfCondition } from './faults-of-rules.js';
import { lists, rowsOf } from './form-rows.js';
import { policyForms, premisesKinds } from './rules.js';
import { partsOfCondition, partsOfForm, rulesOf } from './rules-of-form.js';
import { endKinds } from './versions.js';

export const conditionKinds = [
  ...['category', 'graduation-age', 'registered', 'trading', 'legal-form', 'premises'],
  ...['other-benefit', 'settled', 'not-settled', 'jobs', 'industry', 'place', 'lease'],
  ...['window', 'declaration'],
] as const;
export const amountKinds = [
  ...['share', 'area-month', 'area-day', 'area-year', 'fixed', 'sum-year', 'sum-once'],
  ...['jobs-year', 'jobs-once'],
] as const;
export const areaPers = ['day', 'month', 'year'] as const;
export const islandKinds = ['any', 'outer', 'reached'] as const;
const [firstRegion, ...otherRegions] = regions.map(({ code }) => code);
export const regionCodes = [firstRegion as string, ...otherRegions] as const;

const months = wholeNumber(0, 600, 'months');
const yuan = optional(hundredths(100_000_000_000, 'yuan'));
const aboveNothing = (most: number) =>
  hundredths(most).refine((value) => value >= 1, {
    error: 'web.field.least',
    params: { n: 0.01 },
  });
const clause = text(40);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'web.field.wrong');
/** English is needed where it is published: when the draft is put in force. */
const words = { zh: text(400), en: optionalText(400) };

type TestFields = Record<`tests.${FounderCategory}.role`, z.ZodType<'none' | 'any' | 'all'>> &
  Record<`tests.${FounderCategory}.${'after' | 'within'}`, z.ZodType<number | null>>;

/** For each category: not asked for, one of several, or needed; and its months. */
const tests = Object.fromEntries(
  founderCategories.flatMap((category) => [
    [`tests.${category}.role`, choice(['none', 'any', 'all']).default('none')],
    [`tests.${category}.after`, optional(months)],
    [`tests.${category}.within`, optional(months)],
  ]),
) as TestFields;

const common = { id, clause, ...words };
const span = { least: optional(months), most: optional(months) };
const conditionFields = [
  z.object({ ...common, kind: z.literal('category'), ...tests }),
  z.object({ ...common, kind: z.literal('graduation-age'), ...span }),
  z.object({ ...common, kind: z.literal('registered'), ...span }),
  z.object({ ...common, kind: z.literal('trading'), ...span }),
  z.object({
    ...common,
    kind: z.literal('legal-form'),
    anyOf: choices(legalForms).refine((chosen) => chosen.length > 0, 'web.field.choose'),
  }),
  z.object({
    ...common,
    kind: z.literal('premises'),
    anyOf: choices(premisesKinds).refine((chosen) => chosen.length > 0, 'web.field.choose'),
  }),
  z.object({
    ...common,
    kind: z.literal('other-benefit'),
    mode: choice(['never', 'not-at-once']),
  }),
  z.object({ ...common, kind: z.literal('settled') }),
  z.object({ ...common, kind: z.literal('not-settled') }),
  z.object({
    ...common,
    kind: z.literal('jobs'),
    least: wholeNumber(1, 10_000),
    insured: optional(wholeNumber(0, 120, 'months')).default(null),
  }),
  z.object({
    ...common,
    kind: z.literal('industry'),
    industries: choices(industries),
    trades: choices(trades),
    mode: choice(['only', 'except']),
  }),
  z.object({
    ...common,
    kind: z.literal('place'),
    regions: choices(regionCodes),
    islands: choice(islandKinds),
  }),
  z.object({ ...common, kind: z.literal('lease'), least: wholeNumber(1, 600) }),
  z.object({
    ...common,
    kind: z.literal('window'),
    windowMonths: wholeNumber(1, 600, 'months'),
    windowYears: wholeNumber(1, 20),
  }),
  z.object({ ...common, kind: z.literal('declaration') }),
] as const;
export type ConditionForm = z.output<(typeof conditionFields)[number]>;

/** What is wrong within a row is told at its field, also where its wording is still missing. */
const withinRow = (row: ConditionForm, context: z.RefinementCtx<unknown>): void => {
  for (const { path, message } of faultsOfCondition(partsOfCondition(row)))
    context.addIssue({ code: 'custom', path: fieldOfRow(path), message });
};
const ConditionRow = z.discriminatedUnion(
  'kind',
  conditionFields.map((fields) =>
    fields.superRefine(withinRow),
  ) as unknown as typeof conditionFields,
);

const TierRow = z
  .object({
    clause,
    fromMonth: wholeNumber(1, 600),
    toMonth: wholeNumber(1, 600),
    kind: choice(amountKinds),
    value: aboveNothing(1_000_000_000),
    jobsFrom: optional(wholeNumber(1, 10_000)).default(null),
    step: yuan.default(null),
    most: yuan.default(null),
    insured: optional(wholeNumber(0, 120, 'months')).default(null),
    ...tests,
  })
  .superRefine(({ kind, jobsFrom }, context) => requiredByJobs('jobsFrom', kind, jobsFrom, context))
  .superRefine(({ kind, step }, context) => requiredByJobs('step', kind, step, context))
  .superRefine(({ kind, value }, context) => {
    if (kind === 'share' && value > 10_000)
      context.addIssue({
        code: 'custom',
        path: ['value'],
        message: 'web.field.most',
        params: { n: 100 },
      });
  });

function requiredByJobs(
  field: 'jobsFrom' | 'step',
  kind: (typeof amountKinds)[number],
  value: number | null,
  context: z.RefinementCtx<unknown>,
): void {
  if ((kind === 'jobs-year' || kind === 'jobs-once') && value === null)
    context.addIssue({ code: 'custom', path: [field], message: 'web.field.required' });
}

const SupplementRow = ConditionRow.and(z.object({ percent: aboveNothing(100_000) }));

const ProofRow = z.object({
  id,
  ...words,
  condition: optional(id),
  categories: choices(founderCategories),
});

const limit = wholeNumber(0, 250);
const form = choice(policyForms).default('waiver');
const Rules = z.object({
  form,
  needsPremises: choice(['yes', 'no']).default('yes'),
  'name.zh': text(60),
  'name.en': optionalText(120),
  'summary.zh': text(400),
  'summary.en': optionalText(400),
  'source.zh': text(400),
  'source.en': optionalText(400),
  months: wholeNumber(1, 600),
  corrections: wholeNumber(0, 5),
  conditions: z.array(ConditionRow).max(40),
  tiers: z.array(TierRow).max(40),
  supplements: z.array(SupplementRow).max(10),
  proof: z.array(ProofRow).max(40),
  'caps.area': optional(hundredths(100_000_000, 'area')),
  'caps.fenByMonth': yuan,
  'caps.fenByArea': yuan,
  'caps.fenByAreaPer': choice(areaPers).default('month'),
  'caps.rentOfArea': choice(['no', 'yes']).default('no'),
  'caps.fenByYear': yuan,
  'caps.fenByPerson': yuan,
  'caps.fenByVenture': yuan,
  'caps.monthsByPerson': optional(months),
  'caps.monthsByVenture': optional(months),
  'caps.clause': clause,
  'limits.accept': limit,
  'limits.correct': limit,
  'limits.parkReview': limit,
  'limits.countyReview': limit,
  'limits.determine': limit,
  'limits.notice': limit,
  'limits.deliver': limit,
  'limits.reconsider': limit,
  'limits.objection': limit,
  'limits.clause': clause,
});
export type RulesForm = z.output<typeof Rules>;

const revision = wholeNumber(1, 1_000_000_000);

/** The fields of a draft with the checks that look at several of them, each of which runs as soon as it can read its own. */
const CheckedRules = checksOfDrafts.reduce(
  (fields, check) =>
    fields.superRefine((form, context) => {
      for (const { path, message } of check(partsOfForm(form)))
        context.addIssue({ code: 'custom', path: fieldOf(path), message });
    }),
  Rules.extend({ revision }),
);

/** A whole draft. What no single field shows stands by the field where it is put right. */
export const DraftForm = z.preprocess(
  (sent) => ({
    ...(sent as Sent),
    ...Object.fromEntries(lists.map((list) => [list, rowsOf(sent as Sent, list)])),
  }),
  CheckedRules.transform(({ revision, ...form }) => ({ revision, rules: rulesOf(form) })),
);

function fieldOf(path: (string | number)[]): (string | number)[] {
  const [list, index, ...field] = path;
  if (list === 'caps') return [path.join('.')];
  if (path.length === 1) return ['months'];
  return [list as string, index as number, ...fieldOfRow(field)];
}

const fieldOfRow = (path: (string | number)[]): (string | number)[] =>
  path[0] === 'anyOf' ? ['tests'] : path;

export const NewPolicyForm = z.object({
  code: z
    .string()
    .max(40, 'policies.fault.code')
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'policies.fault.code'),
  form,
  nameZh: text(60),
  nameEn: optionalText(120),
  summaryZh: text(400),
  summaryEn: optionalText(400),
  sourceZh: text(400),
  sourceEn: optionalText(400),
});
export const newPolicyLabels: Labels = {
  code: 'policies.edit.code',
  form: 'policies.form',
  nameZh: 'policies.edit.name-zh',
  nameEn: 'policies.edit.name-en',
  summaryZh: 'policies.edit.summary-zh',
  summaryEn: 'policies.edit.summary-en',
  sourceZh: 'policies.edit.source-zh',
  sourceEn: 'policies.edit.source-en',
};
export type NewPolicyForm = z.output<typeof NewPolicyForm>;

/** Nothing is asked: the next version starts as the one before. */
export const DiscardForm = z.object({ revision });
export const InForceForm = z.object({ revision, beganOn: day });
export const EndForm = z.object({ kind: choice(endKinds), lastOn: day, reason: text(200) });
export const endLabels: Labels = {
  kind: 'policies.end.kind',
  lastOn: 'policies.end.on',
  reason: 'policies.end.reason',
};
export const inForceLabels: Labels = { beganOn: 'policies.draft.began' };
