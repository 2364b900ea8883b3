import { addMonths, type Day, daysBetween, firstOf, monthOf } from '../calendar/days.js';
import { monthsLater } from '../calendar/months-later.js';
import { reliedOn } from './check-condition.js';
import { type Facts, premisesFor } from './facts.js';
import { nextRentOn, type RentByDay } from './rent-by-day.js';
import type { PolicyRules, Tier } from './rules.js';

/** Days of one calendar month and one month of the benefit, [from, to). */
export type Stretch = { from: Day; to: Day; days: number; benefitMonth: number };

const least = (days: (Day | null)[]): Day => days.filter((day) => day !== null).sort()[0] as Day;
const most = (...days: Day[]): Day => days.sort().at(-1) as Day;

/**
 * The days for which the benefit is paid: those asked for, inside the lease of premises that it is for, up to the months that the
 * policy has and that the person and the venture have left.
 * @returns null when no day is left
 */
export function benefitPeriod(rules: PolicyRules, facts: Facts): { from: Day; to: Day } | null {
  const { period, used, startedOn } = facts;
  const premises = premisesFor(rules, facts);
  const { monthsByPerson, monthsByVenture } = rules.caps;
  const from = most(period.from, premises.leaseFrom);
  const left = (cap: number | null, months: number) =>
    cap === null ? null : monthsLater(from, Math.max(0, cap - months));
  const to = least([
    period.to,
    premises.leaseTo,
    monthsLater(startedOn ?? from, rules.months),
    left(monthsByPerson, used.person.months),
    left(monthsByVenture, used.venture.months),
  ]);
  return from < to ? { from, to } : null;
}

/** The days cut at the ends of calendar months and of months of the benefit, counted from its first day, and where the rent changes. */
export function stretchesOf(
  { from, to }: { from: Day; to: Day },
  startedOn: Day,
  rents: RentByDay,
): Stretch[] {
  const stretches: Stretch[] = [];
  let benefitMonth = 1;
  let anniversary = monthsLater(startedOn, benefitMonth);
  for (let at = from; at < to; ) {
    while (anniversary <= at) {
      benefitMonth += 1;
      anniversary = monthsLater(startedOn, benefitMonth);
    }
    const end = least([to, firstOf(addMonths(monthOf(at), 1)), anniversary, nextRentOn(rents, at)]);
    stretches.push({ from: at, to: end, days: daysBetween(at, end), benefitMonth });
    at = end;
  }
  return stretches;
}

/** The tiers that are meant for the founder. */
export const tiersFor = ({ tiers }: PolicyRules, facts: Facts): Tier[] =>
  tiers.filter(({ only }) => only.length === 0 || reliedOn(only, facts) !== undefined);

/** The first of some tiers that covers a month of the benefit. */
export const tierIn = (tiers: Tier[], benefitMonth: number): Tier | undefined =>
  tiers.find(({ fromMonth, toMonth }) => fromMonth <= benefitMonth && benefitMonth <= toMonth);

/** The tier of a month of the benefit: the first that covers it and is meant for the founder. */
export const tierOf = (rules: PolicyRules, facts: Facts, benefitMonth: number): Tier | undefined =>
  tierIn(tiersFor(rules, facts), benefitMonth);
