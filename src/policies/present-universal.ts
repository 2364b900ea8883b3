import type { Day } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Assessment } from './assess.js';
import { benefitPeriod, tierOf } from './benefit-days.js';
import { type Facts, jobsInsuredFor, noPremises } from './facts.js';
import { duration, plainYuan } from './present-kinds.js';
import { type Amount, isGivenOnce, type PolicyInForce } from './rules.js';

type AmountContext = { facts: Facts; version: PolicyInForce } & Pick<
  Assessment,
  'schedule' | 'nothingDue'
>;

/** What the two findings that every policy has were made from. */
export const universalText = (id: string, context: AmountContext, voice: Voice): string =>
  id === 'in-force' ? inForceText(context, voice) : amountText(context, voice);

function inForceText(
  { facts, version: { beganOn, endedOn } }: AmountContext,
  { say, lang }: Voice,
): string {
  const values = { on: day(facts.on, lang), from: day(beganOn, lang) };
  if (endedOn === null) return say('policies.looked.in-force', values);
  const to = day(lastDayOf(endedOn), lang);
  return say('policies.looked.in-force-ended', { ...values, to });
}

/** The sum; where it is nothing, what left nothing of it. */
function amountText(context: AmountContext, voice: Voice): string {
  const { say } = voice;
  const { schedule, nothingDue } = context;
  if (schedule.total > 0) {
    const values = { n: schedule.lines.length, yuan: plainYuan(schedule.total, voice) };
    return say('policies.looked.amount', values);
  }
  return nothingDue ? say('policies.looked.no-rent') : nothingText(context, voice);
}

/** Whether an amount is given once, and the benefit began before. */
const isGivenBefore = (
  amount: Amount | undefined,
  { startedOn }: Facts,
  { from }: { from: Day },
): boolean => amount !== undefined && isGivenOnce(amount) && startedOn !== null && startedOn < from;

function nothingText({ facts, version: { rules } }: AmountContext, voice: Voice): string {
  const { say } = voice;
  const { period, used } = facts;
  const premises = rules.needsPremises ? facts.premises : noPremises;
  const within = benefitPeriod(rules, facts);
  if (within !== null) {
    const { amount } = tierOf(rules, facts, 1) ?? {};
    if (isGivenBefore(amount, facts, within)) return say('policies.looked.given-once');
    if (amount?.kind !== 'jobs') return say('policies.looked.nothing-left');
    const n = jobsInsuredFor(facts, amount.insuredMonths);
    if (n >= amount.from) return say('policies.looked.nothing-left');
    return say('policies.looked.too-few-jobs', { n, from: amount.from });
  }
  const from = period.from > premises.leaseFrom ? period.from : premises.leaseFrom;
  const isOutside = from >= period.to || (premises.leaseTo !== null && premises.leaseTo <= from);
  if (isOutside) return say('policies.looked.outside-lease');
  const months = Math.max(used.person.months, used.venture.months);
  if (months === 0) return say('policies.looked.over');
  return say('policies.looked.used', { time: duration(months, say) });
}
