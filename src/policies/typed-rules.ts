import type { Sent } from '../web/form-body.js';
import type { Typed } from '../web/forms.js';
import { withRows } from './form-rows.js';
import type { Amount, CategoryTest, Condition, PolicyRules } from './rules.js';
import { typedEnglish } from './wording.js';

const decimal = (hundredths: number): string => (hundredths / 100).toFixed(2).replace(/\.?0+$/, '');
const maybe = (value: number | null): string => (value === null ? '' : String(value));

/** Rules as their form shows them. */
export function typedRules(rules: PolicyRules, revision: number): Typed {
  const { name, summary, source, caps, limits } = rules;
  const plain: Sent = {
    revision: String(revision),
    'name.zh': name.zh,
    'name.en': typedEnglish(name),
    'summary.zh': summary.zh,
    'summary.en': typedEnglish(summary),
    'source.zh': source.zh,
    'source.en': typedEnglish(source),
    form: rules.form,
    needsPremises: rules.needsPremises ? 'yes' : 'no',
    months: String(rules.months),
    corrections: String(rules.corrections),
    ...Object.fromEntries(
      Object.entries(caps).map(([cap, value]) => [`caps.${cap}`, capText(cap, value)]),
    ),
    ...Object.fromEntries(
      Object.entries(limits).map(([step, value]) => [`limits.${step}`, String(value)]),
    ),
  };
  const conditions = withRows(plain, 'conditions', rules.conditions.map(conditionRow));
  const tiers = withRows(conditions, 'tiers', rules.tiers.map(tierRow));
  const supplements = withRows(
    tiers,
    'supplements',
    rules.supplements.map(({ basisPoints, when }) => ({
      ...conditionRow(when),
      percent: decimal(basisPoints),
    })),
  );
  return withRows(
    supplements,
    'proof',
    rules.proof.map(({ id, text, condition, categories }) => ({
      id,
      ...typedWording(text),
      condition: condition ?? '',
      categories: [...categories],
    })),
  );
}

const typedWording = (text: PolicyRules['name']): Sent => ({ zh: text.zh, en: typedEnglish(text) });

function capText(cap: string, value: string | number | boolean | null): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value === null || typeof value === 'string') return value ?? '';
  return cap.startsWith('months') ? String(value) : decimal(value);
}

function conditionRow({ id, clause, text, ...condition }: Condition): Sent {
  const row: Sent = { id, clause, ...typedWording(text), kind: condition.kind };
  switch (condition.kind) {
    case 'category':
      return {
        ...row,
        ...testFields(condition.anyOf, 'any'),
        ...testFields(condition.allOf, 'all'),
      };
    case 'graduation-age':
    case 'registered':
    case 'trading':
      return { ...row, least: maybe(condition.least), most: maybe(condition.most) };
    case 'legal-form':
    case 'premises':
      return { ...row, anyOf: [...condition.anyOf] };
    case 'other-benefit':
      return { ...row, mode: condition.mode };
    case 'jobs':
      return {
        ...row,
        least: String(condition.least),
        insured: monthsText(condition.insuredMonths),
      };
    case 'industry':
      return {
        ...row,
        industries: [...condition.industries],
        trades: [...condition.trades],
        mode: condition.isExcluded ? 'except' : 'only',
      };
    case 'place':
      return { ...row, regions: [...condition.regions], islands: condition.islands };
    case 'lease':
      return { ...row, least: String(condition.least) };
    case 'window':
      return {
        ...row,
        windowMonths: String(condition.months),
        windowYears: String(condition.years),
      };
    case 'settled':
    case 'not-settled':
    case 'declaration':
      return row;
  }
}

const monthsText = (months: number): string => (months === 0 ? '' : String(months));

function tierRow({ clause, fromMonth, toMonth, only, amount }: PolicyRules['tiers'][number]): Sent {
  return {
    clause,
    fromMonth: String(fromMonth),
    toMonth: String(toMonth),
    kind: 'per' in amount ? `${amount.kind}-${amount.per}` : amount.kind,
    value: decimal(rateOf(amount)),
    ...jobsFields(amount),
    ...testFields(only, 'any'),
  };
}

function rateOf(amount: Amount): number {
  if (amount.kind === 'share') return amount.basisPoints;
  return amount.kind === 'jobs' ? amount.base : amount.fen;
}

function jobsFields(amount: Amount): Sent {
  if (amount.kind !== 'jobs') return {};
  const { from, step, most, insuredMonths } = amount;
  return {
    jobsFrom: String(from),
    step: decimal(step),
    most: most === null ? '' : decimal(most),
    insured: monthsText(insuredMonths),
  };
}

const testFields = (tests: CategoryTest[], role: 'any' | 'all'): Sent =>
  Object.fromEntries(
    tests.flatMap(({ category, afterMonths, withinMonths }) => [
      [`tests.${category}.role`, role],
      [`tests.${category}.after`, afterMonths === 0 ? '' : String(afterMonths)],
      [`tests.${category}.within`, maybe(withinMonths)],
    ]),
  );
