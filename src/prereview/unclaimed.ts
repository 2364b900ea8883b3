import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { jsonField } from '../database/json.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import { ofPremises } from '../waivers/earlier-waivers.js';
import { openStates } from '../waivers/states.js';
import type { FindingKind } from './find.js';
import { type FindingOrder, findingOrder, worthFirst } from './finding-columns.js';
import { andAlso, type Narrowing } from './narrowing.js';
import { isSettled } from './still-holds.js';

/** What is brought up of a venture as a whole: it may qualify for several policies, and is one venture all the same. */
export const isOfVentures = (kind: FindingKind): boolean =>
  kind === 'qualifies' || kind === 'one-thing';

/**
 * That no case is under way for what the policy of a finding, as `f`, gives: of premises under whichever policy, of what is
 * for no premises under the same, as in the night.
 */
const isUnclaimed: Sql = sql`NOT EXISTS (SELECT 1 FROM "WaiverApplication" a WHERE a."ventureId" = f."ventureId"
  AND a."state" IN ${listed(openStates)} AND (a."policyId" = f."policyId"
    OR ${ofPremises(sql`a."policyVersionId"`)} = 1 AND ${ofPremises(jsonField(sql`f."detail"`, 'versionId'))} = 1))`;

/**
 * The findings of a kind in some parks, as `f`, without those of ventures that left their park, and what was applied for,
 * since the night in which they were found.
 */
export const isStillFound = (
  kind: FindingKind,
  parkIds: number[],
  narrowing: Narrowing = [],
): Sql =>
  sql`f."kind" = ${kind} AND f."parkId" IN ${listed(parkIds)} AND ${isSettled} AND ${isUnclaimed}${andAlso(narrowing)}`;

/** The ventures of them, each once. */
const venturesFound = (kind: FindingKind, parkIds: number[], narrowing: Narrowing): Sql => sql`
  SELECT f."ventureId", MIN(f."parkId") AS "parkId", MAX(f."fen") AS "fen", MIN(f."dueOn") AS "dueOn"
  FROM "PrereviewFinding" f
  WHERE ${isStillFound(kind, parkIds, narrowing)} GROUP BY f."ventureId"`;

/** How many there are, each once. */
export async function countUnclaimed(
  reads: Reads,
  kind: FindingKind,
  parkIds: number[],
  narrowing: Narrowing = [],
): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    reads,
    sql`SELECT COUNT(*) AS "n" FROM (${venturesFound(kind, parkIds, narrowing)}) AS "found"`,
  );
  return Number(row?.n ?? 0);
}

/** A page of their ids, what is worth most first unless another order is asked for. */
export async function unclaimedIds(
  reads: Reads,
  kind: FindingKind,
  parkIds: number[],
  {
    offset,
    limit,
    narrowing = [],
    by = worthFirst,
  }: { offset: number; limit: number; narrowing?: Narrowing; by?: FindingOrder },
): Promise<number[]> {
  const rows = await rowsOf<{ ventureId: number }>(
    reads,
    sql`SELECT f."ventureId" FROM (${venturesFound(kind, parkIds, narrowing)}) f
      JOIN "Venture" v ON v."id" = f."ventureId"
      ORDER BY ${findingOrder(by, sql`f."ventureId"`)} LIMIT ${limit} OFFSET ${offset}`,
  );
  return rows.map(({ ventureId }) => Number(ventureId));
}
