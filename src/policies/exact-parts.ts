import { type Day, daysBetween } from '../calendar/days.js';
import { monthsLater } from '../calendar/months-later.js';
import { add, negative, type Rational, rational } from '../numbers/rational.js';
import { type Stretch, tierIn, tiersFor } from './benefit-days.js';
import type { Facts } from './facts.js';
import { type CapName, type Left, type Lump, partAmount, supplementsOf } from './part-amount.js';
import { type Amount, isSum, type PolicyRules } from './rules.js';

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
  /** Of what is given at once for a year of the benefit or for all of it: for how many of its days. */
  lump?: Lump;
};
export type ExactPart = { part: SchedulePart; amount: Rational };

/** The exact amount of each stretch in turn; what one takes of a cap over several months is gone for the next. */
export function* exactParts(
  rules: PolicyRules,
  facts: Facts,
  stretches: Stretch[],
): Generator<ExactPart> {
  const tiers = tiersFor(rules, facts);
  const supplement = supplementsOf(rules, facts).reduce((sum, row) => sum + row.basisPoints, 0);
  const { fenByYear, fenByPerson, fenByVenture } = rules.caps;
  const { used } = facts;
  const rest = (cap: number | null, spent: number): Rational | null =>
    cap === null ? null : rational(BigInt(Math.max(0, cap - spent)));
  let left: Left = {
    year: rest(fenByYear, used.yearFen),
    person: rest(fenByPerson, used.person.fen),
    venture: rest(fenByVenture, used.venture.fen),
    decision: rest(facts.atMost ?? null, 0),
  };
  let year = yearOf(stretches[0]?.benefitMonth ?? 1);
  for (const stretch of stretches) {
    if (yearOf(stretch.benefitMonth) !== year) {
      year = yearOf(stretch.benefitMonth);
      left = { ...left, year: rest(fenByYear, 0) };
    }
    const tier = tierIn(tiers, stretch.benefitMonth);
    if (!tier) throw new Error(`no tier covers month ${stretch.benefitMonth} of the benefit`);
    const lump = lumpIn(tier.amount, stretch, stretches, facts);
    const { amount, caps } = partAmount(rules, facts, {
      tier,
      supplement,
      stretch,
      left,
      lump,
    });
    left = lessBy(left, amount);
    const part = { ...stretch, clause: tier.clause, rate: tier.amount, caps };
    yield { part: lump ? { ...part, lump } : part, amount };
  }
}

/**
 * Where a sum stands: that of a year in the first of its days that are asked for, for as many of its days as
 * are; that which is given once in the first days of the benefit.
 */
function lumpIn(
  rate: Amount,
  stretch: Stretch,
  stretches: Stretch[],
  { startedOn }: Facts,
): Lump | null {
  if (!isSum(rate)) return null;
  const first = startedOn ?? (stretches[0] as Stretch).from;
  if (rate.per === 'once') return stretch.from === first ? { days: 1, of: 1 } : null;
  const year = yearOf(stretch.benefitMonth);
  const own = stretches.filter(({ benefitMonth }) => yearOf(benefitMonth) === year);
  if (own[0] !== stretch) return null;
  const of = daysBetween(monthsLater(first, 12 * (year - 1)), monthsLater(first, 12 * year));
  return { days: own.reduce((sum, { days }) => sum + days, 0), of };
}

const yearOf = (benefitMonth: number): number => Math.ceil(benefitMonth / 12);

function lessBy({ year, person, venture, decision }: Left, amount: Rational): Left {
  const less = (rest: Rational | null) => (rest === null ? null : add(rest, negative(amount)));
  return {
    year: less(year),
    person: less(person),
    venture: less(venture),
    decision: less(decision),
  };
}
