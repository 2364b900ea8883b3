import type { Sent } from '../web/form-body.js';
import type { Typed } from '../web/forms.js';
import { withRows } from './form-rows.js';
import type { Amount, CategoryTest, Condition, PolicyRules } from './rules.js';

const decimal = (hundredths: number): string => (hundredths / 100).toFixed(2).replace(/\.?0+$/, '');
const maybe = (value: number | null): string => (value === null ? '' : String(value));

/** Rules as their form shows them. */
export function typedRules(rules: PolicyRules, revision: number): Typed {
  const { name, summary, source, caps, limits } = rules;
  const plain: Sent = {
    revision: String(revision),
    'name.zh': name.zh,
    'name.en': name.en,
    'summary.zh': summary.zh,
    'summary.en': summary.en,
    'source.zh': source.zh,
    'source.en': source.en,
    form: rules.form,
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
  return withRows(
    tiers,
    'proof',
    rules.proof.map(({ id, text, condition, categories }) => ({
      id,
      ...text,
      condition: condition ?? '',
      categories: [...categories],
    })),
  );
}

function capText(cap: string, value: string | number | null): string {
  if (value === null || typeof value === 'string') return value ?? '';
  return cap.startsWith('months') ? String(value) : decimal(value);
}

function conditionRow({ id, clause, text, ...condition }: Condition): Sent {
  const row: Sent = { id, clause, ...text, kind: condition.kind };
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
    case 'lease':
      return { ...row, least: String(condition.least) };
    case 'settled':
    case 'declaration':
      return row;
  }
}

function tierRow({ clause, fromMonth, toMonth, only, amount }: PolicyRules['tiers'][number]): Sent {
  return {
    clause,
    fromMonth: String(fromMonth),
    toMonth: String(toMonth),
    kind: amount.kind === 'area' ? `area-${amount.per}` : amount.kind,
    value: decimal(rateOf(amount)),
    ...testFields(only, 'any'),
  };
}

const rateOf = (amount: Amount): number =>
  amount.kind === 'share' ? amount.basisPoints : amount.fen;

const testFields = (tests: CategoryTest[], role: 'any' | 'all'): Sent =>
  Object.fromEntries(
    tests.flatMap(({ category, afterMonths, withinMonths }) => [
      [`tests.${category}.role`, role],
      [`tests.${category}.after`, afterMonths === 0 ? '' : String(afterMonths)],
      [`tests.${category}.within`, maybe(withinMonths)],
    ]),
  );
