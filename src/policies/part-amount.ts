import { monthOf } from '../calendar/days.js';
import { daysInMonth } from '../calendar/months-later.js';
import { compare, type Rational, rational, times } from '../numbers/rational.js';
import type { Stretch } from './benefit-days.js';
import type { Facts } from './facts.js';
import { rentOn } from './rent-by-day.js';
import type { Amount, PolicyRules, Tier } from './rules.js';
import { rentsOf } from './stated-rent.js';

export const caps = ['area', 'rent', 'per-area', 'month', 'year', 'person', 'venture'] as const;
export type CapName = (typeof caps)[number];

/** What is left of the caps in fen that run over several months; null for none. */
export type Left = { year: Rational | null; person: Rational | null; venture: Rational | null };

const whole = (value: number): Rational => rational(BigInt(value));
const part = (value: number, of: number): Rational => rational(BigInt(value), BigInt(of));

export const areaCounted = ({ caps: { area } }: PolicyRules, { premises }: Facts): number =>
  area === null ? premises.area : Math.min(area, premises.area);

/**
 * The exact amount in fen for some days, and the caps that made it less, in the order in which they did.
 * A share is of the rent of the area counted: rent × share × area counted ÷ area. By the day it is the
 * month's amount × days ÷ days of that calendar month.
 */
export function partAmount(
  rules: PolicyRules,
  facts: Facts,
  { tier, stretch, left }: { tier: Tier; stretch: Stretch; left: Left },
): { amount: Rational; caps: CapName[] } {
  const ofMonth = part(stretch.days, daysInMonth(monthOf(stretch.from)));
  const { fenByArea, fenByMonth } = rules.caps;
  const rent = whole(rentOn(rentsOf(facts.premises), stretch.from));
  const square = part(areaCounted(rules, facts), 100);
  const bounds: [CapName, Rational | null][] = [
    ['rent', times(rent, ofMonth)],
    ['per-area', fenByArea === null ? null : times(times(whole(fenByArea), square), ofMonth)],
    ['month', fenByMonth === null ? null : times(whole(fenByMonth), ofMonth)],
    ['year', left.year],
    ['person', left.person],
    ['venture', left.venture],
  ];
  const isOfArea = tier.amount.kind !== 'fixed';
  const bit: CapName[] =
    isOfArea && areaCounted(rules, facts) < facts.premises.area ? ['area'] : [];
  let amount = uncapped(rules, facts, tier.amount, { stretch, rent, ofMonth });
  for (const [name, bound] of bounds) {
    if (bound === null || compare(amount, bound) <= 0) continue;
    amount = bound;
    bit.push(name);
  }
  return { amount, caps: bit };
}

function uncapped(
  rules: PolicyRules,
  facts: Facts,
  amount: Amount,
  { stretch, rent, ofMonth }: { stretch: Stretch; rent: Rational; ofMonth: Rational },
): Rational {
  const { premises } = facts;
  const area = areaCounted(rules, facts);
  switch (amount.kind) {
    case 'share': {
      const counted = times(rent, part(area, premises.area));
      return times(times(counted, part(amount.basisPoints, 10_000)), ofMonth);
    }
    case 'area': {
      const rate = times(whole(amount.fen), part(area, 100));
      return times(rate, amount.per === 'day' ? whole(stretch.days) : ofMonth);
    }
    case 'fixed':
      return times(whole(amount.fen), ofMonth);
  }
}
