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

export async function thresholdsNow(reads: Reads): Promise<Thresholds> {
  const set = await reads.threshold.findMany();
  const own = new Map(set.map(({ key, value }) => [key, value]));
  return Object.fromEntries(
    thresholdKeys.map((key) => [key, own.get(key) ?? firstThresholds[key]]),
  ) as Thresholds;
}
