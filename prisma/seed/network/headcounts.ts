import {
  addMonths,
  type Day,
  endOfMonth,
  lastWholeMonth,
  type Month,
  monthOf,
  monthsBetween,
} from '../../../src/calendar/days.js';
import type { Profile } from './profiles.js';
import type { Random } from './random.js';
import { lastDay, reportDay, type Shape } from './shape.js';
import type { Stay } from './stays.js';

/** A return as it ends up; `slip` is how far off it was before its correction. */
export type PlannedReturn = {
  month: Month;
  headcount: number;
  /** The month in which it is filed. */
  filedIn: Month;
  corrected: { slip: number; inMonth: Month } | null;
};

export const december = lastWholeMonth(reportDay);
const lastMonth = lastWholeMonth(lastDay);

/** The returns of one venture, month by month; blank months are missing, late ones are filed in a later month. */
export function planReturns(
  random: Random,
  profile: Profile,
  stay: Stay,
  shape: Shape,
): PlannedReturn[] {
  if (stay.beganOn === null) return [];
  const months = monthsBetween(monthOf(stay.beganOn), lastMonth).filter(
    (month) => isDue(month, shape) && (stay.left === null || endOfMonth(month) < stay.left.on),
  );
  let size = firstSize(random, profile);
  return months.flatMap((month, index) => {
    size = Math.max(0, size * (1 + (random.next() - 0.44) * 0.09) + (random.next() - 0.47) * 0.5);
    const headcount = Math.round(size * season(profile, month));
    const isSure = month === december || index === 0;
    if (!isSure && random.chance(0.035)) return [];
    return [filing(random, month, headcount, index > 0)];
  });
}

const isDue = (month: Month, { quarterlyUntil }: Shape): boolean =>
  month > quarterlyUntil || Number(month.slice(5)) % 3 === 0;

/** How many people a venture begins with. */
function firstSize(random: Random, { legalForm, pattern }: Profile): number {
  const spread = 0.38 + random.next() ** 2 * 2.95;
  switch (legalForm) {
    case 'firm':
      return pattern.people * spread;
    case 'sole-trader':
      return Math.min(11, pattern.people * spread * 0.45);
    case 'cooperative':
      return pattern.people * spread * 0.9;
    case 'non-profit':
      return 2 + random.whole(0, 6);
    case 'team':
      return random.whole(0, 5);
  }
}

function season({ pattern }: Profile, month: Month): number {
  return pattern.isSeasonal && ['06', '07', '08', '09'].includes(month.slice(5)) ? 1.25 : 1;
}

function filing(
  random: Random,
  month: Month,
  headcount: number,
  canBeLate: boolean,
): PlannedReturn {
  const onTime = addMonths(month, 1);
  const filed = { month, headcount, filedIn: onTime, corrected: null };
  if (canBeLate && month < '2026-08' && random.chance(0.04)) {
    return { ...filed, filedIn: addMonths(month, random.whole(2, 3)) };
  }
  if (headcount >= 4 && month < '2026-09' && random.chance(0.015)) {
    const slip = random.pick([-3, -2, -1, 1, 2]);
    return { ...filed, corrected: { slip, inMonth: addMonths(month, 2) } };
  }
  return filed;
}

/** The people that a venture counts on a day: its newest return of an earlier month, while it is in a park. */
export function jobsOn(day: Day, stay: Stay, returns: PlannedReturn[]): number {
  if (stay.beganOn === null || stay.beganOn > day || (stay.left && stay.left.on <= day)) return 0;
  return returns.findLast((filed) => endOfMonth(filed.month) <= day)?.headcount ?? 0;
}
