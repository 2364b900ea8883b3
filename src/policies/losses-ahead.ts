import { type Day, firstOf, type Month, monthOf } from '../calendar/days.js';
import { monthsLater } from '../calendar/months-later.js';
import type { FounderCategory } from '../people/categories.js';
import { benefitPeriod } from './benefit-days.js';
import { checkCategory } from './categories-held.js';
import { reliedOn } from './check-condition.js';
import { type Facts, premisesFor } from './facts.js';
import { isInSums } from './in-sums.js';
import { isBoundByYears } from './months-that-fit.js';
import { allConditions, type CategoryTest, isGivenOnce, type PolicyRules } from './rules.js';
import type { Schedule } from './schedule.js';

type EndsBy = 'lease' | 'months' | 'years' | 'asked' | 'used';

/** What time takes away of what would be given: an amount that falls, the last day of it and why, a category that ends. */
export type LossAhead =
  | { kind: 'falls'; month: Month; before: number; after: number }
  | { kind: 'ends'; on: Day; why: EndsBy }
  | { kind: 'category'; category: FounderCategory; on: Day };

/** All of it, the earliest first; of a category that others stand in for the last alone. */
export function lossesAhead(rules: PolicyRules, facts: Facts, schedule: Schedule): LossAhead[] {
  const period = benefitPeriod(rules, facts);
  if (period === null || schedule.total === 0) return [];
  const dayOf = (loss: LossAhead): Day => (loss.kind === 'falls' ? firstOf(loss.month) : loss.on);
  return [
    ...falls(rules, schedule),
    ...ends(rules, facts, schedule, period),
    ...categories(rules, facts),
  ].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
}

/** Whole months beside each other; what is paid in sums falls after each of them, which is no loss. */
function falls(rules: PolicyRules, { lines }: Schedule): LossAhead[] {
  if (isInSums(rules)) return [];
  // A month in which the rate changes lies between the two, and is no fall of its own.
  const whole = lines.filter(
    ({ days, daysInMonth, parts }) => days === daysInMonth && parts.length === 1,
  );
  const { fen: first = 0 } = whole[0] ?? {};
  let before = first;
  return whole.flatMap(({ month, fen }): LossAhead[] => {
    const was = before;
    before = fen;
    return was - fen > 1 ? [{ kind: 'falls', month, before: was, after: fen }] : [];
  });
}

/** The end of the months; of what is given once and whole nothing is left by then that could end. */
function ends(
  rules: PolicyRules,
  facts: Facts,
  { lines }: Schedule,
  period: { from: Day; to: Day },
): LossAhead[] {
  const rates = lines.flatMap(({ parts }) => parts.map(({ rate }) => rate));
  if (rates.every(isGivenOnce)) return [];
  return [{ kind: 'ends', on: period.to, why: whyItEnds(rules, facts, period) }];
}

function whyItEnds(rules: PolicyRules, facts: Facts, period: { from: Day; to: Day }): EndsBy {
  const { leaseTo } = premisesFor(rules, facts);
  if (leaseTo === period.to) return 'lease';
  if (monthsLater(facts.startedOn ?? period.from, rules.months) === period.to) return 'months';
  if (facts.period.to !== period.to) return 'used';
  return isBoundByYears(rules, facts) ? 'years' : 'asked';
}

/** The categories that something rests on and that end by themselves: nothing can be applied for by them afterwards. */
function categories(rules: PolicyRules, facts: Facts): LossAhead[] {
  const groups: CategoryTest[][] = [
    ...allConditions(rules).flatMap((condition) =>
      condition.kind === 'category'
        ? [condition.anyOf, ...condition.allOf.map((test) => [test])]
        : [],
    ),
    ...rules.tiers.map(({ only }) => only),
  ];
  const ends = new Map<FounderCategory, Day>();
  for (const tests of groups) {
    const test = reliedOn(tests, facts);
    const check = test && checkCategory(test, facts);
    if (test && check?.met && check.lapsesOn !== null) ends.set(test.category, check.lapsesOn);
  }
  return [...ends].map(([category, on]) => ({ kind: 'category', category, on }));
}

/** Whether a loss still lies ahead of a day. */
export const isAhead = (loss: LossAhead, on: Day): boolean =>
  loss.kind === 'falls' ? loss.month > monthOf(on) : loss.on > on;
