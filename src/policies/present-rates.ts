import type { Voice } from '../language/say.js';
import { tierOf } from './benefit-days.js';
import type { Facts } from './facts.js';
import { amountText, areaText } from './present-kinds.js';
import { monthsText } from './present-policy.js';
import type { PolicyRules, Tier } from './rules.js';

/** What a policy gives this founder where rent is due: a line for each run of months with one rate, and the cap of area. */
export function presentRates(rules: PolicyRules, facts: Facts, voice: Voice): string[] {
  const { say } = voice;
  const lines = ratesOf(rules, facts).map((tier) =>
    say('policies.reason.rule', {
      months: monthsText(tier, rules.months, voice),
      amount: amountText(tier.amount, voice),
      clause: tier.clause,
    }),
  );
  const { area } = rules.caps;
  if (area === null) return lines;
  return [...lines, say('policies.cap.area', { area: areaText(area, voice) })];
}

/** The tiers that apply month by month, each cut to the months in which it does. */
function ratesOf(rules: PolicyRules, facts: Facts): Tier[] {
  const rates: Tier[] = [];
  let before: Tier | undefined;
  for (let month = 1; month <= rules.months; month += 1) {
    const tier = tierOf(rules, facts, month);
    const last = rates.at(-1);
    if (tier && last && tier === before) last.toMonth = month;
    else if (tier) rates.push({ ...tier, fromMonth: month, toMonth: month });
    before = tier;
  }
  return rates;
}
