import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import { coverageByPark } from './coverage.js';
import { coverageKind, type Listed, workerKindOf } from './measures.js';
import { coverageText } from './present.js';
import { rentCoverageByPark, rentCoverageText, sumRentCoverage } from './rent-coverage.js';
import { headPosition } from './totals.js';
import { kindCoverage, kindCoverageText } from './workers-coverage.js';

type Totals = { parkIds: number[]; asOf: Day; position?: number | undefined };
type Total = Totals & { measure: Listed };

/** What travels with a total, in words: how much of what it rests on is there; null where it rests on no more than itself. */
export async function coverageOfTotal(
  reads: Reads,
  { measure, ...of }: Total,
  voice: Voice,
): Promise<string | null> {
  return (await coveragesOfTotals(reads, [measure], of, voice))[0] ?? null;
}

/** The same for several measures of the same parks and day, in their order: what they rest on together is read once. */
export async function coveragesOfTotals(
  reads: Reads,
  measures: readonly Listed[],
  { parkIds, asOf, position }: Totals,
  voice: Voice,
): Promise<(string | null)[]> {
  const kinds = measures.map(coverageKind);
  const returns =
    kinds.includes('returns') || kinds.includes('workers')
      ? coverageText((await coverageByPark(reads, asOf, position)).sum(parkIds), voice)
      : null;
  const isOfBefore = position !== undefined && position < (await headPosition(reads));
  const textOf = async (measure: Listed): Promise<string | null> => {
    switch (coverageKind(measure)) {
      case 'returns':
        return returns;
      case 'workers': {
        const kind = workerKindOf(measure);
        if (returns === null || isOfBefore || kind === undefined) return returns;
        const stated = await kindCoverage(reads, kind, { parkIds, asOf });
        return `${returns}${kindCoverageText(stated, voice)}`;
      }
      case 'market-rents': {
        const rents = await rentCoverageByPark(reads, asOf);
        return rentCoverageText(sumRentCoverage(rents, parkIds), voice);
      }
      default:
        return null;
    }
  };
  const texts: (string | null)[] = [];
  for (const measure of measures) texts.push(await textOf(measure));
  return texts;
}
