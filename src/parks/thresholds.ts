import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';

/**
 * The standards of the park evaluation until the bureau sets its own. Ventures; shares in hundredths of a per cent;
 * jobs a venture in hundredths; services a month; the longest stay in months. And the days after which somebody has
 * to be in touch with a venture again.
 */
export const firstThresholds = {
  ventures: 10,
  survival: 8000,
  'on-time': 7000,
  use: 7000,
  'jobs-each': 500,
  activities: 1,
  reach: 6000,
  'stay-months': 36,
  'visit-days': 60,
} as const;
export type ThresholdKey = keyof typeof firstThresholds;
export const thresholdKeys = Object.keys(firstThresholds) as ThresholdKey[];
export type Thresholds = Record<ThresholdKey, number>;

/** The standards of any day: what one was until a change, and what it has been since. */
export async function thresholdsByDay(reads: Reads): Promise<(day: Day) => Thresholds> {
  const rows = await reads.threshold.findMany();
  const earlier = await reads.earlierThreshold.findMany({ orderBy: { changedOn: 'asc' } });
  const now = new Map(rows.map(({ key, value }) => [key, value]));
  const on = (key: ThresholdKey, day: Day): number =>
    earlier.find((row) => row.key === key && row.changedOn > day)?.value ??
    now.get(key) ??
    firstThresholds[key];
  return (day) => Object.fromEntries(thresholdKeys.map((key) => [key, on(key, day)])) as Thresholds;
}

export const thresholdsOn = async (reads: Reads, day: Day): Promise<Thresholds> =>
  (await thresholdsByDay(reads))(day);
