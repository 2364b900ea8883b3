import { type Month, monthOf } from '../calendar/days.js';
import { daysInMonth } from '../calendar/months-later.js';
import { add, ceiling, floor, type Rational, rational } from '../numbers/rational.js';
import { benefitPeriod, type Stretch, stretchesOf } from './benefit-days.js';
import { type ExactPart, exactParts, type SchedulePart } from './exact-parts.js';
import { type Facts, premisesFor } from './facts.js';
import { areaCounted } from './part-amount.js';
import { type RentByDay, rentOfDays, rentOn, rentTimesDays } from './rent-by-day.js';
import { isSum, type PolicyRules } from './rules.js';
import { rentsOf } from './stated-rent.js';

export type ScheduleLine = {
  month: Month;
  days: number;
  daysInMonth: number;
  due: number; // fen of rent for these days, rounded half up
  areaCounted: number; // hundredths of a m²
  fen: number;
  parts: SchedulePart[];
};
export type Schedule = { lines: ScheduleLine[]; total: number };

/**
 * What is given, calendar month by calendar month, the first and the last by the day. Each month is
 * rounded half up to the fen, and the last one closes the sum: together they are the exact sum, rounded
 * half up. Where closing would lift the last month above its own rent, the rent stays the bound.
 */
export function scheduleOf(rules: PolicyRules, facts: Facts): Schedule {
  const period = benefitPeriod(rules, facts);
  if (period === null) return { lines: [], total: 0 };
  const rents = rentsOf(premisesFor(rules, facts));
  const stretches = stretchesOf(period, facts.startedOn ?? period.from, rents);
  const months = byMonth([...exactParts(rules, facts, stretches)]);
  const amounts = rounded(months.map(sum), rules.needsPremises ? lastRent(months, rents) : null);
  const lines = months.map((month, index) => lineOf(month, amounts[index] ?? 0, rules, facts));
  return { lines, total: amounts.reduce((total, fen) => total + fen, 0) };
}

/** Whether anything is given. A month before the last that comes to half a fen by itself says so, without all the others. */
export function givesAnything(rules: PolicyRules, facts: Facts): boolean {
  const period = benefitPeriod(rules, facts);
  if (period === null) return false;
  const rents = rentsOf(premisesFor(rules, facts));
  const stretches = stretchesOf(period, facts.startedOn ?? period.from, rents);
  const last = monthOf((stretches.at(-1) as Stretch).from);
  for (const { part, amount } of exactParts(rules, facts, stretches))
    if (halfUp(amount) > 0n && monthOf(part.from) !== last) return true;
  return scheduleOf(rules, facts).total > 0;
}

/** Never more than the rounded sum so far allows, and never less than nothing. */
function rounded(exact: Rational[], most: bigint | null): number[] {
  let left = halfUp(exact.reduce(add, rational(0n)));
  return exact.map((amount, index) => {
    const wanted = index === exact.length - 1 ? least(left, most ?? left) : halfUp(amount);
    const fen = least(wanted, left);
    left -= fen;
    return Number(fen);
  });
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const halfUp = (amount: Rational): bigint => floor(add(amount, rational(1n, 2n)));
const sum = (parts: ExactPart[]): Rational =>
  parts.reduce((total, { amount }) => add(total, amount), rational(0n));

const daysOf = (parts: ExactPart[]): number =>
  parts.reduce((days, { part }) => days + part.days, 0);

/** The rent that bounds the last month; null where a sum stands at once, which no rent bounds. */
function lastRent(months: ExactPart[][], rents: RentByDay): bigint | null {
  const last = months.at(-1) as ExactPart[];
  if (last.some(({ part }) => isSum(part.rate))) return null;
  const days = daysIn(last);
  return ceiling(rational(rentTimesDays(rents, days), BigInt(daysInMonth(monthOf(days.from)))));
}

/** All days of the parts of one month. */
const daysIn = (parts: ExactPart[]) => ({
  from: (parts[0] as ExactPart).part.from,
  to: (parts.at(-1) as ExactPart).part.to,
});

function byMonth(parts: ExactPart[]): ExactPart[][] {
  const months = new Map<Month, ExactPart[]>();
  for (const part of parts) {
    const month = monthOf(part.part.from);
    months.set(month, [...(months.get(month) ?? []), part]);
  }
  return [...months.values()];
}

function lineOf(parts: ExactPart[], fen: number, rules: PolicyRules, facts: Facts): ScheduleLine {
  const first = (parts[0] as ExactPart).part.from;
  const rents = rentsOf(premisesFor(rules, facts));
  return {
    month: monthOf(first),
    days: daysOf(parts),
    daysInMonth: daysInMonth(monthOf(first)),
    due: rentOfDays(rents, daysIn(parts)),
    areaCounted: areaCounted(rules, facts),
    fen,
    parts: joined(
      parts.map(({ part }) => part),
      rents,
    ),
  };
}

/** Neighbouring days with the same rate, the same caps and the same rent are told as one. */
function joined(parts: SchedulePart[], rents: RentByDay): SchedulePart[] {
  const list: SchedulePart[] = [];
  for (const part of parts) {
    const before = list.at(-1);
    const isSame =
      !part.lump &&
      !before?.lump &&
      before?.rate === part.rate &&
      `${before.caps}` === `${part.caps}` &&
      rentOn(rents, before.from) === rentOn(rents, part.from);
    if (before && isSame) {
      before.to = part.to;
      before.days += part.days;
    } else list.push({ ...part });
  }
  return list;
}
