import { monthOf } from '../calendar/days.js';
import { daysInMonth } from '../calendar/months-later.js';
import { add, compare, floor, type Rational, rational, times } from '../numbers/rational.js';
import type { Stretch } from './benefit-days.js';
import { checkCondition } from './check-condition.js';
import { type Facts, jobsInsuredFor } from './facts.js';
import { rentOn } from './rent-by-day.js';
import {
  type Amount,
  isSum,
  type PolicyRules,
  type SumAmount,
  type Supplement,
  type Tier,
} from './rules.js';
import { rentsOf } from './stated-rent.js';

export const caps = [
  ...['area', 'rent', 'per-area', 'month', 'jobs', 'year', 'person', 'venture', 'decision'],
] as const;
export type CapName = (typeof caps)[number];

/** What is left of the caps in fen that run over several months, those of the rules and that of the decision; null for none. */
export type Left = Record<'year' | 'person' | 'venture' | 'decision', Rational | null>;

/** What is given at once for a time, and not month by month: for so many of its days. */
export type Lump = { days: number; of: number };

type JobsAmount = Extract<Amount, { kind: 'jobs' }>;

const whole = (value: number): Rational => rational(BigInt(value));
const part = (value: number, of: number): Rational => rational(BigInt(value), BigInt(of));

export const areaCounted = (
  { caps: { area }, needsPremises }: PolicyRules,
  { premises }: Facts,
): number => {
  if (!needsPremises) return 0;
  return area === null ? premises.area : Math.min(area, premises.area);
};

/** The supplements whose condition holds for who asks. */
export const supplementsOf = ({ supplements }: PolicyRules, facts: Facts): Supplement[] =>
  supplements.filter(({ when }) => checkCondition(when, facts).met);

/** What the jobs of a venture give in a whole year, or once, in fen, before any supplement and cap. */
export function jobsSum({ from, base, step, insuredMonths }: JobsAmount, facts: Facts): number {
  const jobs = jobsInsuredFor(facts, insuredMonths);
  return jobs < from ? 0 : base + step * (jobs - from);
}

/**
 * The exact amount in fen for some days, and the caps that made it less, in the order in which they did.
 * A share is of the rent of the area counted: rent × share × area counted ÷ area. By the day it is the
 * month's amount × days ÷ days of that calendar month; by the year a twelfth of it a month. A sum stands at
 * once in the first days of a year of the benefit, or of the benefit, and in whole fen.
 * @param supplement what it is more by, in basis points
 * @param lump of a sum, where these are the days in which it stands
 */
export function partAmount(
  rules: PolicyRules,
  facts: Facts,
  {
    tier,
    supplement,
    stretch,
    left,
    lump,
  }: { tier: Tier; supplement: number; stretch: Stretch; left: Left; lump: Lump | null },
): { amount: Rational; caps: CapName[] } {
  const ofMonth = part(stretch.days, daysInMonth(monthOf(stretch.from)));
  const { amount: rate } = tier;
  const isOfArea = rate.kind === 'share' || rate.kind === 'area';
  const bit: CapName[] =
    isOfArea && areaCounted(rules, facts) < facts.premises.area ? ['area'] : [];
  const plain = uncapped(rules, facts, { rate, stretch, ofMonth, lump });
  let amount = supplement === 0 ? plain : times(plain, part(10_000 + supplement, 10_000));
  const bounds: [CapName, Rational | null][] = [
    ...(isSum(rate) ? boundOfSum(rate, lump) : boundsOfMonth(rules, facts, stretch)),
    ['year', left.year],
    ['person', left.person],
    ['venture', left.venture],
    ['decision', left.decision],
  ];
  for (const [name, bound] of bounds) {
    if (bound === null || compare(amount, bound) <= 0) continue;
    amount = bound;
    bit.push(name);
  }
  return { amount: isSum(rate) ? toFen(amount) : amount, caps: bit };
}

const toFen = (amount: Rational): Rational => rational(floor(add(amount, rational(1n, 2n))));

function boundOfSum(rate: SumAmount, lump: Lump | null): [CapName, Rational | null][] {
  if (rate.kind !== 'jobs' || rate.most === null || lump === null) return [];
  return [['jobs', times(whole(rate.most), part(lump.days, lump.of))]];
}

/** What bounds a month, for some days of it. */
function boundsOfMonth(
  rules: PolicyRules,
  facts: Facts,
  stretch: Stretch,
): [CapName, Rational | null][] {
  const ofMonth = part(stretch.days, daysInMonth(monthOf(stretch.from)));
  const { fenByArea, fenByAreaPer, fenByMonth, rentOfArea } = rules.caps;
  const counted = areaCounted(rules, facts);
  const rent = times(rentIn(facts, stretch), ofMonth);
  const bounding = rentOfArea ? times(rent, shareOfArea(counted, facts)) : rent;
  return [
    ['rent', rules.needsPremises ? bounding : null],
    [
      'per-area',
      fenByArea === null || !rules.needsPremises
        ? null
        : byArea(fenByArea, fenByAreaPer, counted, { stretch, ofMonth }),
    ],
    ['month', fenByMonth === null ? null : times(whole(fenByMonth), ofMonth)],
  ];
}

/** The rent of some days that have one, in fen a month. */
const rentIn = ({ premises }: Facts, { from }: Stretch): Rational =>
  whole(rentOn(rentsOf(premises), from));

const shareOfArea = (counted: number, { premises }: Facts): Rational =>
  premises.area === 0 ? whole(0) : part(counted, premises.area);

function byArea(
  fen: number,
  per: 'day' | 'month' | 'year',
  counted: number,
  { stretch, ofMonth }: { stretch: Stretch; ofMonth: Rational },
): Rational {
  const rate = times(whole(fen), part(counted, 100));
  if (per === 'day') return times(rate, whole(stretch.days));
  return times(rate, per === 'month' ? ofMonth : times(ofMonth, part(1, 12)));
}

/** What a sum gives in the days in which it stands, and nothing in all others. */
const inLump = (fen: number, lump: Lump | null): Rational =>
  lump === null ? whole(0) : times(whole(fen), part(lump.days, lump.of));

function uncapped(
  rules: PolicyRules,
  facts: Facts,
  {
    rate,
    stretch,
    ofMonth,
    lump,
  }: { rate: Amount; stretch: Stretch; ofMonth: Rational; lump: Lump | null },
): Rational {
  const area = areaCounted(rules, facts);
  switch (rate.kind) {
    case 'share': {
      if (facts.premises.area === 0) return whole(0);
      const rent = times(rentIn(facts, stretch), ofMonth);
      return rational(
        rent.n * BigInt(area) * BigInt(rate.basisPoints),
        rent.d * BigInt(facts.premises.area) * 10_000n,
      );
    }
    case 'area':
      return byArea(rate.fen, rate.per, area, { stretch, ofMonth });
    case 'fixed':
      return times(whole(rate.fen), ofMonth);
    case 'sum':
      return inLump(rate.fen, lump);
    case 'jobs':
      return inLump(jobsSum(rate, facts), lump);
  }
}
