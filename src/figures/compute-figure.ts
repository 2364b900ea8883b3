import { createHash } from 'node:crypto';
import { type Day, endOfMonth, firstOf, type Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { type Coverage, coverageByPark } from '../ledger/coverage.js';
import type { Publishable } from '../ledger/definitions.js';
import { coverageKind, restsOnReturns, workerKindOf } from '../ledger/measures.js';
import { contributions, type RecordQuery } from '../ledger/record-list.js';
import { type RentCoverage, rentCoverageByPark, sumRentCoverage } from '../ledger/rent-coverage.js';
import { countStating } from '../ledger/workers-coverage.js';

/** Which sum: the measure, over these parks, as of a day (or for a month), as the ledger stood at a position. */
export type FigureQuery = {
  measure: Publishable;
  parkIds: number[];
  asOf: Day;
  month: Month | null;
  position: number;
  /** When an edition was published, of which the coverage is computed again: returns sent back since do not count. */
  publishedAt?: Date;
};

/** A sum with all that it can be held against later. */
export type ComputedFigure = {
  value: number;
  /** How many records make it, and the SHA-256 of their list (see memberLine). */
  members: number;
  membersHash: string;
  /** Of what rests on returns. */
  coverage: Coverage | null;
  /** Of what rests on market rents, as they are known now: they have no place in the ledger. */
  marketRents: RentCoverage | null;
  /** Of workers of a kind: how many returns of the newest whole month state it, as they stand now. */
  stating: number | null;
};

export type Member = {
  park: string;
  venture: string | null;
  waiver: string | null;
  amount: number;
};

/**
 * A record as the list that is hashed has it: 'P01,V2025-0001,12' and a line end; a park itself: 'P01,,1';
 * a waiver 'P01,V2025-0001,W2025-0001,120000', in fen.
 */
export const memberLine = ({ park, venture, waiver, amount }: Member): string =>
  [park, venture ?? '', ...(waiver === null ? [] : [waiver]), `${amount}\n`].join(',');

/** The question to the ledger that a figure is the answer to. */
export function recordQuery(query: Omit<FigureQuery, 'position'> & { position?: number }) {
  const { measure, parkIds, asOf, month, position } = query;
  const period = month === null ? { asOf } : { from: firstOf(month), asOf: endOfMonth(month) };
  return { measure, parkIds, position, ...period } satisfies RecordQuery;
}

/** The records that make a figure, by the numbers of parks, ventures and waivers; a park at a time. */
export async function* membersOf(reads: Reads, query: FigureQuery): AsyncGenerator<Member[]> {
  const parks = await reads.park.findMany({
    where: { id: { in: query.parkIds } },
    select: { id: true, number: true },
    orderBy: { number: 'asc' },
  });
  for (const { id, number } of parks) {
    const records = contributions({ ...recordQuery(query), parkIds: [id] });
    const rows = await reads.$queryRaw<
      (Omit<Member, 'park' | 'amount'> & { amount: number | bigint })[]
    >`SELECT v."number" AS "venture", w."number" AS "waiver", r."amount" AS "amount" FROM (${records}) r
      LEFT JOIN "Venture" v ON v."id" = r."ventureId" LEFT JOIN "Waiver" w ON w."id" = r."waiverId"
      ORDER BY v."number", w."number"`;
    yield rows.map((row) => ({ ...row, park: number, amount: Number(row.amount) }));
  }
}

/** Computes a figure from the ledger's entries alone: no balance is read, so nothing kept can hide a change. */
export async function computeFigure(reads: Reads, query: FigureQuery): Promise<ComputedFigure> {
  const hash = createHash('sha256');
  let [value, members] = [0, 0];
  for await (const part of membersOf(reads, query)) {
    for (const member of part) {
      value += member.amount;
      members += 1;
      hash.update(memberLine(member));
    }
  }
  return {
    value,
    members,
    membersHash: hash.digest('hex'),
    coverage: await coverage(reads, query),
    marketRents: await marketRents(reads, query),
    stating: await stating(reads, query),
  };
}

async function coverage(reads: Reads, query: FigureQuery): Promise<Coverage | null> {
  if (!restsOnReturns(query.measure)) return null;
  const { asOf, position, parkIds, publishedAt } = query;
  return (await coverageByPark(reads, asOf, position, publishedAt)).sum(parkIds);
}

async function marketRents(
  reads: Reads,
  { measure, asOf, parkIds }: FigureQuery,
): Promise<RentCoverage | null> {
  if (coverageKind(measure) !== 'market-rents') return null;
  return sumRentCoverage(await rentCoverageByPark(reads, asOf), parkIds);
}

async function stating(
  reads: Reads,
  { measure, asOf, parkIds }: FigureQuery,
): Promise<number | null> {
  const kind = workerKindOf(measure);
  return kind === undefined ? null : countStating(reads, kind, { parkIds, asOf });
}
