import { type Day, systemClock, today } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { inTurns } from '../policies/in-turns.js';
import { type DecidedCase, decidedCases } from './decided-cases.js';
import { auditLeases, type LeaseParity } from './leases-without-case.js';
import { median, type Outlier, outliersOf, type ParkTally } from './outliers.js';
import { type Difference, type NamedPark, replay } from './replay.js';

/** A case whose stored decision differs from its assessment, or comes out differently in another park. */
export type DifferingCase = {
  number: string;
  parkId: number;
  decision: 'grant' | 'refuse';
  /** In fen: what was decided. */
  total: number;
  differences: Difference[];
};

export type ParkParity = Omit<ParkTally, 'days'> & {
  /** null where there are none that can be counted. */
  medianDays: number | null;
  /** The cases behind its number of days, the longest first. */
  longest: { number: string; days: number }[];
  refusals: string[];
  corrections: string[];
};

export type Audit = {
  cases: number;
  /** How often a case was assessed again, its own park and the others. */
  replays: number;
  differing: DifferingCase[];
  parks: ParkParity[];
  outliers: Outlier[];
  /** Who pays no rent without a case, park by park; not in runs of before leases were looked at. */
  leases?: LeaseParity[];
};

/** How many cases of a park are named for each of its numbers. */
const NAMED = 20;

/**
 * Assesses every decided case again under the version it was decided by, in the name of each park, and compares
 * outcome, months, proof asked and working days taken across parks. The stored decisions stay as they are.
 * Ventures that pay no rent by their lease alone are looked at on the day given.
 * @param progress is told how many cases are done
 */
export async function audit(
  reads: Reads,
  progress: (done: number) => void = () => {},
  on: Day = today(systemClock.now()),
): Promise<Audit> {
  const parks: NamedPark[] = await reads.park.findMany({
    select: { id: true, number: true, nameZh: true, nameEn: true },
    orderBy: { number: 'asc' },
  });
  const parkOf = new Map(parks.map((park) => [park.id, park]));
  const differing: DifferingCase[] = [];
  const casesOf = new Map<number, CaseSummary[]>(parks.map(({ id }) => [id, []]));
  const pause = inTurns();
  let done = 0;
  for await (const batch of decidedCases(reads)) {
    for (const application of batch) {
      const own = parkOf.get(application.parkId);
      if (!own) throw new Error(`case ${application.number} is of no park`);
      const differences = replay(application, own, parks);
      if (differences.length > 0) differing.push(differingCase(application, differences));
      casesOf.get(application.parkId)?.push(application);
      done += 1;
      await pause();
    }
    progress(done);
  }
  const tallies = [...casesOf].map(([parkId, cases]) => tallyOf(parkId, cases));
  return {
    cases: done,
    replays: done * parks.length,
    differing,
    parks: [...casesOf].map(([parkId, cases]) => parityOf(tallyOf(parkId, cases), cases)),
    outliers: outliersOf(tallies),
    leases: await auditLeases(
      reads,
      on,
      parks.map(({ id }) => id),
    ),
  };
}

type CaseSummary = Pick<DecidedCase, 'number' | 'decision' | 'days' | 'corrections'>;

const differingCase = (application: DecidedCase, differences: Difference[]): DifferingCase => ({
  number: application.number,
  parkId: application.parkId,
  decision: application.decision,
  differences,
  total: application.decision === 'grant' ? application.outcome.total : 0,
});

const tallyOf = (parkId: number, cases: CaseSummary[]): ParkTally => ({
  parkId,
  cases: cases.length,
  refused: cases.filter(({ decision }) => decision === 'refuse').length,
  corrected: cases.filter(({ corrections }) => corrections > 0).length,
  days: cases.flatMap(({ days }) => days ?? []),
});

function parityOf({ days, ...tally }: ParkTally, cases: CaseSummary[]): ParkParity {
  const numbers = (of: (item: CaseSummary) => boolean) =>
    cases
      .filter(of)
      .slice(-NAMED)
      .map(({ number }) => number);
  const longest = cases
    .flatMap(({ number, days: taken }) => (taken === null ? [] : [{ number, days: taken }]))
    .sort((a, b) => b.days - a.days)
    .slice(0, NAMED);
  return {
    ...tally,
    medianDays: median(days),
    longest,
    refusals: numbers(({ decision }) => decision === 'refuse'),
    corrections: numbers(({ corrections }) => corrections > 0),
  };
}
