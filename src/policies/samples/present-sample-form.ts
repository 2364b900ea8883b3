import type { Voice } from '../../language/say.js';
import { founderCategories } from '../../people/categories.js';
import { industries, legalForms, trades } from '../../standards/register-codes.js';
import { regionCodes } from '../forms.js';
import { regionName } from '../present-kinds.js';
import { type PolicyRules, premisesKinds } from '../rules.js';

/** What the fields of an invented case choose from. */
export const sampleOptions = ({ needsPremises }: PolicyRules, { say, lang }: Voice) => ({
  needsPremises,
  categories: founderCategories
    .filter((value) => value !== 'graduate')
    .map((value) => ({ value, label: say(`ventures.category.${value}`) })),
  legalForms: legalForms.map((value) => ({ value, label: say(`ventures.form.${value}`) })),
  industries: industries.map((value) => ({ value, label: say(`ventures.industry.${value}`) })),
  trades: trades.map((value) => ({ value, label: say(`ventures.trade.${value}`) })),
  regions: regionCodes.map((value) => ({ value, label: regionName(value, lang) })),
  islands: (['unknown', 'outer', 'reached'] as const).map((value) => ({
    value,
    label: say(`policies.sample.island-${value}`),
  })),
  premises: premisesKinds.map((value) => ({ value, label: say(`policies.premises.${value}`) })),
  declaring: (['yes', 'no'] as const).map((value) => ({
    value,
    label: say(`policies.sample.declares-${value}`),
  })),
});
