import type { Say, WordKey } from '../language/say.js';
import type { Typed } from '../web/forms.js';

/** The label of each field, whichever row it is in: by what stands after the last point. */
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
  anyOf: 'policies.edit.any',
  mode: 'policies.edit.any',
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

const parts: Record<string, WordKey> = {
  conditions: 'policies.edit.condition-n',
  tiers: 'policies.edit.tier-n',
  supplements: 'policies.edit.supplement-n',
  proof: 'policies.edit.proof-n',
};

/** The fields of a draft's form with their labels, the row named before: by these the error summary speaks. */
export const editorFields = (typed: Typed, say: Say): { name: string; label: string }[] =>
  Object.keys(typed).map((name) => ({ name, label: labelOf(name, say) }));

function labelOf(name: string, say: Say): string {
  const [first = '', second] = name.split('.');
  const last = name.split('.').at(-1) ?? '';
  const own = wordingKey(first, last) ?? keyIn(labels, last);
  const label = own ? say(own) : last;
  const row = keyIn(parts, first);
  if (!row) return label;
  return say('policies.edit.in-row', { row: say(row, { n: Number(second) + 1 }), label });
}

/** A name is typed: toString is none of the labels. */
const keyIn = (keys: Record<string, WordKey>, name: string): WordKey | undefined =>
  Object.hasOwn(keys, name) ? keys[name] : undefined;

function wordingKey(first: string, last: string): WordKey | null {
  if (last !== 'zh' && last !== 'en') return null;
  const what = first === 'name' || first === 'summary' || first === 'source' ? first : 'text';
  return `policies.edit.${what}-${last}`;
}
