import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';

/** Whether something was granted in a case: what is on public notice is then more of it. */
export async function hasWaiver(reads: Reads, { id }: { id: number }): Promise<boolean> {
  const rows = await rowsOf(reads, sql`SELECT "id" FROM "Waiver" WHERE "applicationId" = ${id}`);
  return rows.length > 0;
}
