import {
  addMonths,
  type Day,
  endOfMonth,
  lastWholeMonth,
  type Month,
  monthsBetween,
} from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Listed } from './measures.js';
import { changesByMonth } from './totals.js';

/** The level of a stock at the end of a month, and its day; and what the month itself added. */
export type TrendPoint = { month: Month; asOf: Day; level: number; change: number };

/** At most so many months are shown. */
const longest = 24;

/**
 * The levels of a stock at the ends of the last whole months up to a day, oldest first, from the first
 * month that had any.
 */
export async function trendOf(
  reads: Reads,
  query: { measure: Listed; parkIds: number[]; asOf: Day; position?: number | undefined },
): Promise<TrendPoint[]> {
  const changes = await changesByMonth(reads, query);
  const last = lastWholeMonth(query.asOf);
  const began = [...changes.keys()].reduce((a, b) => (a < b ? a : b), addMonths(last, 1));
  const shownFrom = addMonths(last, 1 - longest);
  let level = 0;
  const points = monthsBetween(began, last).map((month) => {
    const change = changes.get(month) ?? 0;
    level += change;
    return { month, asOf: endOfMonth(month), level, change };
  });
  return points.filter(({ month }) => month >= shownFrom);
}
