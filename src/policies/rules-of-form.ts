import { founderCategories } from '../people/categories.js';
import type { ConditionForm, NewPolicyForm, RulesForm } from './forms.js';
import type {
  Amount,
  Caps,
  CategoryTest,
  Condition,
  Limits,
  PartsOfCondition,
  PolicyRules,
  Tier,
} from './rules.js';
import { wording } from './wording.js';

/** The rules that a form says, each part made when it is read: of a form that is wrong elsewhere, the others can be. */
export function partsOfForm(form: RulesForm): PolicyRules {
  return {
    get name() {
      return wording(form['name.zh'], form['name.en']);
    },
    get summary() {
      return wording(form['summary.zh'], form['summary.en']);
    },
    get source() {
      return wording(form['source.zh'], form['source.en']);
    },
    get form() {
      return form.form;
    },
    get needsPremises() {
      return form.needsPremises === 'yes';
    },
    get conditions() {
      return form.conditions.map(conditionOf);
    },
    get months() {
      return form.months;
    },
    get tiers() {
      return form.tiers.map(tierOf);
    },
    get supplements() {
      return form.supplements.map(({ percent, ...row }) => ({
        basisPoints: percent,
        when: conditionOf(row),
      }));
    },
    get caps() {
      return capsOf(form);
    },
    get proof() {
      return form.proof.map(({ id, zh, en, condition, categories }) => ({
        id,
        text: wording(zh, en),
        condition,
        categories,
      }));
    },
    get limits() {
      return under(form, 'limits.') as Limits;
    },
    get corrections() {
      return form.corrections;
    },
  };
}

/** The rules that a form says. */
export function rulesOf(form: RulesForm): PolicyRules {
  const parts = partsOfForm(form);
  return { ...parts, caps: { ...parts.caps } };
}

/** The caps, each read by itself. */
function capsOf(form: RulesForm): Caps {
  return {
    get area() {
      return form['caps.area'];
    },
    get fenByArea() {
      return form['caps.fenByArea'];
    },
    get rentOfArea() {
      return form['caps.rentOfArea'] === 'yes';
    },
    get fenByAreaPer() {
      return form['caps.fenByAreaPer'];
    },
    get fenByMonth() {
      return form['caps.fenByMonth'];
    },
    get fenByYear() {
      return form['caps.fenByYear'];
    },
    get fenByPerson() {
      return form['caps.fenByPerson'];
    },
    get fenByVenture() {
      return form['caps.fenByVenture'];
    },
    get monthsByPerson() {
      return form['caps.monthsByPerson'];
    },
    get monthsByVenture() {
      return form['caps.monthsByVenture'];
    },
    get clause() {
      return form['caps.clause'];
    },
  };
}

/** The fields under a name: limits.accept and its like make the limits. */
function under(form: RulesForm, prefix: string): unknown {
  return Object.fromEntries(
    Object.entries(form)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );
}

const tierOf = ({ clause, fromMonth, toMonth, ...row }: RulesForm['tiers'][number]): Tier => ({
  clause,
  fromMonth,
  toMonth,
  only: testsOf(row, 'any'),
  amount: amountOf(row),
});

const conditionOf = (row: ConditionForm): Condition => ({
  id: row.id,
  clause: row.clause,
  text: wording(row.zh, row.en),
  ...partsOfCondition(row),
});

/** What a row asks for, read from the fields of its kind alone. */
export function partsOfCondition(row: PartsOfRow<ConditionForm>): PartsOfCondition {
  switch (row.kind) {
    case 'category':
      return { kind: row.kind, anyOf: testsOf(row, 'any'), allOf: testsOf(row, 'all') };
    case 'graduation-age':
    case 'registered':
    case 'trading':
      return { kind: row.kind, least: row.least, most: row.most };
    case 'legal-form':
      return { kind: row.kind, anyOf: row.anyOf };
    case 'premises':
      return { kind: row.kind, anyOf: row.anyOf };
    case 'other-benefit':
      return { kind: row.kind, mode: row.mode };
    case 'jobs':
      return { kind: row.kind, least: row.least, insuredMonths: row.insured ?? 0 };
    case 'industry': {
      const { kind, industries, trades } = row;
      return {
        kind,
        industries,
        trades,
        // Whether anything is ticked is told before this is answered.
        get isExcluded() {
          return row.mode === 'except';
        },
      };
    }
    case 'place':
      return { kind: row.kind, regions: row.regions, islands: row.islands };
    case 'lease':
      return { kind: row.kind, least: row.least };
    case 'window':
      return { kind: row.kind, months: row.windowMonths, years: row.windowYears };
    case 'settled':
    case 'not-settled':
    case 'declaration':
      return { kind: row.kind };
  }
}

type PartsOfRow<Row> = Row extends unknown ? Omit<Row, 'id' | 'clause' | 'zh' | 'en'> : never;

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
    case 'sum-year':
      return { kind: 'sum', per: 'year', fen: value };
    case 'sum-once':
      return { kind: 'sum', per: 'once', fen: value };
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
