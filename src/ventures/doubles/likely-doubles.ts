import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { Kept } from '../../database/kept.js';
import { sentField, sentOrder, sentRows } from '../../database/sent-rows.js';
import { slowly } from '../../database/slowly.js';
import { type Sql, sql } from '../../database/sql.js';
import { sightOf, ventureScope } from '../../people/scope.js';
import type { Viewer } from '../../people/viewer.js';
import { homeParkSql } from '../../people/whereabouts.js';

export const pairsOnAPage = 20;
/** A number that more ventures share is that of an agent, and says nothing of any two of them. */
const mostOnAPhone = 10;

/** One of two ventures that may be one, with the park that keeps it. */
export type PairSide = { number: string; name: string; parkId: number; isSeen: number };

/** Two ventures that may be one, and by what: 1 where it holds. */
export type LikelyPair = {
  first: PairSide;
  second: PairSide;
  bySound: number;
  byPhone: number;
  byFounder: number;
};

/** Pages of pairs, as long as nothing that they are found by has changed. */
const pages = new Kept<Found[]>(
  ['Venture', 'VentureVoid', 'VenturePair', 'Residency', 'Person', 'PersonRole'],
  100,
);

type Found = { firstId: number; secondId: number; total: number };

/** Ventures that sound alike, by the keys that stand twice; 0 for those of one name, 1 for others. */
const named = sql`
  SELECT a."id" AS "firstId", b."id" AS "secondId",
    CASE WHEN a."nameKey" = b."nameKey" THEN 0 ELSE 1 END AS "rank"
  FROM (SELECT "soundKey" AS "value" FROM "Venture" WHERE "soundKey" <> ''
    GROUP BY "soundKey" HAVING COUNT(*) > 1) k
  JOIN "Venture" a ON a."soundKey" = k."value"
  JOIN "Venture" b ON b."soundKey" = k."value" AND b."id" > a."id"`;

/** Ventures with one phone that do not sound alike. */
const called = sql`
  SELECT a."id" AS "firstId", b."id" AS "secondId"
  FROM (SELECT "phone" AS "value" FROM "Venture" WHERE "phone" <> ''
    GROUP BY "phone" HAVING COUNT(*) BETWEEN 2 AND ${mostOnAPhone}) k
  JOIN "Venture" a ON a."phone" = k."value"
  JOIN "Venture" b ON b."phone" = k."value" AND b."id" > a."id" AND b."soundKey" <> a."soundKey"`;

/** The same with founders under one phone, one person or not. */
const founded = sql`
  SELECT a."id" AS "firstId", b."id" AS "secondId"
  FROM (SELECT h."phone" AS "value" FROM "Person" h JOIN "PersonRole" r ON r."personId" = h."id"
    WHERE r."role" = 'founder' AND h."phone" IS NOT NULL GROUP BY h."phone"
    HAVING COUNT(DISTINCT r."ventureId") BETWEEN 2 AND ${mostOnAPhone}) k
  JOIN "Person" h ON h."phone" = k."value"
  JOIN "PersonRole" o ON o."personId" = h."id" AND o."role" = 'founder'
  JOIN "Venture" a ON a."id" = o."ventureId"
  JOIN "Person" g ON g."phone" = k."value"
  JOIN "PersonRole" q ON q."personId" = g."id" AND q."role" = 'founder'
  JOIN "Venture" b ON b."id" = q."ventureId" AND b."id" > a."id" AND b."soundKey" <> a."soundKey"`;

const pairs = sql`${named} UNION ALL
  SELECT DISTINCT "firstId", "secondId", 2 FROM (${called} UNION ALL ${founded})`;

/** Of a pair `p` that it counts for the viewer: both are seen, or both have one name and one of them is seen. */
function isFor(viewer: Viewer): Sql {
  const current = (id: Sql) => sql`${id} NOT IN (SELECT "ventureId" FROM "VentureVoid")`;
  const both = sql`${current(sql`p."firstId"`)} AND ${current(sql`p."secondId"`)}`;
  if (sightOf(viewer) === 'all') return both;
  const seen = (id: Sql) => sql`${id} IN (SELECT "id" FROM "own")`;
  const [first, second] = [seen(sql`p."firstId"`), seen(sql`p."secondId"`)];
  return sql`${both} AND ((${first} AND ${second}) OR (p."rank" = 0 AND (${first} OR ${second})))`;
}

