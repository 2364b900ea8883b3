import { monthStarts, monthsLater } from '../calendar/months-later.js';
import { monthsThatFit } from './check-window.js';
import type { Facts } from './facts.js';
import type { Condition, PolicyRules } from './rules.js';

type Window = Extract<Condition, { kind: 'window' }>;
const windowsOf = ({ conditions }: Pick<PolicyRules, 'conditions'>): Window[] =>
  conditions.filter((condition) => condition.kind === 'window');

/**
 * All the months that the rules give from a first day on, where nobody has said for how many they ask: no more of them
 * than the years in a row leave, as a policy that binds them gives as many. Where they leave none it is all, so that
 * the assessment says from when on there are some.
 */
export function mostMonths(
  rules: Pick<PolicyRules, 'conditions' | 'months'>,
  { earlier, period: { from } }: Pick<Facts, 'earlier' | 'period'>,
): number {
  const period = { from, to: monthsLater(from, rules.months) };
  const fit = windowsOf(rules).map((window) => monthsThatFit(window, { earlier, period }));
  const most = Math.min(rules.months, ...fit);
  return most > 0 ? most : rules.months;
}

/** The facts as asked for as many months as the rules give. */
export function askingForAll(rules: PolicyRules, facts: Facts): Facts {
  const { from } = facts.period;
  return { ...facts, period: { from, to: monthsLater(from, mostMonths(rules, facts)) } };
}

/** How many months one can ask for at a time, who has had none. */
export const mostAtOnce = (rules: Pick<PolicyRules, 'conditions' | 'months'>): number =>
  mostMonths(rules, { earlier: [], period: { from: '2001-01-01', to: '2001-01-01' } });

/** Whether the years in a row leave no month after those that are asked for. */
export function isBoundByYears(rules: PolicyRules, { earlier, period }: Facts): boolean {
  const more = { from: period.from, to: monthsLater(period.to, 1) };
  const asked = monthStarts(more).length;
  return windowsOf(rules).some(
    (window) => monthsThatFit(window, { earlier, period: more }) < asked,
  );
}
