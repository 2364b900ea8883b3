import type { WordKey } from '../language/say.js';
import {
  type CategoryTest,
  type Condition,
  isGivenOnce,
  type PartsOfCondition,
  type PolicyRules,
  type Tier,
} from './rules.js';

type RulesFault = { path: (string | number)[]; message: WordKey };

/**
 * What no single field shows: names used twice, proof for no condition, months without an amount. Each check reads
 * only the parts that it needs, so that a form whose other parts cannot be read is told of it too.
 */
export const checksOfRules: ((rules: PolicyRules) => RulesFault[])[] = [
  ({ conditions }) => twice('conditions', conditions),
  ({ conditions, supplements }) => twice('supplements', supplements.map(whenOf), conditions),
  ({ proof }) => twice('proof', proof),
  unknownConditions,
  ({ conditions }) => emptyConditions('conditions', conditions),
  ({ supplements }) => emptyConditions('supplements', supplements.map(whenOf)),
  ({ needsPremises, conditions }) => ofPremises('conditions', needsPremises, conditions),
  ({ needsPremises, supplements }) =>
    ofPremises('supplements', needsPremises, supplements.map(whenOf)),
  ({ needsPremises, tiers }) =>
    tiers.flatMap(({ amount: { kind } }, index): RulesFault[] =>
      !needsPremises && (kind === 'share' || kind === 'area')
        ? [{ path: ['tiers', index, 'kind'], message: 'policies.fault.no-premises' }]
        : [],
    ),
  ({ needsPremises, caps }) => boundWithoutPremises('area', needsPremises, caps.area !== null),
  ({ needsPremises, caps }) =>
    boundWithoutPremises('fenByArea', needsPremises, caps.fenByArea !== null),
  ({ needsPremises, caps }) => boundWithoutPremises('rentOfArea', needsPremises, caps.rentOfArea),
  ({ tiers, months }) => tierFaults(tiers, months),
  ({ tiers, months }) => monthsWithoutAmount(tiers, months),
];

/**
 * The same of a draft, and what earlier versions may have: what is given once and not from the first month on, which
 * would never be given.
 */
export const checksOfDrafts: typeof checksOfRules = [
  ...checksOfRules,
  ({ tiers }) =>
    tiers.flatMap(({ amount, fromMonth }, index): RulesFault[] =>
      isGivenOnce(amount) && fromMonth > 1
        ? [{ path: ['tiers', index, 'fromMonth'], message: 'policies.fault.once' }]
        : [],
    ),
];

/** All that the checks find. */
export const faultsOfRules = (rules: PolicyRules): RulesFault[] =>
  checksOfRules.flatMap((check) => check(rules));

const whenOf = ({ when }: PolicyRules['supplements'][number]): Condition => when;

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

const emptyConditions = (
  list: 'conditions' | 'supplements',
  conditions: Condition[],
): RulesFault[] =>
  conditions.flatMap((condition, index) =>
    faultsOfCondition(condition).map(({ path, message }) => ({
      path: [list, index, ...path],
      message,
    })),
  );

/** What is wrong within a single condition: nothing asked for, or bounds that nothing lies between. */
export function faultsOfCondition(condition: PartsOfCondition): RulesFault[] {
  if (condition.kind === 'category') {
    const tests = [...condition.anyOf, ...condition.allOf];
    if (tests.length === 0) return [{ path: ['anyOf'], message: 'web.field.choose' }];
    return tests.some(isEmpty) ? [{ path: ['anyOf'], message: 'policies.fault.bounds' }] : [];
  }
  if (condition.kind === 'industry' && condition.industries.length + condition.trades.length === 0)
    return [{ path: ['industries'], message: 'web.field.choose' }];
  if (condition.kind === 'place' && condition.regions.length === 0 && condition.islands === 'any')
    return [{ path: ['regions'], message: 'web.field.choose' }];
  if (!('most' in condition)) return [];
  const { least, most } = condition;
  if (least === null && most === null)
    return [{ path: ['least'], message: 'policies.fault.no-bound' }];
  if (least !== null && most !== null && most <= least)
    return [{ path: ['most'], message: 'policies.fault.bounds' }];
  return [];
}

/** A benefit without premises has nothing that is measured by a rent, an area or a lease. */
const ofPremises = (
  list: 'conditions' | 'supplements',
  needsPremises: boolean,
  conditions: Condition[],
): RulesFault[] =>
  conditions.flatMap(({ kind }, index): RulesFault[] =>
    !needsPremises && (kind === 'premises' || kind === 'lease')
      ? [{ path: [list, index, 'clause'], message: 'policies.fault.no-premises' }]
      : [],
  );

const boundWithoutPremises = (
  name: keyof PolicyRules['caps'],
  needsPremises: boolean,
  isSet: boolean,
): RulesFault[] =>
  isSet && !needsPremises ? [{ path: ['caps', name], message: 'policies.fault.no-premises' }] : [];

const isEmpty = ({ afterMonths, withinMonths }: CategoryTest): boolean =>
  withinMonths !== null && withinMonths <= afterMonths;

/** No tier lies beyond the benefit, or asks for what nobody is. */
const tierFaults = (tiers: Tier[], months: number): RulesFault[] =>
  tiers.flatMap(({ fromMonth, toMonth, only }, index): RulesFault[] =>
    fromMonth > toMonth || toMonth > months || only.some(isEmpty)
      ? [{ path: ['tiers', index, 'toMonth'], message: 'policies.fault.tier' }]
      : [],
  );

/** Every month of the benefit has an amount for everyone. */
function monthsWithoutAmount(tiers: Tier[], months: number): RulesFault[] {
  const open = tiers.filter(({ only }) => only.length === 0);
  const isCovered = (month: number) =>
    open.some(({ fromMonth, toMonth }) => fromMonth <= month && month <= toMonth);
  const every = Array.from({ length: months }, (_, index) => index + 1).every(isCovered);
  return every ? [] : [{ path: ['tiers'], message: 'policies.fault.months' }];
}
