import type { Day } from '../calendar/days.js';
import { add, negative, type Rational, rational } from '../numbers/rational.js';
import { type Stretch, tierOf } from './benefit-days.js';
import type { Facts } from './facts.js';
import { type CapName, type Left, partAmount } from './part-amount.js';
import type { Amount, PolicyRules } from './rules.js';

/** Days of one calendar month that have one rate, and why they give what they give. */
export type SchedulePart = {
  from: Day;
  to: Day; // not included
  days: number;
  /** The month of the benefit, counted from 1. */
  benefitMonth: number;
  clause: string;
  rate: Amount;
  /** The caps that made it less than the rate, in the order in which they did. */
  caps: CapName[];
};
export type ExactPart = { part: SchedulePart; amount: Rational };

/** The exact amount of each stretch in turn; what one takes of a cap over several months is gone for the next. */
export function exactParts(rules: PolicyRules, facts: Facts, stretches: Stretch[]): ExactPart[] {
  const { fenByYear, fenByPerson, fenByVenture } = rules.caps;
  const { used } = facts;
  const rest = (cap: number | null, spent: number): Rational | null =>
    cap === null ? null : rational(BigInt(Math.max(0, cap - spent)));
  let left: Left = {
    year: rest(fenByYear, used.yearFen),
    person: rest(fenByPerson, used.person.fen),
    venture: rest(fenByVenture, used.venture.fen),
  };
  let year = yearOf(stretches[0]?.benefitMonth ?? 1);
  return stretches.map((stretch) => {
    if (yearOf(stretch.benefitMonth) !== year) {
      year = yearOf(stretch.benefitMonth);
      left = { ...left, year: rest(fenByYear, 0) };
    }
    const tier = tierOf(rules, facts, stretch.benefitMonth);
    if (!tier) throw new Error(`no tier covers month ${stretch.benefitMonth} of the benefit`);
    const { amount, caps } = partAmount(rules, facts, { tier, stretch, left });
    left = lessBy(left, amount);
    return { part: { ...stretch, clause: tier.clause, rate: tier.amount, caps }, amount };
  });
}

const yearOf = (benefitMonth: number): number => Math.ceil(benefitMonth / 12);

function lessBy({ year, person, venture }: Left, amount: Rational): Left {
  const less = (rest: Rational | null) => (rest === null ? null : add(rest, negative(amount)));
  return { year: less(year), person: less(person), venture: less(venture) };
}
