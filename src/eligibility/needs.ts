import { type FounderCategory, founderCategories } from '../people/categories.js';
import {
  allConditions,
  type CategoryTest,
  type Condition,
  type PolicyRules,
} from '../policies/rules.js';
import type { IssuedVersion } from '../policies/versions.js';
import { regions } from '../standards/regions.js';
import { type Industry, industries, type Trade, trades } from '../standards/register-codes.js';

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
  /** Whether any is for premises: then rent and lease are asked for. */
  premises: boolean;
  jobs: boolean;
  /** The months of insurance for which jobs count. */
  insuredMonths: number[];
  industries: Industry[];
  trades: Trade[];
  regions: string[];
  islands: boolean;
  otherBenefitDays: boolean;
};

export function needsOf(policies: AskingPolicy[]): Needs {
  const rules = policies.map((policy) => policy.rules);
  const conditions = rules.flatMap(allConditions);
  const amounts = rules.flatMap(({ tiers }) => tiers.map(({ amount }) => amount));
  const ofKind = <K extends Condition['kind']>(kind: K) =>
    conditions.filter((row): row is Extract<Condition, { kind: K }> => row.kind === kind);
  const jobs = [...ofKind('jobs'), ...amounts.filter((amount) => amount.kind === 'jobs')];
  const named = ofKind('industry');
  const places = ofKind('place');
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
    premises: rules.some(({ needsPremises }) => needsPremises),
    jobs: jobs.length > 0,
    insuredMonths: [...new Set(jobs.map((row) => row.insuredMonths))]
      .filter((months) => months > 0)
      .sort((a, b) => a - b),
    industries: industries.filter((code) => named.some((row) => row.industries.includes(code))),
    trades: trades.filter((code) => named.some((row) => row.trades.includes(code))),
    regions: regions
      .map(({ code }) => code)
      .filter((code) => places.some((row) => row.regions.includes(code))),
    islands: places.some(({ islands }) => islands !== 'any'),
    area: rules.some(
      ({ caps, tiers }) =>
        caps.area !== null ||
        caps.fenByArea !== null ||
        tiers.some(({ amount }) => amount.kind === 'area'),
    ),
    otherBenefitDays: conditions.some(
      (condition) => condition.kind === 'other-benefit' && condition.mode === 'not-at-once',
    ),
  };
}

function testsOf(rules: PolicyRules): CategoryTest[] {
  const { tiers } = rules;
  return [
    ...allConditions(rules).flatMap((condition): CategoryTest[] => {
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
