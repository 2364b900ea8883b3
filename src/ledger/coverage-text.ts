import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import { coverageByPark } from './coverage.js';
import { coverageKind, type Listed } from './measures.js';
import { coverageText } from './present.js';
import { rentCoverageByPark, rentCoverageText, sumRentCoverage } from './rent-coverage.js';

/** What travels with a total, in words: how much of what it rests on is there; null where it rests on no more than itself. */
export async function coverageOfTotal(
  reads: Reads,
  total: { measure: Listed; parkIds: number[]; asOf: Day; position?: number | undefined },
  voice: Voice,
): Promise<string | null> {
  const { measure, parkIds, asOf, position } = total;
  switch (coverageKind(measure)) {
    case 'returns':
      return coverageText((await coverageByPark(reads, asOf, position)).sum(parkIds), voice);
    case 'market-rents':
      return rentCoverageText(
        sumRentCoverage(await rentCoverageByPark(reads, asOf), parkIds),
        voice,
      );
    default:
      return null;
  }
}
