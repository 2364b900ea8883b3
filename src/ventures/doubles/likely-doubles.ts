import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { type Sql, sql } from '../../database/sql.js';
import { isCurrentVenture, ventureScope } from '../../people/scope.js';
import type { Viewer } from '../../people/viewer.js';
import { homeParkSql } from '../../people/whereabouts.js';

export const pairsOnAPage = 20;

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

type Row = Record<`${'first' | 'second'}${'Number' | 'Name'}`, string> &
  Record<
    `${'first' | 'second'}${'Park' | 'Seen'}` | 'bySound' | 'byPhone' | 'byFounder' | 'total',
    number
  >;

/** A number that so many ventures share is that of an agent, and says nothing of any two of them. */
const mostOnAPhone = 10;

/** Pairs of ventures with an equal value of an indexed column: found by the values that stand twice. */
const alike = (column: Sql, reason: 'bySound' | 'byPhone', most: number): Sql => sql`
  SELECT a."id" AS "firstId", b."id" AS "secondId", ${reason} AS "reason"
  FROM (SELECT ${column} AS "value" FROM "Venture" WHERE ${column} <> ''
    GROUP BY ${column} HAVING COUNT(*) BETWEEN 2 AND ${most}) k
  JOIN "Venture" a ON a.${column} = k."value"
  JOIN "Venture" b ON b.${column} = k."value" AND b."id" > a."id"`;

/** Pairs with founders under one phone, the same person or not. */
const founded = sql`
  SELECT o."ventureId" AS "firstId", q."ventureId" AS "secondId", 'byFounder' AS "reason"
  FROM (SELECT h."phone" AS "value" FROM "Person" h JOIN "PersonRole" r ON r."personId" = h."id"
    WHERE r."role" = 'founder' AND h."phone" IS NOT NULL GROUP BY h."phone"
    HAVING COUNT(DISTINCT r."ventureId") BETWEEN 2 AND ${mostOnAPhone}) k
  JOIN "Person" h ON h."phone" = k."value"
  JOIN "PersonRole" o ON o."personId" = h."id" AND o."role" = 'founder'
  JOIN "Person" g ON g."phone" = k."value"
  JOIN "PersonRole" q ON q."personId" = g."id" AND q."role" = 'founder' AND q."ventureId" > o."ventureId"`;

const by = (reason: string): Sql => sql`MAX(CASE WHEN "reason" = ${reason} THEN 1 ELSE 0 END)`;

/** The same name sounds the same, so it is among the names that sound alike. */
const pairs = sql`
  SELECT "firstId", "secondId", ${by('bySound')} AS "bySound",
    ${by('byPhone')} AS "byPhone", ${by('byFounder')} AS "byFounder"
  FROM (${alike(sql`"soundKey"`, 'bySound', 1_000)} UNION ALL ${alike(sql`"phone"`, 'byPhone', mostOnAPhone)}
    UNION ALL ${founded}) GROUP BY "firstId", "secondId"`;

/**
 * The pairs of ventures that may be one and that nobody has told apart, the surest first: of those that the viewer sees;
 * and of one name, where the viewer sees only one of them. It is joined by the keys of names and by phones, so that it
 * grows with the register and not with its square.
 */
export async function likelyPairs(
  reads: Reads,
  viewer: Viewer,
  offset: number,
): Promise<{ pairs: LikelyPair[]; total: number }> {
  const seen = sql`SELECT v."id" FROM "Venture" v WHERE ${ventureScope(viewer).sql}`;
  const current = (alias: Sql) =>
    sql`${alias}."id" IN (SELECT v."id" FROM "Venture" v WHERE ${isCurrentVenture.sql})`;
  const rows = await rowsOf<Row>(
    reads,
    sql`WITH "seen" AS MATERIALIZED (${seen})
      SELECT a."number" AS "firstNumber", a."name" AS "firstName", ${homeParkSql(sql`a`)} AS "firstPark",
        a."id" IN (SELECT "id" FROM "seen") AS "firstSeen", b."number" AS "secondNumber",
        b."name" AS "secondName", ${homeParkSql(sql`b`)} AS "secondPark",
        b."id" IN (SELECT "id" FROM "seen") AS "secondSeen", p."bySound", p."byPhone", p."byFounder",
        COUNT(*) OVER () AS "total"
      FROM (${pairs}) p JOIN "Venture" a ON a."id" = p."firstId" JOIN "Venture" b ON b."id" = p."secondId"
      WHERE ((a."id" IN (SELECT "id" FROM "seen") AND b."id" IN (SELECT "id" FROM "seen"))
          OR (a."nameKey" = b."nameKey" AND p."bySound" = 1
            AND (a."id" IN (SELECT "id" FROM "seen") OR b."id" IN (SELECT "id" FROM "seen"))))
        AND ${current(sql`a`)} AND ${current(sql`b`)}
        AND NOT EXISTS (SELECT 1 FROM "VenturePair" d WHERE d."firstId" = p."firstId"
          AND d."secondId" = p."secondId" AND d."withdrawnAt" IS NULL)
      ORDER BY a."nameKey" = b."nameKey" DESC, p."bySound" + p."byPhone" + p."byFounder" DESC,
        p."bySound" DESC, p."firstId", p."secondId"
      LIMIT ${pairsOnAPage} OFFSET ${offset}`,
  );
  return { pairs: rows.map(pairOf), total: rows[0]?.total ?? 0 };
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
