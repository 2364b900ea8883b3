import type { Assessment } from './assess.js';
import type { Facts } from './facts.js';
import type { PolicyRules } from './rules.js';
import { givesAnything, type Schedule } from './schedule.js';
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
  schedule.total === 0 && isRentAllThatLacks(rules, facts);

/** The same of facts by which nothing is given. */
export const isRentAllThatLacks = (rules: PolicyRules, facts: Facts): boolean =>
  rules.needsPremises && !isRentDue(facts) && givesAnything(rules, withRent(facts));

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
