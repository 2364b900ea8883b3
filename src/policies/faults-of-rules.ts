import type { WordKey } from '../language/say.js';
import type { CategoryTest, Condition, PolicyRules } from './rules.js';

type RulesFault = { path: (string | number)[]; message: WordKey };

/** What no single field shows: names used twice, proof for no condition, months without an amount. */
export function faultsOfRules(rules: PolicyRules): RulesFault[] {
  return [
    ...twice('conditions', rules.conditions),
    ...twice(
      'supplements',
      rules.supplements.map(({ when }) => when),
      rules.conditions,
    ),
    ...twice('proof', rules.proof),
    ...unknownConditions(rules),
    ...emptyConditions('conditions', rules.conditions),
    ...emptyConditions(
      'supplements',
      rules.supplements.map(({ when }) => when),
    ),
    ...withoutPremises(rules),
    ...tierFaults(rules),
  ];
}

const twice = (
  list: 'conditions' | 'supplements' | 'proof',
  rows: { id: string }[],
  others: { id: string }[] = [],
): RulesFault[] =>
  rows.flatMap(({ id }, index) =>
    rows.findIndex((row) => row.id === id) === index && !others.some((row) => row.id === id)
      ? []
      : [{ path: [list, index, 'id'], message: 'policies.fault.twice' as const }],
  );

/** Proof of categories belongs to a condition on categories, or to tiers that are only for these. */
function unknownConditions({
  proof,
  tiers,
  conditions: needed,
  supplements,
}: PolicyRules): RulesFault[] {
  const conditions = [...needed, ...supplements.map(({ when }) => when)];
  const ofTiers = new Set(tiers.flatMap(({ only }) => only.map(({ category }) => category)));
  return proof.flatMap(({ condition: id, categories }, index): RulesFault[] => {
    const needed = conditions.find((condition) => condition.id === id);
    if (id !== null && !needed)
      return [{ path: ['proof', index, 'condition'], message: 'policies.fault.no-condition' }];
    const isOfTiers = id === null && categories.every((category) => ofTiers.has(category));
    if (categories.length > 0 && needed?.kind !== 'category' && !isOfTiers)
      return [{ path: ['proof', index, 'categories'], message: 'policies.fault.no-category' }];
    return [];
  });
}

function emptyConditions(
  list: 'conditions' | 'supplements',
  conditions: Condition[],
): RulesFault[] {
  return conditions.flatMap((condition, index): RulesFault[] => {
    if (condition.kind === 'category') {
      const tests = [...condition.anyOf, ...condition.allOf];
      const path = [list, index, 'anyOf'];
      if (tests.length === 0) return [{ path, message: 'web.field.choose' }];
      return tests.some(isEmpty) ? [{ path, message: 'policies.fault.bounds' }] : [];
    }
    if (
      condition.kind === 'industry' &&
      condition.industries.length + condition.trades.length === 0
    )
      return [{ path: [list, index, 'industries'], message: 'web.field.choose' }];
    if (condition.kind === 'place' && condition.regions.length === 0 && condition.islands === 'any')
      return [{ path: [list, index, 'regions'], message: 'web.field.choose' }];
    if (!('most' in condition)) return [];
    const { least, most } = condition;
    if (least === null && most === null)
      return [{ path: [list, index, 'least'], message: 'policies.fault.no-bound' }];
    if (least !== null && most !== null && most <= least)
      return [{ path: [list, index, 'most'], message: 'policies.fault.bounds' }];
    return [];
  });
}

/** A benefit without premises has nothing that is measured by a rent, an area or a lease. */
function withoutPremises(rules: PolicyRules): RulesFault[] {
  if (rules.needsPremises) return [];
  const message = 'policies.fault.no-premises' as const;
  const { area, fenByArea, rentOfArea } = rules.caps;
  const bound = (name: string, isSet: boolean): RulesFault[] =>
    isSet ? [{ path: ['caps', name], message }] : [];
  const asks = ({ kind }: Condition) => kind === 'premises' || kind === 'lease';
  const of = (list: 'conditions' | 'supplements', conditions: Condition[]) =>
    conditions.flatMap((condition, index): RulesFault[] =>
      asks(condition) ? [{ path: [list, index, 'clause'], message }] : [],
    );
  return [
    ...of('conditions', rules.conditions),
    ...of(
      'supplements',
      rules.supplements.map(({ when }) => when),
    ),
    ...rules.tiers.flatMap(({ amount: { kind } }, index): RulesFault[] =>
      kind === 'share' || kind === 'area' ? [{ path: ['tiers', index, 'kind'], message }] : [],
    ),
    ...bound('area', area !== null),
    ...bound('fenByArea', fenByArea !== null),
    ...bound('rentOfArea', rentOfArea),
  ];
}

const isEmpty = ({ afterMonths, withinMonths }: CategoryTest): boolean =>
  withinMonths !== null && withinMonths <= afterMonths;

/** Every month of the benefit has an amount for everyone, and no tier lies beyond the benefit. */
function tierFaults({ tiers, months }: PolicyRules): RulesFault[] {
  const faults = tiers.flatMap(({ fromMonth, toMonth, only }, index): RulesFault[] =>
    fromMonth > toMonth || toMonth > months || only.some(isEmpty)
      ? [{ path: ['tiers', index, 'toMonth'], message: 'policies.fault.tier' }]
      : [],
  );
  const open = tiers.filter(({ only }) => only.length === 0);
  const isCovered = (month: number) =>
    open.some(({ fromMonth, toMonth }) => fromMonth <= month && month <= toMonth);
  const every = Array.from({ length: months }, (_, index) => index + 1).every(isCovered);
  return every ? faults : [...faults, { path: ['tiers'], message: 'policies.fault.months' }];
}
