import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';

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
    sql`SELECT p."id", p."number", p."name" FROM "Identity" own
      JOIN "Identity" other ON other."lookup" = own."lookup" AND other."personId" <> own."personId"
      JOIN "Person" p ON p."id" = other."personId" WHERE own."personId" = ${personId} ORDER BY p."id"`,
  );
}
