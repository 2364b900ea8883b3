import type { Voice } from '../language/say.js';
import { founderCategories } from '../people/categories.js';
import { industries, legalForms, trades } from '../standards/register-codes.js';
import type { Sent } from '../web/form-body.js';
import type { FormView, Typed } from '../web/forms.js';
import { lists, mostRows, rowsOf, withRows } from './form-rows.js';
import { amountKinds, areaPers, conditionKinds, islandKinds, regionCodes } from './forms.js';
import { categoryLabel, regionName } from './present-kinds.js';
import { policyForms, premisesKinds } from './rules.js';

const spans: string[] = ['graduation-age', 'registered', 'trading'];
const isKind = (kind: unknown) => conditionKinds.some((value) => value === kind);

/** What was typed, with the rows of each list numbered anew, and none of a kind that does not exist. */
export const tidyRows = (typed: Sent): Typed =>
  lists.reduce((form, list) => {
    const rows = rowsOf(form, list);
    const isOfKinds = list === 'conditions' || list === 'supplements';
    const known = isOfKinds ? rows.filter(({ kind }) => isKind(kind)) : rows;
    return withRows(form, list, known);
  }, typed);

/** The rows of a draft's form, and what their fields choose from. */
export function presentEditor(form: FormView, voice: Voice) {
  const { say } = voice;
  const conditions = rowsOf(form.typed, 'conditions');
  const categories = founderCategories.map((value) => ({
    value,
    label: categoryLabel(value, say),
  }));
  const common = (list: (typeof lists)[number], index: number) => {
    const prefix = `${list}.${index}.`;
    const said = saidOf(rowsOf(form.typed, list)[index] ?? {}, voice);
    return {
      prefix,
      place: `${list}.${index}`,
      isFirst: index === 0,
      number: index + 1,
      isSupplement: list === 'supplements',
      said,
      // What says nothing yet was just added.
      isOpen: said === '' || Object.keys(form.errors).some((name) => name.startsWith(prefix)),
    };
  };
  return {
    conditions: conditions.map((row, index) => ({
      ...common('conditions', index),
      ...conditionFields(String(row.kind), voice),
      categories,
    })),
    tiers: rowsOf(form.typed, 'tiers').map((row, index) => ({
      ...common('tiers', index),
      categories,
      isByJobs: String(row.kind).startsWith('jobs-'),
      isLimited: founderCategories.some((category) => row[`tests.${category}.role`] === 'any'),
    })),
    supplements: rowsOf(form.typed, 'supplements').map((row, index) => ({
      ...common('supplements', index),
      ...conditionFields(String(row.kind), voice),
      categories,
    })),
    yesNo: (['yes', 'no'] as const).map((value) => ({
      value,
      label: say(`policies.edit.premises-${value}`),
    })),
    rentBounds: (['no', 'yes'] as const).map((value) => ({
      value,
      label: say(`policies.edit.rent-of-area-${value}`),
    })),
    areaPers: areaPers.map((value) => ({ value, label: say(`policies.rate.per-${value}`) })),
    proof: rowsOf(form.typed, 'proof').map((_, index) => common('proof', index)),
    categories,
    canAdd: {
      conditions: conditions.length < mostRows,
      tiers: rowsOf(form.typed, 'tiers').length < mostRows,
      supplements: rowsOf(form.typed, 'supplements').length < 10,
      proof: rowsOf(form.typed, 'proof').length < mostRows,
    },
    forms: formOptions(voice),
    kinds: conditionKinds.map((kind) => ({ value: kind, label: say(`policies.kind.${kind}`) })),
    amounts: amountKinds.map((kind) => ({ value: kind, label: say(`policies.rate.${kind}`) })),
    neededFor: [...conditions, ...rowsOf(form.typed, 'supplements')].map((row) => ({
      value: String(row.id),
      label: say('policies.edit.condition-of', {
        clause: String(row.clause ?? ''),
        text: String(row[voice.lang] ?? ''),
      }),
    })),
    roles: roleOptions(['none', 'any', 'all'], voice),
    tierRoles: roleOptions(['none', 'any'], voice),
    limits: limitSteps.map((step) => ({
      name: `limits.${step}`,
      label: say(`policies.limit.${step}`),
    })),
  };
}

/** What a row of the form says in one line, while it is folded; nothing of one in which nothing is filled in yet. */
function saidOf(row: Typed, { say, lang }: Voice): string {
  const of = (name: string) => String(row[name] ?? '').trim();
  const text = of(lang) || of('zh');
  if (text !== '') return say('policies.edit.condition-of', { clause: of('clause'), text }).trim();
  const amount = amountKinds.find((kind) => kind === of('kind'));
  if (amount === undefined || of('value') === '') return '';
  const [from, to, value] = [of('fromMonth'), of('toMonth'), of('value')];
  return say('policies.edit.tier-said', {
    from,
    to,
    amount: say(`policies.rate.${amount}`),
    value,
  });
}

/** 免租 or 补贴, as a draft chooses. */
export const formOptions = ({ say }: Voice) =>
  policyForms.map((value) => ({ value, label: say(`policies.form.${value}`) }));

const limitSteps = [
  ...['accept', 'correct', 'parkReview', 'countyReview', 'determine'],
  ...['notice', 'objection', 'deliver', 'reconsider'],
] as const;

const roleOptions = (roles: readonly ('none' | 'any' | 'all')[], { say }: Voice) =>
  roles.map((value) => ({ value, label: say(`policies.role.${value}`) }));

function conditionFields(kind: string, { say, lang }: Voice) {
  return {
    kind,
    title: say(`policies.kind.${conditionKinds.find((item) => item === kind) ?? 'declaration'}`),
    isCategory: kind === 'category',
    isSpan: spans.includes(kind),
    isJobs: kind === 'jobs',
    isLease: kind === 'lease',
    isWindow: kind === 'window',
    modes:
      kind === 'other-benefit'
        ? (['not-at-once', 'never'] as const).map((value) => ({
            value,
            label: say(`policies.check.other-benefit-${value}`),
          }))
        : null,
    industry:
      kind === 'industry'
        ? {
            modes: (['only', 'except'] as const).map((value) => ({
              value,
              label: say(`policies.edit.industry-${value}`),
            })),
            industries: industries.map((value) => ({
              value,
              label: say(`ventures.industry.${value}`),
            })),
            trades: trades.map((value) => ({ value, label: say(`ventures.trade.${value}`) })),
          }
        : null,
    place:
      kind === 'place'
        ? {
            regions: regionCodes.map((value) => ({ value, label: regionName(value, lang) })),
            islands: islandKinds.map((value) => ({
              value,
              label: say(`policies.edit.islands-${value}`),
            })),
          }
        : null,
    any:
      kind === 'legal-form'
        ? legalForms.map((value) => ({ value, label: say(`ventures.form.${value}`) }))
        : kind === 'premises'
          ? premisesKinds.map((value) => ({ value, label: say(`policies.premises.${value}`) }))
          : null,
  };
}
