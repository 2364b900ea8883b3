import type { Reads } from '../database/database.js';
import { breakdown, type Share } from '../ledger/breakdown.js';
import { type RentCoverage, rentCoverageByPark } from '../ledger/rent-coverage.js';
import { type ParkShare, sharesByPark, sharesOf } from '../ledger/shares-by-park.js';
import { type Premises, premisesByVillage, sumPremises } from '../parks/premises.js';
import { thresholdsOn } from '../parks/thresholds.js';
import { countReach, type Reach } from '../visits/reach.js';
import { BoundedCache } from '../web/bounded-cache.js';
import type { Moment } from './queries.js';

/** What is counted row by row. */
export type Panels = {
  shares: Share[];
  /** Null as of an earlier position: tenancies are known as they stand now. */
  premises: Premises | null;
  /** Null as of an earlier position too: visits are no entries of the ledger. */
  reach: Reach | null;
  /** Of which leases the market rent is known, by park; null as of an earlier position, as the leases are known now. */
  rents: Map<number, RentCoverage> | null;
};

export type ReadPanels = (mark: string, parkIds: number[], at: Moment) => Promise<Panels>;

/**
 * Counts once for each state of the register, so that showing them again costs nothing.
 * The mark is of the register without its headcounts, as registerState tells it.
 */
export function rememberPanels(reads: Reads): ReadPanels {
  const counted = new BoundedCache<Panels>(200);
  const ofParks = new BoundedCache<ParkShare[]>(20);
  return (mark, parkIds, at) => {
    const key = JSON.stringify([mark, at.asOf, at.position ?? null, parkIds]);
    const shares = () => ofParks.get(`${mark} ${at.asOf}`, () => sharesByPark(reads, at.asOf));
    return counted.get(key, () => countPanels(reads, parkIds, at, shares));
  };
}

async function countPanels(
  reads: Reads,
  parkIds: number[],
  at: Moment,
  ofParks: () => Promise<ParkShare[]>,
): Promise<Panels> {
  const { asOf, position } = at;
  if (position !== undefined) {
    const shares = await breakdown(reads, { parkIds, asOf, position });
    return { shares, premises: null, reach: null, rents: null };
  }
  const shares = sharesOf(await ofParks(), parkIds);
  const villages = await premisesByVillage(reads, asOf);
  const own = villages.filter(({ parkId }) => parkIds.includes(parkId));
  const overdueDays = (await thresholdsOn(reads, asOf))['visit-days'];
  const reach = await countReach(reads, { parkIds, asOf, overdueDays });
  const rents = await rentCoverageByPark(reads, asOf);
  return { shares, premises: sumPremises(own), reach, rents };
}
