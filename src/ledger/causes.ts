import type { Reads } from '../database/database.js';
import { rentRecordsOf } from './causes/lease-records.js';
import { linesOfLeases } from './causes/leases.js';
import { linesOfPark, readParks } from './causes/parks.js';
import { linesOfSubsidy, readSubsidies } from './causes/subsidies.js';
import { linesOfWaiverMonth, readWaiverMonths } from './causes/waiver-months.js';
import { linesOf } from './lines-of.js';
import type { CauseKind, Line } from './measures.js';
import { recordsOf } from './venture-records.js';

/** Records that make entries: of which kinds, and all the lines that they make. `verify` holds the ledger against them. */
export type Cause = { kinds: readonly CauseKind[] } & (
  | { of: 'parks'; lines: (reads: Reads) => Promise<Line[]> }
  | { of: 'ventures'; lines: (reads: Reads, ventureIds: number[]) => Promise<Line[]> }
);

/** Every kind of record that makes entries, each by a pure function from records to lines. */
export const causes: readonly Cause[] = [
  {
    kinds: ['park'],
    of: 'parks',
    lines: async (reads) => (await readParks(reads)).flatMap(linesOfPark),
  },
  {
    kinds: ['residency', 'jobs-return'],
    of: 'ventures',
    lines: async (reads, ventureIds) => (await recordsOf(reads, ventureIds, '')).flatMap(linesOf),
  },
  {
    kinds: ['waiver-month'],
    of: 'ventures',
    lines: async (reads, ventureIds) =>
      (await readWaiverMonths(reads, ventureIds)).flatMap(linesOfWaiverMonth),
  },
  {
    kinds: ['subsidy-claim', 'payment-line', 'subsidy-repayment'],
    of: 'ventures',
    lines: async (reads, ventureIds) =>
      (await readSubsidies(reads, ventureIds)).flatMap(linesOfSubsidy),
  },
  {
    kinds: ['tenancy'],
    of: 'ventures',
    lines: async (reads, ventureIds) =>
      (await rentRecordsOf(reads, ventureIds)).flatMap(linesOfLeases),
  },
];

/** All lines that the records of some ventures make. */
export async function linesOfVentures(reads: Reads, ventureIds: number[]): Promise<Line[]> {
  const lines: Line[] = [];
  for (const cause of causes)
    if (cause.of === 'ventures') lines.push(...(await cause.lines(reads, ventureIds)));
  return lines;
}

/** All lines that the records of parks themselves make. */
export async function linesOfParks(reads: Reads): Promise<Line[]> {
  const lines: Line[] = [];
  for (const cause of causes) if (cause.of === 'parks') lines.push(...(await cause.lines(reads)));
  return lines;
}
