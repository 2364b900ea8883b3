import { z } from 'zod';
import {
  addMonths,
  type Day,
  endOfMonth,
  firstOf,
  isMonth,
  lastWholeMonth,
  type Month,
  monthOf,
  monthsBetween,
} from '../calendar/days.js';
import { month as monthText } from '../language/format.js';
import type { Say } from '../language/say.js';
import type { Lang } from '../language/words.js';

export const periodKinds = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A month, a quarter or a year; `asOf` is its last day, or today in one that is not over. */
export type Period = { text: string; kind: PeriodKind; from: Day; asOf: Day; isOver: boolean };

/** No programme of this kind is older than the century: an earlier year is mistyped, not a year of nothing. */
const patterns: Record<PeriodKind, RegExp> = {
  month: /^20\d{2}-\d{2}$/,
  quarter: /^20\d{2}-Q[1-4]$/,
  year: /^20\d{2}$/,
};

/** The period that a text names, or null: 2025-01, 2025-Q1, 2025. One that has not begun is none. */
export function periodOf(text: string, now: Day): Period | null {
  const kind = periodKinds.find((value) => patterns[value].test(text));
  if (!kind) return null;
  const first = firstMonth(text, kind);
  if (!isMonth(first) || firstOf(first) > now) return null;
  const end = endOfMonth(addMonths(first, { month: 1, quarter: 3, year: 12 }[kind] - 1));
  return { text, kind, from: firstOf(first), asOf: end < now ? end : now, isOver: end <= now };
}

function firstMonth(text: string, kind: PeriodKind): Month {
  if (kind === 'month') return text;
  if (kind === 'year') return `${text}-01`;
  const quarter = Number(text.slice(6));
  return `${text.slice(0, 4)}-${String(quarter * 3 - 2).padStart(2, '0')}`;
}

/** The period of a kind that a month lies in. */
export function periodWith(month: Month, kind: PeriodKind): string {
  if (kind === 'month') return month;
  const year = month.slice(0, 4);
  return kind === 'year' ? year : `${year}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

/** The newest period of a kind that is over at a day. */
export function lastPeriod(kind: PeriodKind, now: Day): string {
  const month = lastWholeMonth(now);
  const newest = periodOf(periodWith(month, kind), now);
  if (newest?.isOver) return newest.text;
  return periodWith(addMonths(month, kind === 'year' ? -12 : -3), kind);
}

/** The one before: the same kind, as long. */
export const periodBefore = ({ from, kind }: Period): string =>
  periodWith(addMonths(monthOf(from), -1), kind);

/** The same month or quarter of the year before; a year has no other than the one before it. */
export const periodYearBefore = ({ from, kind }: Period): string | null =>
  kind === 'year' ? null : periodWith(addMonths(monthOf(from), -12), kind);

export function periodName(
  { text, kind }: Pick<Period, 'text' | 'kind'>,
  say: Say,
  lang: Lang,
): string {
  if (kind === 'month') return monthText(text, lang);
  if (kind === 'year') return say('reports.period.year', { year: text });
  return say('reports.period.quarter', { year: text.slice(0, 4), quarter: text.slice(6) });
}

/** What can be chosen: the newest first, the one under way too. */
export function periodChoices(kinds: readonly PeriodKind[], now: Day): string[] {
  const most: Record<PeriodKind, number> = { month: 24, quarter: 12, year: 4 };
  return kinds.flatMap((kind) => {
    const step = { month: 1, quarter: 3, year: 12 }[kind];
    return Array.from({ length: most[kind] }, (_, i) =>
      periodWith(addMonths(monthOf(now), -i * step), kind),
    );
  });
}

export const periodField = (now: Day) =>
  z.string().refine((text) => periodOf(text, now) !== null, 'reports.period.none');

/** The months for whose ends returns are owed: the one under way has not come to its end, unless it alone is asked for. */
export function monthsOwed({ from, asOf }: { from: Day; asOf: Day }): { from: Day; asOf: Day }[] {
  const all = monthsBetween(monthOf(from), monthOf(asOf)).map((month) => ({
    from: firstOf(month),
    asOf: endOfMonth(month),
  }));
  const [only] = all;
  if (only && all.length === 1) return [{ from, asOf }];
  return all.filter((month) => month.asOf <= asOf);
}
