import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { countyOf } from '../ledger/counties.js';
import { type CoverageByPark, coverageByPark } from '../ledger/coverage.js';
import { parksOn } from '../ledger/parks-on.js';
import { rentCoverageByPark, sumRentCoverage } from '../ledger/rent-coverage.js';
import { headPosition, type Levels, levelsByPark } from '../ledger/totals.js';
import {
  byName,
  type PlaceName,
  type PublicName,
  placeMeasures,
  publicMeasures,
} from './public-measures.js';
import type { TotalsAnswer } from './schemas.js';

/** The public totals as of a day: the network, its counties as of that day and its parks; those that had not opened are left out. */
export async function networkTotals(
  reads: Reads,
  asOf: Day,
  rentsByPark = (day: Day) => rentCoverageByPark(reads, day),
): Promise<TotalsAnswer> {
  const position = await headPosition(reads);
  const levels = await levelsByPark(reads, asOf);
  const coverage = await coverageByPark(reads, asOf);
  const parks = (await parksOn(reads, asOf)).filter(({ openedOn }) => openedOn <= asOf);
  const counties = await reads.region.findMany({
    where: { kind: { not: 'zone' } },
    orderBy: { sequence: 'asc' },
  });
  const idsIn = (code: string) =>
    parks.filter(({ region }) => countyOf(region) === code).map(({ id }) => id);
  const all = parks.map(({ id }) => id);
  const sum = (ids: number[]) => sumOf(levels, coverage, ids);
  return {
    asOf,
    position,
    network: {
      ...byName<PublicName, number>(publicMeasures, ({ measure }) => levels.sum(measure, all)),
      coverage: coverage.sum(all),
      marketRents: sumRentCoverage(await rentsByPark(asOf), all),
    },
    regions: counties
      .filter(({ code, kind }) => kind === 'county' || idsIn(code).length > 0)
      .map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn, ...sum(idsIn(code)) })),
    parks: parks.map(({ id, number, nameZh, nameEn, region }) => ({
      number,
      nameZh,
      nameEn,
      regionCode: countyOf(region),
      ...sum([id]),
    })),
  };
}

function sumOf(levels: Levels, coverage: CoverageByPark, ids: number[]) {
  const amounts = byName<PlaceName, number>(placeMeasures, ({ measure }) =>
    levels.sum(measure, ids),
  );
  return { ...amounts, coverage: coverage.sum(ids) };
}
