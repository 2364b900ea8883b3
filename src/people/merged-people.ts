import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { type Sql, sql } from '../database/sql.js';

/** That a person counts, of a row `i` of Person: the record did not go into another of the same person. */
export const isCurrentPerson = {
  where: { mergesAsLoser: { none: { undoneAt: null } } },
  sql: sql`NOT EXISTS (SELECT 1 FROM "PersonMerge" g WHERE g."loserId" = i."id" AND g."undoneAt" IS NULL)`,
} as const;

/** The id of the record that a person's record `id` went into, however many times; its own where it was not merged. */
export const survivorOf = (id: Sql): Sql =>
  sql`(WITH RECURSIVE "Went"("id", "step") AS (SELECT ${id}, 0
      UNION ALL SELECT g."survivorId", w."step" + 1 FROM "Went" w
      JOIN "PersonMerge" g ON g."loserId" = w."id" AND g."undoneAt" IS NULL)
    SELECT "id" FROM "Went" ORDER BY "step" DESC LIMIT 1)`;

/** Whether the record of a person went into another. */
export async function isMergedAway(reads: Reads, personId: number): Promise<boolean> {
  const rows = await rowsOf(
    reads,
    sql`SELECT "id" FROM "PersonMerge" WHERE "loserId" = ${personId} AND "undoneAt" IS NULL`,
  );
  return rows.length > 0;
}
