import type { Assessment } from './assess.js';
import type { Facts } from './facts.js';
import type { PolicyRules } from './rules.js';
import { type Schedule, scheduleOf } from './schedule.js';
import { isRentDue } from './stated-rent.js';

/** A rent that is surely due, to find out what a policy would leave of it: 10,000 yuan a month, in fen. */
export const someRent = 1_000_000;

/** The same facts where a rent is due. */
export const withRent = (facts: Facts): Facts => ({
  ...facts,
  premises: { ...facts.premises, rent: someRent, rents: undefined },
});

/**
 * Whether nothing is given because no rent is paid, and for no other reason: with a rent there would be an amount.
 * That is no ineligibility, while months or sums that are used up are one.
 */
export const isNothingDue = (rules: PolicyRules, facts: Facts, schedule: Schedule): boolean =>
  rules.needsPremises &&
  schedule.total === 0 &&
  !isRentDue(facts) &&
  scheduleOf(rules, withRent(facts)).total > 0;

/**
 * Whether the founder has already what the policy is for: no rent is paid, and nothing else stands against it. Also
 * where a condition asks for premises for which rent is due, which does not hold then.
 */
export const paysNothing = (
  { nothingDue, findings }: Assessment,
  { premises, period }: Facts,
): boolean =>
  !isRentDue({ premises, period }) &&
  (nothingDue || premises.kind === 'rent-free') &&
  findings.every(
    ({ met, condition, id }) =>
      met ||
      (premises.kind === 'rent-free' && condition?.kind === 'premises') ||
      (condition === null && id === 'amount' && nothingDue),
  );
