import { addDays } from '../calendar/days.js';
import { area, month, yuan } from '../language/format.js';
import type { SchedulePart } from './exact-parts.js';
import type { Facts } from './facts.js';
import { amountText, plainYuan, type Voice } from './present-kinds.js';
import { monthsText } from './present-policy.js';
import type { PolicyRules } from './rules.js';
import type { Schedule, ScheduleLine } from './schedule.js';

export type ScheduleRow = {
  /** 2025年2月, or 2025年2月至12月. */
  months: string;
  n: number;
  /** Yuan with two decimals: of each of the months, and of them together. */
  each: string;
  total: string;
  /** Why it is that much: a sentence for each rate that the month has. */
  reasons: string[];
};

/** The schedule with neighbouring months that have one amount for one reason told as one. */
export function presentSchedule(
  { lines }: Schedule,
  { facts, rules }: { facts: Facts; rules: PolicyRules },
  voice: Voice,
): ScheduleRow[] {
  const groups: ScheduleLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && keyOf(group[0] as ScheduleLine) === keyOf(line)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => {
    const [first, last] = [group[0] as ScheduleLine, group.at(-1) as ScheduleLine];
    const why = first.parts.map((part) => reasonText(part, first, { facts, rules }, voice));
    const closes =
      last === lines.at(-1) && isClosing(last, lines) ? [voice.say('policies.reason.closes')] : [];
    return {
      months: rangeText(first.month, last.month, voice),
      n: group.length,
      each: yuan(first.fen, voice.lang),
      total: yuan(
        group.reduce((sum, { fen }) => sum + fen, 0),
        voice.lang,
      ),
      reasons: [...why, ...closes],
    };
  });
}

/** Months that are told alike: days matter where not all of them count, or where each counts by itself. */
function keyOf(line: ScheduleLine): string {
  const isWhole = line.days === line.daysInMonth && line.parts.length === 1;
  const parts = line.parts.map(({ clause, rate, caps, days }) => {
    const isByDay = rate.kind === 'area' && rate.per === 'day';
    return [clause, rate, caps, isWhole && !isByDay ? null : [days, line.daysInMonth]];
  });
  return JSON.stringify([line.fen, parts]);
}

/** The last month, where another one with the same reason has another amount: it closes the sum. */
function isClosing(last: ScheduleLine, lines: ScheduleLine[]): boolean {
  const alike = (line: ScheduleLine) => keyOf({ ...line, fen: 0 }) === keyOf({ ...last, fen: 0 });
  return lines.some((line) => alike(line) && line.fen !== last.fen);
}

function rangeText(from: string, to: string, { say, lang }: Voice): string {
  if (from === to) return month(from, lang);
  return say('policies.reason.range', { from: month(from, lang), to: month(to, lang) });
}

function reasonText(
  part: SchedulePart,
  line: ScheduleLine,
  { facts, rules }: { facts: Facts; rules: PolicyRules },
  voice: Voice,
): string {
  const { say } = voice;
  const tier = rules.tiers.find(
    (one) =>
      one.clause === part.clause &&
      JSON.stringify(one.amount) === JSON.stringify(part.rate) &&
      one.fromMonth <= part.benefitMonth &&
      part.benefitMonth <= one.toMonth,
  );
  const rule = say('policies.reason.rule', {
    months: tier ? monthsText(tier, rules.months, voice) : say('policies.tier.all'),
    amount: amountText(part.rate, voice),
    clause: part.clause,
  });
  const countsDays = part.rate.kind === 'area' && part.rate.per === 'day';
  const isWhole = part.days === line.daysInMonth;
  const days =
    isWhole || countsDays
      ? ''
      : say('policies.reason.days', { n: part.days, of: line.daysInMonth });
  const dates = line.parts.length === 1 ? '' : datesText(part, voice);
  const caps = part.caps.flatMap((cap) =>
    cap === 'area' ? [] : [capText(cap, rules, facts, voice)],
  );
  const sum = `${sumText(part, line, facts, voice)}${days}`;
  return say('policies.reason', {
    dates,
    rule,
    sum: [sum, ...caps].join(say('policies.reason.join')),
  });
}

function datesText({ from, to }: SchedulePart, { say }: Voice): string {
  const dayOf = (day: string) => Number(day.slice(8));
  return say('policies.reason.dates', { from: dayOf(from), to: dayOf(addDays(to, -1)) });
}

/** What is multiplied, without the days. */
function sumText(part: SchedulePart, line: ScheduleLine, facts: Facts, voice: Voice): string {
  const { say, lang } = voice;
  const { rate } = part;
  const counted = area(line.areaCounted, lang);
  const rent = plainYuan(line.rent, voice);
  const all = area(facts.premises.area, lang);
  if (rate.kind === 'fixed')
    return say('policies.reason.fixed', { yuan: plainYuan(rate.fen, voice) });
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
  { caps }: PolicyRules,
  { premises }: Facts,
  voice: Voice,
): string {
  const fen = {
    ...{ rent: premises.rent, month: caps.fenByMonth, year: caps.fenByYear },
    ...{ person: caps.fenByPerson, venture: caps.fenByVenture },
  }[cap];
  return voice.say(`policies.reason.cap-${cap}`, { yuan: plainYuan(fen ?? 0, voice) });
}
