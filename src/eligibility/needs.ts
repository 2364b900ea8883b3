import { type FounderCategory, founderCategories } from '../people/categories.js';
import type { CategoryTest, Condition, PolicyRules } from '../policies/rules.js';
import type { IssuedVersion } from '../policies/versions.js';

/** What of a version in force the questions are made from. */
export type AskingPolicy = Pick<IssuedVersion, 'code' | 'rules'>;

/** All that the policies in force look at; what none of them looks at is not asked. */
export type Needs = {
  policies: AskingPolicy[];
  kinds: Set<Condition['kind']>;
  categories: FounderCategory[];
  /** Of these, those of which the first day matters; of a graduate it always does. */
  dated: FounderCategory[];
  area: boolean;
  otherBenefitDays: boolean;
};

export function needsOf(policies: AskingPolicy[]): Needs {
  const rules = policies.map((policy) => policy.rules);
  const conditions = rules.flatMap((rule) => rule.conditions);
  const tests = rules.flatMap(testsOf);
  const isNamed = (category: FounderCategory) => tests.some((test) => test.category === category);
  const isDated = (category: FounderCategory) =>
    tests.some(
      (test) => test.category === category && (test.afterMonths > 0 || test.withinMonths !== null),
    );
  const categories = founderCategories.filter(isNamed);
  return {
    policies,
    kinds: new Set(conditions.map(({ kind }) => kind)),
    categories,
    dated: categories.filter((category) => category !== 'graduate' && isDated(category)),
    area: rules.some(
      ({ caps, tiers }) => caps.area !== null || tiers.some(({ amount }) => amount.kind === 'area'),
    ),
    otherBenefitDays: conditions.some(
      (condition) => condition.kind === 'other-benefit' && condition.mode === 'not-at-once',
    ),
  };
}

function testsOf({ conditions, tiers }: PolicyRules): CategoryTest[] {
  return [
    ...conditions.flatMap((condition): CategoryTest[] => {
      if (condition.kind === 'category') return [...condition.anyOf, ...condition.allOf];
      if (condition.kind !== 'graduation-age') return [];
      return [
        { category: 'graduate', afterMonths: condition.least ?? 0, withinMonths: condition.most },
      ];
    }),
    ...tiers.flatMap(({ only }) => only),
  ];
}

/** The caps for which the sums given before have to be known. */
export const sumsNeeded = ({ caps }: PolicyRules): { fen: boolean; yearFen: boolean } => ({
  fen: caps.fenByPerson !== null || caps.fenByVenture !== null,
  yearFen: caps.fenByYear !== null,
});
