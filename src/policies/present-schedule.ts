import { month, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Facts } from './facts.js';
import { reasonText } from './present-reason.js';
import { remainingOf } from './remaining.js';
import { isSum, type PolicyRules } from './rules.js';
import type { Schedule, ScheduleLine } from './schedule.js';

export type ScheduleRow = {
  /** 2025年2月, or 2025年2月至12月. */
  months: string;
  n: number;
  /** Yuan with two decimals: of each of the months, and of them together. */
  each: string;
  /** Of each of the months: the rent that is due, and what of it remains to be paid. */
  rent: string;
  remains: string;
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
  for (const [index, line] of lines.entries()) {
    if (isAside(line, lines)) continue;
    const group = groups.at(-1);
    // Two sums that lie a year apart are no range of months.
    const isNext = group !== undefined && group.at(-1) === lines[index - 1];
    if (isNext && keyOf(group[0] as ScheduleLine) === keyOf(line)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => {
    const [first, last] = [group[0] as ScheduleLine, group.at(-1) as ScheduleLine];
    const remaining = remainingOf(first);
    const why = first.parts
      .filter(isTold)
      .map((part) => reasonText(part, first, { facts, rules }, voice));
    const closes =
      last === lines.at(-1) && isClosing(last, lines) ? [voice.say('policies.reason.closes')] : [];
    return {
      months: rangeText(first.month, last.month, voice),
      n: group.length,
      each: yuan(first.fen, voice.lang),
      rent: yuan(remaining.rent, voice.lang),
      remains: yuan(remaining.remains, voice.lang),
      total: yuan(
        group.reduce((sum, { fen }) => sum + fen, 0),
        voice.lang,
      ),
      reasons: [...why, ...closes],
    };
  });
}

/** Of a sum only the days are told in which it stands. */
const isTold = ({ rate, lump }: ScheduleLine['parts'][number]): boolean =>
  !isSum(rate) || lump !== undefined;

/** A month in which nothing stands, as the sum stands in another. */
const isAside = (line: ScheduleLine, lines: ScheduleLine[]): boolean =>
  line.fen === 0 && !line.parts.some(isTold) && lines.some(({ fen }) => fen > 0);

/** Months that are told alike: days matter where not all of them count, or where each counts by itself. */
function keyOf(line: ScheduleLine): string {
  const isWhole = line.days === line.daysInMonth && line.parts.length === 1;
  const parts = line.parts.map(({ clause, rate, caps, days, lump }) => {
    const isByDay = rate.kind === 'area' && rate.per === 'day';
    if (lump) return [clause, rate, caps, lump];
    return [clause, rate, caps, isWhole && !isByDay ? null : [days, line.daysInMonth]];
  });
  return JSON.stringify([line.fen, line.due, parts]);
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
