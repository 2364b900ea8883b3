import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { type Sql, sql } from '../database/sql.js';

/** The ids of those other records, as a question inside another. */
export const sameRecords = (
  personId: number,
): Sql => sql`SELECT other."personId" FROM "Identity" own
  JOIN "Identity" other ON other."lookup" = own."lookup" AND other."personId" <> own."personId"
  WHERE own."personId" = ${personId}`;

/**
 * The other records of people under whose name the same document was entered, found by the keyed hash and
 * without opening any number: the same person in another venture or park.
 */
export async function samePeople(
  reads: Reads,
  personId: number,
): Promise<{ id: number; number: string; name: string }[]> {
  return rowsOf(
    reads,
    sql`SELECT "id", "number", "name" FROM "Person" WHERE "id" IN (${sameRecords(personId)}) ORDER BY "id"`,
  );
}
