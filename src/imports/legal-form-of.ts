import { makeSay } from '../language/say.js';
import { type LegalForm, legalForms } from '../standards/register-codes.js';

const voices = (['zh', 'en'] as const).map(makeSay);

/** How lists call legal forms, in short or in full. The first that fits counts. */
const spoken: [LegalForm, RegExp][] = [
  ['team', /团队|小组|筹备|未登记|未注册|未办照|team/i],
  ['cooperative', /合作社|cooperative/i],
  ['sole-trader', /个体|sole/i],
  ['non-profit', /社会组织|民办非企业|民非|社会团体|基金会|事业单位|non-?profit/i],
  ['firm', /公司|企业|有限|合伙|独资|股份|firm|company|ltd/i],
];

/** What the registering office of a unified social credit code says of its holder (GB 32100-2015, the first two characters). */
const registered: Record<string, LegalForm> = {
  '91': 'firm',
  '92': 'sole-trader',
  '93': 'cooperative',
  '51': 'non-profit',
  '52': 'non-profit',
  '53': 'non-profit',
};

/**
 * The legal form that a row means: as it says, else by its credit code, else, where it says nothing, by its name.
 * @returns null where that is not known
 */
export function legalFormOf(
  text: string,
  { code, name }: { code: string | null; name: string },
): LegalForm | null {
  const exact = legalForms.find((form) =>
    voices.some((say) => say(`ventures.form.${form}`) === text || form === text),
  );
  const said = exact ?? (text === '' ? undefined : spoken.find(([, form]) => form.test(text))?.[0]);
  if (said) return said;
  const byCode = code === null ? undefined : registered[code.slice(0, 2)];
  if (byCode || text !== '') return byCode ?? null;
  if (/公司$/.test(name)) return 'firm';
  return /合作社$/.test(name) ? 'cooperative' : null;
}
