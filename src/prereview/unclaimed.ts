import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import { openStates } from '../waivers/states.js';
import type { FindingKind } from './find.js';
import { isSettled } from './still-holds.js';

/** What is brought up of a venture as a whole: it may qualify for several policies, and is one venture all the same. */
export const isOfVentures = (kind: FindingKind): boolean =>
  kind === 'qualifies' || kind === 'one-thing';

/**
 * The ventures of a kind of finding in some parks, without those that left their park or whose case is under way since the
 * night in which they were found.
 */
const venturesFound = (kind: FindingKind, parkIds: number[]): Sql => sql`
  SELECT f."ventureId", MAX(f."fen") AS "fen" FROM "PrereviewFinding" f
  WHERE f."kind" = ${kind} AND f."parkId" IN ${listed(parkIds)}
    AND ${isSettled}
    AND NOT EXISTS (SELECT 1 FROM "WaiverApplication" a WHERE a."ventureId" = f."ventureId"
      AND a."state" IN ${listed(openStates)})
  GROUP BY f."ventureId"`;

/** How many there are, each once. */
export async function countUnclaimed(
  reads: Reads,
  kind: FindingKind,
  parkIds: number[],
): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    reads,
    sql`SELECT COUNT(*) AS "n" FROM (${venturesFound(kind, parkIds)}) AS "found"`,
  );
  return Number(row?.n ?? 0);
}

/** A page of their ids, what is worth most first. */
export async function unclaimedIds(
  reads: Reads,
  kind: FindingKind,
  parkIds: number[],
  { offset, limit }: { offset: number; limit: number },
): Promise<number[]> {
  const rows = await rowsOf<{ ventureId: number }>(
    reads,
    sql`SELECT "ventureId" FROM (${venturesFound(kind, parkIds)}) AS "found"
      ORDER BY "fen" DESC, "ventureId" LIMIT ${limit} OFFSET ${offset}`,
  );
  return rows.map(({ ventureId }) => Number(ventureId));
}
