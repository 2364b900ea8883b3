import {
  addMonths,
  type Day,
  daysBetween,
  endOfMonth,
  lastWholeMonth,
  type Month,
} from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { day, month as monthText } from '../language/format.js';
import { closedAmong } from '../ledger/closed-months.js';
import { coverageByPark } from '../ledger/coverage.js';
import type { Voice } from '../ledger/present.js';
import type { Viewer } from '../people/viewer.js';
import { type ParkWithRegion, parksToFilterBy } from '../ventures/park-choices.js';
import { parkName } from '../ventures/residency-present.js';
import { returnHref } from './asked-return.js';
import { progressOf } from './park-progress.js';
import { dueOn, readRules } from './return-rules.js';

/** A return that is not in, near its due day or past it: negative days are left of one that is overdue. */
export type Owed = { parkId: number; month: Month; due: Day; left: number };

/**
 * The returns of a month that parks owe (应报未报), from so many days before the due day until they are in. A month that
 * was skipped or is closed owes none, nor does one whose ventures all filed one by one.
 */
export async function owedReturns(
  reads: Reads,
  parkIds: number[],
  month: Month,
  now: Day,
): Promise<Owed[]> {
  const rules = await readRules(reads);
  const due = dueOn(month, rules);
  const left = daysBetween(now, due);
  if (left > rules.remindDays || (await closedAmong(reads, [month])).length > 0) return [];
  const progress = await progressOf(reads, parkIds, month, { rules, now });
  const coverage = await coverageByPark(reads, endOfMonth(month));
  return parkIds.flatMap((parkId) => {
    const { monthly, timeliness } = progress.get(parkId) ?? { monthly: null, timeliness: null };
    const { due: ventures, carried } = coverage.of(parkId);
    const isOpen = timeliness === 'waiting' || timeliness === 'overdue';
    const isAllIn = monthly === null && carried === 0;
    return isOpen && ventures > 0 && !isAllIn ? [{ parkId, month, due, left }] : [];
  });
}

/** The months that may still be owed: the last that is over, and the one before it, which can only be overdue. */
export const monthsOwed = (now: Day): Month[] => {
  const last = lastWholeMonth(now);
  return [last, addMonths(last, -1)];
};

/** What a manager is reminded of on the dashboard, each with the way to its grid. */
export async function ownReminders(reads: Reads, viewer: Viewer, now: Day, voice: Voice) {
  if (viewer.role !== 'park-manager') return [];
  const parks = await parksToFilterBy(reads, viewer);
  const ids = parks.map(({ id }) => id);
  const owed = [];
  for (const month of monthsOwed(now)) owed.push(...(await owedReturns(reads, ids, month, now)));
  return presentOwed(owed, parks, voice);
}

export function presentOwed(owed: Owed[], parks: ParkWithRegion[], { say, lang }: Voice) {
  const of = new Map(parks.map((park) => [park.id, park]));
  return owed.flatMap(({ parkId, month, due, left }) => {
    const park = of.get(parkId);
    if (!park) return [];
    const values = { day: day(due, lang), days: Math.abs(left) };
    return [
      {
        title: say('returns.reminder.title', {
          ...{ park: parkName(park, lang), month: monthText(month, lang) },
        }),
        text: say(left < 0 ? 'returns.reminder.overdue' : 'returns.reminder.soon', values),
        href: returnHref(month, park.number),
      },
    ];
  });
}
