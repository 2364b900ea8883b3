import { checkCondition, reliedOn } from './check-condition.js';
import type { Facts } from './facts.js';
import type { PolicyRules, Supplement, Tier } from './rules.js';
import type { Schedule } from './schedule.js';

/** A tier or a supplement that is for some alone, and whether it is given. */
export type RateGiven =
  | { kind: 'tier'; tier: Tier; isGiven: boolean }
  | { kind: 'supplement'; supplement: Supplement; isGiven: boolean };

/** Whether a tier stands in some month of a schedule. */
const stands = (tier: Tier, { lines }: Schedule): boolean =>
  lines.some(({ parts }) =>
    parts.some(
      ({ clause, rate, benefitMonth }) =>
        clause === tier.clause &&
        rate === tier.amount &&
        tier.fromMonth <= benefitMonth &&
        benefitMonth <= tier.toMonth,
    ),
  );

/** What the amount rests on beside the conditions: the tiers that are for some categories alone, and the supplements. */
export const ratesGiven = (rules: PolicyRules, facts: Facts): RateGiven[] => [
  ...rules.tiers
    .filter(({ only }) => only.length > 0)
    .map((tier) => ({
      kind: 'tier' as const,
      tier,
      isGiven: reliedOn(tier.only, facts) !== undefined,
    })),
  ...rules.supplements.map((supplement) => ({
    kind: 'supplement' as const,
    supplement,
    isGiven: checkCondition(supplement.when, facts).met,
  })),
];

/** The clauses that an amount is given by: of the tiers that stand in the schedule, and of supplements that are added. */
export const clausesGiven = (rules: PolicyRules, facts: Facts, schedule: Schedule): string[] => [
  ...new Set([
    ...rules.tiers.filter((tier) => stands(tier, schedule)).map(({ clause }) => clause),
    ...ratesGiven(rules, facts).flatMap((rate) =>
      rate.kind === 'supplement' && rate.isGiven && schedule.total > 0
        ? [rate.supplement.when.clause]
        : [],
    ),
  ]),
];