const own = (viewer: Viewer): Sql =>
  sql`SELECT v."id" FROM "Venture" v WHERE ${ventureScope(viewer).sql}`;

/**
 * The pairs of ventures that may be one and that nobody has told apart, the surest first: of those that the viewer sees;
 * and of one name, where the viewer sees only one of them. It is joined by the keys of names and by phones, so that it
 * grows with the pairs that there are, and not with the square of the register.
 */
export async function likelyPairs(
  reads: Reads,
  viewer: Viewer,
  offset: number,
): Promise<{ pairs: LikelyPair[]; total: number }> {
  const key = JSON.stringify([sightOf(viewer), offset]);
  const found = await pages.get(reads, key, () =>
    slowly(() =>
      rowsOf<Found>(
        reads,
        sql`WITH "own" AS MATERIALIZED (${own(viewer)}), "open" AS MATERIALIZED (
          SELECT p."firstId", p."secondId", p."rank" FROM (${pairs}) p WHERE ${isFor(viewer)}
            AND NOT EXISTS (SELECT 1 FROM "VenturePair" d WHERE d."firstId" = p."firstId"
              AND d."secondId" = p."secondId" AND d."withdrawnAt" IS NULL))
        SELECT "firstId", "secondId", (SELECT COUNT(*) FROM "open") AS "total" FROM "open"
        ORDER BY "rank", "firstId", "secondId" LIMIT ${pairsOnAPage} OFFSET ${offset}`,
      ),
    ),
  );
  return { pairs: await describedPairs(reads, viewer, found), total: found[0]?.total ?? 0 };
}

type Row = Record<`${'first' | 'second'}${'Number' | 'Name'}`, string> &
  Record<`${'first' | 'second'}${'Park' | 'Seen'}` | 'bySound' | 'byPhone' | 'byFounder', number>;

/** The pairs of one page, with names, parks and by what each is one. */
async function describedPairs(
  reads: Reads,
  viewer: Viewer,
  found: readonly Found[],
): Promise<LikelyPair[]> {
  const sent = found.map(({ firstId, secondId }) => [firstId, secondId]);
  const founders = (id: Sql) => sql`SELECT i."phone" FROM "PersonRole" o
    JOIN "Person" i ON i."id" = o."personId" WHERE o."ventureId" = ${id} AND o."role" = 'founder'`;
  const rows = await rowsOf<Row>(
    reads,
    sql`SELECT a."number" AS "firstNumber", a."name" AS "firstName", ${homeParkSql(sql`a`)} AS "firstPark",
        b."number" AS "secondNumber", b."name" AS "secondName", ${homeParkSql(sql`b`)} AS "secondPark",
        EXISTS (${own(viewer)} AND v."id" = a."id") AS "firstSeen",
        EXISTS (${own(viewer)} AND v."id" = b."id") AS "secondSeen",
        CASE WHEN a."soundKey" = b."soundKey" THEN 1 ELSE 0 END AS "bySound",
        CASE WHEN a."phone" = b."phone" THEN 1 ELSE 0 END AS "byPhone",
        EXISTS (SELECT 1 FROM "PersonRole" o JOIN "Person" i ON i."id" = o."personId"
          WHERE o."ventureId" = a."id" AND o."role" = 'founder'
            AND i."phone" IN (${founders(sql`b."id"`)})) AS "byFounder"
      FROM ${sentRows(sent)} r JOIN "Venture" a ON a."id" = ${sentField('r', 0)}
      JOIN "Venture" b ON b."id" = ${sentField('r', 1)} ORDER BY ${sentOrder('r')}`,
  );
  return rows.map(pairOf);
}

const pairOf = (row: Row): LikelyPair => ({
  first: {
    number: row.firstNumber,
    name: row.firstName,
    parkId: row.firstPark,
    isSeen: row.firstSeen,
  },
  second: {
    number: row.secondNumber,
    name: row.secondName,
    parkId: row.secondPark,
    isSeen: row.secondSeen,
  },
  bySound: row.bySound,
  byPhone: row.byPhone,
  byFounder: row.byFounder,
});
