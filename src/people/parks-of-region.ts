import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { type Sql, sql } from '../database/sql.js';

/**
 * A question for the ids of a county's parks, inside another: it holds the functional zones whose parent it is.
 * @param code of the county, or the column that it stands in
 */
export const parksOfRegion = (code: string | Sql): Sql => sql`SELECT p."id" FROM "Park" p
  JOIN "Region" r ON r."code" = p."regionCode" WHERE ${code} IN (p."regionCode", r."parentCode") ORDER BY p."id"`;

/** The same asked by itself. */
export async function parkIdsOfRegion(reads: Reads, code: string): Promise<number[]> {
  const parks = await rowsOf<{ id: number }>(reads, parksOfRegion(code));
  return parks.map(({ id }) => id);
}
