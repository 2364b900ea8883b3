import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { jsonOfGroup } from '../../database/json.js';
import { Kept } from '../../database/kept.js';
import { sentField, sentRows } from '../../database/sent-rows.js';
import { slowly } from '../../database/slowly.js';
import { type Sql, sql } from '../../database/sql.js';
import { isCurrentPerson } from '../../people/merged-people.js';
import { personScope, sightOf } from '../../people/scope.js';
import type { Viewer } from '../../people/viewer.js';
import { pairsOnAPage } from '../../ventures/doubles/likely-doubles.js';
import { likesAmong, peopleSounding } from '../../ventures/find-like-people.js';

/** A number that more people share is that of an agent, and says nothing of any two of them. */
const mostOnAPhone = 10;

/** By what two people look like one, the surest first. */
export const likenesses = ['identity', 'phone', 'venture', 'graduated', 'registered'] as const;
export type PeopleLikeness = (typeof likenesses)[number];

export type LikelyPeople = { firstId: number; secondId: number; by: PeopleLikeness[] };
type Found = { firstId: number; secondId: number; ranks: string; total: number };

/** Pages of pairs, as long as nothing that they are found by has changed. */
const pages = new Kept<Found[]>(
  ['Person', 'PersonRole', 'Identity', 'PersonPair', 'PersonMerge', 'Venture', 'Residency'],
  100,
);

/** People with the same document, by its keyed hash: no number is opened. */
const documented = sql`
  SELECT a."personId" AS "firstId", b."personId" AS "secondId", 0 AS "rank"
  FROM "Identity" a JOIN "Identity" b ON b."lookup" = a."lookup" AND b."personId" > a."personId"`;

const called = sql`
  SELECT a."id" AS "firstId", b."id" AS "secondId", 1 AS "rank"
  FROM (SELECT "phone" AS "value" FROM "Person" WHERE "phone" IS NOT NULL
    GROUP BY "phone" HAVING COUNT(*) BETWEEN 2 AND ${mostOnAPhone}) k
  JOIN "Person" a ON a."phone" = k."value"
  JOIN "Person" b ON b."phone" = k."value" AND b."id" > a."id"`;

/** People of one venture whose names sound the same. */
const together = sql`
  SELECT DISTINCT o."personId" AS "firstId", q."personId" AS "secondId", 2 AS "rank"
  FROM (SELECT "ventureId" FROM "PersonRole" GROUP BY "ventureId" HAVING COUNT(*) > 1) k
  JOIN "PersonRole" o ON o."ventureId" = k."ventureId"
  JOIN "PersonRole" q ON q."ventureId" = o."ventureId" AND q."personId" > o."personId"
  JOIN "Person" a ON a."id" = o."personId"
  JOIN "Person" b ON b."id" = q."personId" AND b."namePinyin" = a."namePinyin"`;

const graduated = sql`
  SELECT a."id" AS "firstId", b."id" AS "secondId", 3 AS "rank"
  FROM (SELECT "name", "graduatedOn" FROM "Person" WHERE "graduatedOn" IS NOT NULL
    GROUP BY "name", "graduatedOn" HAVING COUNT(*) > 1) k
  JOIN "Person" a ON a."name" = k."name" AND a."graduatedOn" = k."graduatedOn"
  JOIN "Person" b ON b."name" = k."name" AND b."graduatedOn" = k."graduatedOn" AND b."id" > a."id"`;

/** Founders who entered themselves by registering, and were told of nobody on record. */
const registrants = sql`
  SELECT i."id", i."name", i."phone" FROM "Account" c JOIN "Person" i ON i."id" = c."personId"
  WHERE c."role" = 'founder' AND ${isCurrentPerson.sql} AND EXISTS (SELECT 1 FROM "HistoryEvent" e
    WHERE e."subjectKind" = 'person' AND e."subjectId" = i."id" AND e."verb" = 'person.entered' AND e."actorId" = c."id")`;

/**
 * Each of them with those whom the pages of staff would have asked about (`likesAmong`). Whoever registers is not asked, as
 * that would tell a stranger who is on record.
 */
async function registeredAlike(reads: Reads): Promise<Sql> {
  type Registrant = { id: number; name: string; phone: string };
  const people = await rowsOf<Registrant>(reads, registrants);
  const stored = await peopleSounding(
    reads,
    null,
    people.map(({ name }) => name),
  );
  const found = people.flatMap((person) =>
    likesAmong(
      person,
      stored.filter(({ id }) => id !== person.id),
    )
      .filter(({ reason }) => reason === 'name')
      .map(({ id }) => [Math.min(id, person.id), Math.max(id, person.id)]),
  );
  return sql`SELECT ${sentField('f', 0)} AS "firstId", ${sentField('f', 1)} AS "secondId", 4 AS "rank"
    FROM ${sentRows(found)} f`;
}

const pairsWith = (
  registered: Sql,
) => sql`SELECT "firstId", "secondId", MIN("rank") AS "rank", ${jsonOfGroup(sql`"rank"`)} AS "ranks"
  FROM (${documented} UNION ALL ${called} UNION ALL ${together} UNION ALL ${graduated} UNION ALL ${registered})
  GROUP BY "firstId", "secondId"`;

/** The people of whom the viewer sees the records, without those that went into another. */
const seen = (viewer: Viewer): Sql =>
  sql`SELECT i."id" FROM "Person" i WHERE ${personScope(viewer).sql} AND ${isCurrentPerson.sql}`;

/**
 * The pairs of people who may be one and whom nobody has told apart, the surest first, of those that the viewer sees both. It
 * is joined by documents, phones, ventures and names, so that it grows with the pairs that there are.
 */
export async function likelyPeople(
  reads: Reads,
  viewer: Viewer,
  offset: number,
): Promise<{ pairs: LikelyPeople[]; total: number }> {
  const key = JSON.stringify([sightOf(viewer), offset]);
  const found = await pages.get(reads, key, () =>
    slowly(async () =>
      rowsOf<Found>(
        reads,
        sql`WITH "own" AS MATERIALIZED (${seen(viewer)}), "open" AS MATERIALIZED (
          SELECT p.* FROM (${pairsWith(await registeredAlike(reads))}) p
          WHERE p."firstId" IN (SELECT "id" FROM "own") AND p."secondId" IN (SELECT "id" FROM "own")
            AND NOT EXISTS (SELECT 1 FROM "PersonPair" d WHERE d."firstId" = p."firstId"
              AND d."secondId" = p."secondId" AND d."withdrawnAt" IS NULL))
        SELECT "firstId", "secondId", "ranks", (SELECT COUNT(*) FROM "open") AS "total" FROM "open"
        ORDER BY "rank", "firstId", "secondId" LIMIT ${pairsOnAPage} OFFSET ${offset}`,
      ),
    ),
  );
  return { pairs: found.map(pairOf), total: found[0]?.total ?? 0 };
}

function pairOf({ firstId, secondId, ranks }: Found): LikelyPeople {
  const found: number[] = JSON.parse(ranks);
  return { firstId, secondId, by: likenesses.filter((_, rank) => found.includes(rank)) };
}
