import type { Reads } from '../database/database.js';
import { coverageByPark } from '../ledger/coverage.js';
import { recordSummary } from '../ledger/record-list.js';
import { isUnstated } from '../ledger/unstated.js';
import {
  type ComputedFigure,
  computeFigure,
  type FigureQuery,
  recordQuery,
} from './compute-figure.js';
import type { Edition, PublishedFigure } from './published-queries.js';

/** What came out otherwise than it was published; empty where an edition is computed again exactly. */
export type Differing = 'value' | 'members' | 'coverage';

export type EditionCheck = { recomputed: ComputedFigure; differing: Differing[] };

/** Computes an edition again, over the parks and at the position that it was published with. */
export async function checkEdition(
  reads: Reads,
  { measure, asOf, month }: PublishedFigure,
  edition: Edition,
): Promise<EditionCheck> {
  const { parkIds, position, publishedAt } = edition;
  const query = { measure, parkIds, asOf, month, position, publishedAt };
  const recomputed = await computeFigure(reads, query);
  const differing: Differing[] = [];
  if (recomputed.value !== edition.value) differing.push('value');
  const sameMembers =
    recomputed.members === edition.members && recomputed.membersHash === edition.membersHash;
  if (!sameMembers) differing.push('members');
  if (!(await isSameCoverage(reads, query, recomputed.coverage, edition.coverage)))
    differing.push('coverage');
  return { recomputed, differing };
}

/** Editions of before 28 November 2026 count as reported every park with a return, and stay as they were published. */
async function isSameCoverage(
  reads: Reads,
  { asOf, position, parkIds }: Pick<FigureQuery, 'asOf' | 'position' | 'parkIds'>,
  now: ComputedFigure['coverage'],
  published: ComputedFigure['coverage'],
): Promise<boolean> {
  if (now === null || published === null) return now === published;
  const names = Object.keys(now) as (keyof typeof now)[];
  const differing = names.filter((name) => now[name] !== published[name]);
  if (differing.some((name) => name !== 'parksReporting')) return false;
  if (differing.length === 0) return true;
  const coverage = await coverageByPark(reads, asOf, position);
  return coverage.filing(parkIds) === published.parksReporting;
}

/** A park that came into the scope, or left it, after an edition: so much of the difference is its own. */
export type ParkChange = { parkId: number; amount: number };

export type KnownNow = {
  /** Null where it is not known any more: of workers of a kind that nobody states. */
  value: number | null;
  difference: number;
  parkChanges: ParkChange[];
};

/**
 * The same sum as it is known today, over the parks that its scope is known today to have had on
 * its day. Its difference from the
 * edition is the sum of the entries since (see entriesSince) and of the parks that came and left.
 */
export async function knownNow(
  reads: Reads,
  figure: PublishedFigure,
  edition: Edition,
  parkIds: number[],
): Promise<KnownNow> {
  const { measure, asOf, month } = figure;
  const query = recordQuery({ measure, asOf, month, parkIds });
  const { sum } = await recordSummary(reads, query);
  const then = async (parkId: number): Promise<number> => {
    const at = { measure, asOf, month, parkIds: [parkId], position: edition.position };
    return (await recordSummary(reads, recordQuery(at))).sum;
  };
  const parkChanges: ParkChange[] = [];
  for (const parkId of parkIds.filter((id) => !edition.parkIds.includes(id)))
    parkChanges.push({ parkId, amount: await then(parkId) });
  for (const parkId of edition.parkIds.filter((id) => !parkIds.includes(id)))
    parkChanges.push({ parkId, amount: -(await then(parkId)) });
  return {
    value: (await isUnstated(reads, query, sum)) ? null : sum,
    difference: sum - edition.value,
    parkChanges: parkChanges.filter(({ amount }) => amount !== 0),
  };
}

export const entriesOnAPage = 50;

/** The entries posted after an edition that change its sum: one page of them, how many there are, and their sum. */
export async function entriesSince(
  reads: Reads,
  { measure, asOf, month }: PublishedFigure,
  { edition, parkIds, page }: { edition: Edition; parkIds: number[]; page: number },
) {
  const query = recordQuery({ measure, asOf, month, parkIds });
  const where = {
    measure,
    parkId: { in: parkIds },
    position: { gt: edition.position },
    effectiveOn: 'from' in query ? { gte: query.from, lte: query.asOf } : { lte: query.asOf },
  };
  const { _count: count, _sum } = await reads.ledgerEntry.aggregate({
    where,
    _count: true,
    _sum: { amount: true },
  });
  const last = Math.max(1, Math.ceil(count / entriesOnAPage));
  const entries = await reads.ledgerEntry.findMany({
    where,
    orderBy: { position: 'asc' },
    skip: (Math.min(page, last) - 1) * entriesOnAPage,
    take: entriesOnAPage,
  });
  return { entries, count, sum: Number(_sum.amount ?? 0) };
}
