import { type Day, daysBetween, endOfMonth, type Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { day, month as monthText } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { closedAmong } from '../ledger/closed-months.js';
import { type CoverageByPark, coverageByPark } from '../ledger/coverage.js';
import type { Viewer } from '../people/viewer.js';
import { type ParkWithRegion, parksToFilterBy } from '../ventures/park-choices.js';
import { parkName } from '../ventures/residency-present.js';
import { returnHref } from './asked-return.js';
import { type Progress, progressOf } from './park-progress.js';
import { dueOn, type ReturnRules, readRules } from './return-rules.js';
import { monthsOwed } from './waiting-returns.js';

/** A return that is not in, near its due day or past it: fewer than no days are left of one that is overdue. */
export type Owed = { parkId: number; month: Month; due: Day; left: number };

type Known = { rules: ReturnRules; progress: Map<number, Progress>; coverage: CoverageByPark };

/**
 * The returns of an open month that parks owe (应报未报), from so many days before the due day until they are in. A month
 * that was skipped owes none, nor does one whose ventures all filed one by one.
 */
export function owedOf(month: Month, { rules, progress, coverage }: Known, now: Day): Owed[] {
  const due = dueOn(month, rules);
  const left = daysBetween(now, due);
  if (left > rules.remindDays) return [];
  return openAmong(progress).flatMap(({ parkId, monthly }) => {
    const { due: ventures, carried } = coverage.of(parkId);
    const isAllIn = monthly === null && carried === 0;
    return ventures > 0 && !isAllIn ? [{ parkId, month, due, left }] : [];
  });
}

const openAmong = (progress: Map<number, Progress>): Progress[] =>
  [...progress.values()].filter(
    ({ timeliness }) => timeliness === 'waiting' || timeliness === 'overdue',
  );

/** The same of all months that may be owed, closed ones left out. */
export async function owedReturns(reads: Reads, parkIds: number[], now: Day): Promise<Owed[]> {
  const rules = await readRules(reads);
  const months = monthsOwed(now);
  const closed = await closedAmong(reads, months);
  const owed: Owed[] = [];
  for (const month of months.filter((text) => !closed.includes(text))) {
    const progress = await progressOf(reads, parkIds, month, { rules, now });
    if (openAmong(progress).length === 0) continue;
    const coverage = await coverageByPark(reads, endOfMonth(month));
    owed.push(...owedOf(month, { rules, progress, coverage }, now));
  }
  return owed;
}

/** What a manager is reminded of on the dashboard, each with the way to its grid. */
export async function ownReminders(reads: Reads, viewer: Viewer, now: Day, voice: Voice) {
  if (viewer.role !== 'park-manager') return [];
  const parks = await parksToFilterBy(reads, viewer);
  const ids = parks.map(({ id }) => id);
  const owed = await owedReturns(reads, ids, now);
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
          park: parkName(park, lang),
          month: monthText(month, lang),
        }),
        text: say(left < 0 ? 'returns.reminder.overdue' : 'returns.reminder.soon', values),
        href: returnHref(month, park.number),
      },
    ];
  });
}
