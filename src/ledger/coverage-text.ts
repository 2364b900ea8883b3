import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import { coverageByPark } from './coverage.js';
import { coverageKind, type Listed, workerKindOf } from './measures.js';
import { coverageText } from './present.js';
import { rentCoverageByPark, rentCoverageText, sumRentCoverage } from './rent-coverage.js';
import { headPosition } from './totals.js';
import { countStating } from './workers-coverage.js';

type Total = { measure: Listed; parkIds: number[]; asOf: Day; position?: number | undefined };

/** What travels with a total, in words: how much of what it rests on is there; null where it rests on no more than itself. */
export async function coverageOfTotal(
  reads: Reads,
  total: Total,
  voice: Voice,
): Promise<string | null> {
  const { measure, parkIds, asOf, position } = total;
  switch (coverageKind(measure)) {
    case 'returns':
      return coverageText((await coverageByPark(reads, asOf, position)).sum(parkIds), voice);
    case 'workers':
      return workersText(reads, total, voice);
    case 'market-rents':
      return rentCoverageText(
        sumRentCoverage(await rentCoverageByPark(reads, asOf), parkIds),
        voice,
      );
    default:
      return null;
  }
}

/** The returns of the month, and at the newest position how many of them state the kind. */
async function workersText(reads: Reads, total: Total, voice: Voice): Promise<string | null> {
  const { measure, parkIds, asOf, position } = total;
  const returns = coverageText((await coverageByPark(reads, asOf, position)).sum(parkIds), voice);
  const kind = workerKindOf(measure);
  const isOfBefore = position !== undefined && position < (await headPosition(reads));
  if (returns === null || isOfBefore || kind === undefined) return returns;
  const stating = await countStating(reads, kind, { parkIds, asOf });
  return `${returns}${voice.say('ledger.coverage.stating', { stating })}`;
}
