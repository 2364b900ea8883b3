import { founderCategories } from '../people/categories.js';
import type { NewPolicyForm, RulesForm } from './forms.js';
import type { Amount, Caps, CategoryTest, Condition, Limits, PolicyRules } from './rules.js';
import { wording } from './wording.js';

/** The rules that a form says. */
export function rulesOf(form: RulesForm): PolicyRules {
  return {
    name: wording(form['name.zh'], form['name.en']),
    summary: wording(form['summary.zh'], form['summary.en']),
    source: wording(form['source.zh'], form['source.en']),
    form: form.form,
    needsPremises: form.needsPremises === 'yes',
    conditions: form.conditions.map(conditionOf),
    months: form.months,
    tiers: form.tiers.map(({ clause, fromMonth, toMonth, ...row }) => ({
      clause,
      fromMonth,
      toMonth,
      only: testsOf(row, 'any'),
      amount: amountOf(row),
    })),
    supplements: form.supplements.map(({ percent, ...row }) => ({
      basisPoints: percent,
      when: conditionOf(row),
    })),
    caps: {
      ...(under(form, 'caps.') as Caps),
      rentOfArea: form['caps.rentOfArea'] === 'yes',
    },
    proof: form.proof.map(({ id, zh, en, condition, categories }) => ({
      id,
      text: wording(zh, en),
      condition,
      categories,
    })),
    limits: under(form, 'limits.') as Limits,
    corrections: form.corrections,
  };
}

/** The fields under a name: caps.area and its like make the caps. */
function under(form: RulesForm, prefix: string): unknown {
  return Object.fromEntries(
    Object.entries(form)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );
}

function conditionOf({ id, clause, zh, en, ...row }: RulesForm['conditions'][number]): Condition {
  const common = { id, clause, text: wording(zh, en) };
  switch (row.kind) {
    case 'category':
      break;
    case 'jobs':
      return { ...common, kind: row.kind, least: row.least, insuredMonths: row.insured ?? 0 };
    case 'window':
      return { ...common, kind: row.kind, months: row.windowMonths, years: row.windowYears };
    case 'industry': {
      const { kind, industries, trades, mode } = row;
      return { ...common, kind, industries, trades, isExcluded: mode === 'except' };
    }
    default:
      return { ...common, ...row };
  }
  const anyOf = testsOf(row, 'any');
  return { ...common, kind: 'category', anyOf, allOf: testsOf(row, 'all') };
}

function testsOf(row: Record<string, unknown>, role: 'any' | 'all'): CategoryTest[] {
  return founderCategories
    .filter((category) => row[`tests.${category}.role`] === role)
    .map((category) => ({
      category,
      afterMonths: (row[`tests.${category}.after`] as number | null) ?? 0,
      withinMonths: row[`tests.${category}.within`] as number | null,
    }));
}

function amountOf(
  row: Omit<RulesForm['tiers'][number], 'clause' | 'fromMonth' | 'toMonth'>,
): Amount {
  const { kind, value, jobsFrom, step, most, insured } = row;
  switch (kind) {
    case 'share':
      return { kind, basisPoints: value };
    case 'area-month':
      return { kind: 'area', fen: value, per: 'month' };
    case 'area-day':
      return { kind: 'area', fen: value, per: 'day' };
    case 'area-year':
      return { kind: 'area', fen: value, per: 'year' };
    case 'fixed':
      return { kind, fen: value };
    case 'jobs-year':
    case 'jobs-once':
      return {
        kind: 'jobs',
        per: kind === 'jobs-year' ? 'year' : 'once',
        from: jobsFrom ?? 1,
        base: value,
        step: step ?? 0,
        most,
        insuredMonths: insured ?? 0,
      };
  }
}

/** Where a new policy begins: the whole rent for a year, for everyone; the bureau writes the rest. */
export function firstRules(form: NewPolicyForm): PolicyRules {
  return {
    name: wording(form.nameZh, form.nameEn),
    summary: wording(form.summaryZh, form.summaryEn),
    source: wording(form.sourceZh, form.sourceEn),
    form: form.form,
    needsPremises: true,
    conditions: [],
    months: 12,
    tiers: [
      {
        clause: '1',
        fromMonth: 1,
        toMonth: 12,
        only: [],
        amount: { kind: 'share', basisPoints: 10_000 },
      },
    ],
    supplements: [],
    caps: {
      area: null,
      fenByArea: null,
      fenByAreaPer: 'month',
      rentOfArea: false,
      fenByMonth: null,
      fenByYear: null,
      fenByPerson: null,
      fenByVenture: null,
      monthsByPerson: null,
      monthsByVenture: null,
      clause: '2',
    },
    proof: [],
    limits: {
      accept: 5,
      correct: 5,
      parkReview: 5,
      countyReview: 5,
      determine: 20,
      notice: 7,
      deliver: 1,
      reconsider: 20,
      objection: 10,
      clause: '3',
    },
    corrections: 1,
  };
}
