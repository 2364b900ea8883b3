import { addMonths, type Day, endOfMonth, type Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { type Coverage, type CoverageByPark, coverageByPark } from '../ledger/coverage.js';
import { type ParkOnDay, parksOn } from '../ledger/parks-on.js';
import type { SeenScope } from '../ledger/seen-scope.js';
import { type Levels, levelsByPark } from '../ledger/totals.js';
import { type TrendPoint, trendOf } from '../ledger/trend.js';

/** The day and the position that everything on the dashboard is read as of. */
export type Moment = { asOf: Day; position: number | undefined };

/** Parks of a scope that had opened by the day, in the regions of that day. */
export async function findParks(
  reads: Reads,
  { parkIds }: SeenScope,
  { asOf }: Moment,
): Promise<DashboardPark[]> {
  const parks = await parksOn(reads, asOf);
  return parks.filter(({ id, openedOn }) => parkIds.includes(id) && openedOn <= asOf);
}
export type DashboardPark = ParkOnDay;

export type RegionName = { code: string; nameZh: string; nameEn: string };

/** The counties in their order. */
export function findCounties(reads: Reads): Promise<RegionName[]> {
  return reads.region.findMany({
    where: { kind: { not: 'zone' } },
    select: { code: true, nameZh: true, nameEn: true },
    orderBy: { sequence: 'asc' },
  });
}

export type Totals = {
  levels: Levels;
  coverage: CoverageByPark;
  trends: Record<'ventures' | 'jobs' | 'waived-rent' | 'rent-relief', TrendPoint[]>;
  /** The last whole months, newest first. */
  months: { month: Month; asOf: Day; coverage: Coverage }[];
};

/** How many months of returns are shown. */
const monthsOfReturns = 3;

/** All totals of the dashboard: read from balances, so that they cost the same however many ventures there are. */
export async function readTotals(reads: Reads, parkIds: number[], at: Moment): Promise<Totals> {
  const { asOf, position } = at;
  const levels = await levelsByPark(reads, asOf, position);
  const coverage = await coverageByPark(reads, asOf, position);
  const trend = { parkIds, asOf, position };
  const trends = {
    ventures: await trendOf(reads, { ...trend, measure: 'ventures' }),
    jobs: await trendOf(reads, { ...trend, measure: 'jobs' }),
    'waived-rent': await trendOf(reads, { ...trend, measure: 'waived-rent' }),
    'rent-relief': await trendOf(reads, { ...trend, measure: 'rent-relief' }),
  };
  const months = [{ month: coverage.month, coverage: coverage.sum(parkIds) }];
  for (let back = 1; back < monthsOfReturns; back += 1) {
    const month = addMonths(coverage.month, -back);
    const byPark = await coverageByPark(reads, endOfMonth(month), position);
    months.push({ month, coverage: byPark.sum(parkIds) });
  }
  return {
    levels,
    coverage,
    trends,
    months: months.map((one) => ({ ...one, asOf: endOfMonth(one.month) })),
  };
}
