import { lastDayOf } from '../calendar/last-day.js';
import { area } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { SchedulePart } from './exact-parts.js';
import { type Facts, jobsInsuredFor } from './facts.js';
import { supplementsOf } from './part-amount.js';
import { amountText, duration, inText, plainYuan } from './present-kinds.js';
import { monthsText } from './present-policy.js';
import { rentOn } from './rent-by-day.js';
import type { PolicyRules } from './rules.js';
import type { ScheduleLine } from './schedule.js';
import { rentsOf } from './stated-rent.js';

/** Why some days of a month give what they give: the rule, and what is multiplied. */
export function reasonText(
  part: SchedulePart,
  line: ScheduleLine,
  { facts, rules }: { facts: Facts; rules: PolicyRules },
  voice: Voice,
): string {
  const { say } = voice;
  const tier = rules.tiers.find(
    (row) =>
      row.clause === part.clause &&
      JSON.stringify(row.amount) === JSON.stringify(part.rate) &&
      row.fromMonth <= part.benefitMonth &&
      part.benefitMonth <= row.toMonth,
  );
  const rule = say('policies.reason.rule', {
    months: tier ? monthsText(tier, rules.months, voice) : say('policies.tier.all'),
    amount: amountText(part.rate, voice),
    clause: part.clause,
  });
  const countsDays = part.rate.kind === 'area' && part.rate.per === 'day';
  const { days: given, of } = part.lump ?? { days: part.days, of: line.daysInMonth };
  const isWhole = given === of;
  const days = isWhole || countsDays ? '' : say('policies.reason.days', { n: given, of });
  const dates = line.parts.length === 1 || part.lump ? '' : datesText(part, voice);
  const caps = part.caps.flatMap((cap) =>
    cap === 'area' ? [] : [capText(cap, part, { rules, facts }, voice)],
  );
  const more = supplementsOf(rules, facts).map(({ basisPoints, when }) =>
    say('policies.reason.supplement', {
      percent: String(basisPoints / 100),
      clause: when.clause,
      text: inText(when.text[voice.lang]),
    }),
  );
  const sum = `${sumText(part, line, facts, voice)}${more.join('')}${days}`;
  return say('policies.reason', {
    dates,
    rule,
    sum: [sum, ...caps].join(say('policies.reason.join')),
  });
}

function datesText({ from, to }: SchedulePart, { say }: Voice): string {
  const dayOf = (day: string) => Number(day.slice(8));
  return say('policies.reason.dates', { from: dayOf(from), to: dayOf(lastDayOf(to)) });
}

/** The jobs that count, what the first of them give, and each further one. */
function jobsSumText(
  { from, base, step, insuredMonths }: Extract<SchedulePart['rate'], { kind: 'jobs' }>,
  facts: Facts,
  voice: Voice,
): string {
  const { say } = voice;
  const jobs = jobsInsuredFor(facts, insuredMonths);
  const counted =
    insuredMonths === 0
      ? say('policies.reason.jobs', { n: jobs })
      : say('policies.reason.jobs-insured', { n: jobs, time: duration(insuredMonths, say) });
  const first = say('policies.reason.jobs-base', { n: from, yuan: plainYuan(base, voice) });
  const further =
    jobs > from && step > 0
      ? say('policies.reason.jobs-step', { n: jobs - from, yuan: plainYuan(step, voice) })
      : '';
  return `${counted}${first}${further}`;
}

/** What is multiplied, without the days. */
function sumText(part: SchedulePart, line: ScheduleLine, facts: Facts, voice: Voice): string {
  const { say, lang } = voice;
  const { rate } = part;
  const counted = area(line.areaCounted, lang);
  const rent = plainYuan(rentOn(rentsOf(facts.premises), part.from), voice);
  const all = area(facts.premises.area, lang);
  if (rate.kind === 'fixed' || rate.kind === 'sum')
    return say('policies.reason.fixed', { yuan: plainYuan(rate.fen, voice) });
  if (rate.kind === 'jobs') return jobsSumText(rate, facts, voice);
  if (rate.kind === 'area') {
    const values = { yuan: plainYuan(rate.fen, voice), area: counted, n: part.days };
    return say(`policies.reason.area-${rate.per}`, values);
  }
  const isPart = line.areaCounted < facts.premises.area;
  const isWhole = rate.basisPoints === 10_000;
  return [
    say('policies.reason.rent', { rent }),
    ...(isPart ? [say('policies.reason.of-area', { area: counted, all })] : []),
    ...(isWhole
      ? []
      : [say('policies.reason.percent', { percent: String(rate.basisPoints / 100) })]),
  ].join('');
}

function capText(
  cap: Exclude<SchedulePart['caps'][number], 'area'>,
  { rate, from }: SchedulePart,
  { rules: { caps }, facts: { premises, atMost = 0 } }: { rules: PolicyRules; facts: Facts },
  voice: Voice,
): string {
  if (cap === 'per-area')
    return voice.say(`policies.reason.cap-per-area-${caps.fenByAreaPer}`, {
      yuan: plainYuan(caps.fenByArea ?? 0, voice),
    });
  if (cap === 'jobs' && rate.kind === 'jobs')
    return voice.say(`policies.amount.jobs-most-${rate.per}`, {
      yuan: plainYuan(rate.most ?? 0, voice),
    });
  if (cap === 'rent' && caps.rentOfArea)
    return voice.say('policies.reason.cap-rent-of-area', {
      yuan: plainYuan(rentOn(rentsOf(premises), from), voice),
    });
  const fen = {
    rent: rentOn(rentsOf(premises), from),
    jobs: null,
    month: caps.fenByMonth,
    year: caps.fenByYear,
    person: caps.fenByPerson,
    venture: caps.fenByVenture,
    decision: atMost,
  }[cap];
  return voice.say(`policies.reason.cap-${cap as Exclude<typeof cap, 'jobs'>}`, {
    yuan: plainYuan(fen ?? 0, voice),
  });
}
