import type { Fault } from '../language/refusal.js';
import type { Say, WordKey } from '../language/say.js';
import { founderCategories } from '../people/categories.js';
import type { Typed } from '../web/forms.js';
import { lists } from './form-rows.js';
import { categoryLabel } from './present-kinds.js';

/** The label of each field by what stands after the last point, where no kind of row has another one. */
const labels: Record<string, WordKey> = {
  form: 'policies.form',
  needsPremises: 'policies.edit.needs-premises',
  insured: 'policies.edit.insured',
  industries: 'policies.edit.industries',
  trades: 'policies.edit.trades',
  regions: 'policies.edit.regions',
  islands: 'policies.edit.islands',
  percent: 'policies.edit.percent',
  jobsFrom: 'policies.edit.jobs-from',
  step: 'policies.edit.jobs-step',
  fenByAreaPer: 'policies.edit.cap-per-area-of',
  rentOfArea: 'policies.edit.rent-of-area',
  clause: 'policies.clause',
  windowMonths: 'policies.edit.window-months',
  windowYears: 'policies.edit.window-years',
  least: 'policies.edit.least',
  most: 'policies.edit.most',
  conditions: 'policies.who',
  tiers: 'policies.what',
  supplements: 'policies.supplements',
  proof: 'policies.proof',
  anyOf: 'policies.edit.any',
  mode: 'policies.edit.benefit-mode',
  // The table of categories as a whole.
  tests: 'policies.edit.category',
  role: 'policies.edit.role',
  after: 'policies.edit.after',
  within: 'policies.edit.within',
  fromMonth: 'policies.edit.from',
  toMonth: 'policies.edit.to',
  kind: 'policies.edit.rate',
  value: 'policies.edit.value',
  condition: 'policies.edit.needed-for',
  categories: 'policies.edit.proof-categories',
  months: 'policies.edit.months',
  corrections: 'policies.edit.corrections',
  area: 'policies.edit.cap-area',
  fenByArea: 'policies.edit.cap-per-area',
  fenByMonth: 'policies.edit.cap-month',
  fenByYear: 'policies.edit.cap-year',
  fenByPerson: 'policies.edit.cap-person',
  fenByVenture: 'policies.edit.cap-venture',
  monthsByPerson: 'policies.edit.cap-months-person',
  monthsByVenture: 'policies.edit.cap-months-venture',
  accept: 'policies.limit.accept',
  correct: 'policies.limit.correct',
  parkReview: 'policies.limit.parkReview',
  countyReview: 'policies.limit.countyReview',
  determine: 'policies.limit.determine',
  notice: 'policies.limit.notice',
  deliver: 'policies.limit.deliver',
  reconsider: 'policies.limit.reconsider',
  objection: 'policies.limit.objection',
};

const parts = {
  conditions: 'policies.edit.condition-n',
  tiers: 'policies.edit.tier-n',
  supplements: 'policies.edit.supplement-n',
  proof: 'policies.edit.proof-n',
} as const;

/** What a row of a list is called: condition 3. */
export const rowLabel = (list: keyof typeof parts, index: number, say: Say): string =>
  say(parts[list], { n: index + 1 });

/** What is called otherwise in a row of some kind than in the others. */
const ofKind: Record<string, WordKey> = {
  'industry.mode': 'policies.edit.industry-mode',
  'jobs.least': 'policies.edit.jobs',
  'lease.least': 'policies.edit.lease',
  'tiers.most': 'policies.edit.jobs-most',
};

/**
 * The fields of a draft's form with their labels, the row named before: by these the error summary speaks. Where no
 * box of a group is ticked nothing was typed, and the fault alone names the field.
 */
export const editorFields = (
  typed: Typed,
  faults: Fault[],
  say: Say,
): { name: string; label: string }[] =>
  [...new Set([...Object.keys(typed), ...faults.map(({ field }) => field)])]
    .filter((name) => name !== '')
    .map((name) => ({ name, label: labelOf(name, typed, say) }));

function labelOf(name: string, typed: Typed, say: Say): string {
  const [first = '', second] = name.split('.');
  const label = ownLabel(name, typed, say);
  const list = lists.find((item) => item === first);
  if (list === undefined || second === undefined) return label;
  return say('policies.edit.in-row', { row: rowLabel(list, Number(second), say), label });
}

function ownLabel(name: string, typed: Typed, say: Say): string {
  const [first = '', index = ''] = name.split('.');
  const last = name.split('.').at(-1) ?? '';
  const kind = first === 'tiers' ? first : String(typed[`${first}.${index}.kind`] ?? '');
  const own =
    wordingKey(first, last) ?? keyIn(ofKind, `${kind}.${last}`) ?? keyIn(labels, last) ?? null;
  const label = own === null ? last : say(own);
  const category = founderCategories.find((item) => name.includes(`.tests.${item}.`));
  if (category === undefined) return label;
  return say('policies.edit.of-category', { category: categoryLabel(category, say), label });
}

/** A name is typed: toString is none of the labels. */
const keyIn = (keys: Record<string, WordKey>, name: string): WordKey | undefined =>
  Object.hasOwn(keys, name) ? keys[name] : undefined;

function wordingKey(first: string, last: string): WordKey | null {
  if (last !== 'zh' && last !== 'en') return null;
  const what = first === 'name' || first === 'summary' || first === 'source' ? first : 'text';
  return `policies.edit.${what}-${last}`;
}
