import type { Tx } from '../../../src/database/database.js';
import { rowsOf } from '../../../src/database/direct-sql.js';
import { sql } from '../../../src/database/sql.js';
import type { SeenCase } from '../../../src/waivers/open-case.js';

/** A case as the next verb has to see it. */
export async function seenCase(tx: Tx, number: string): Promise<SeenCase> {
  const [seen] = await rowsOf<SeenCase>(
    tx,
    sql`SELECT "id", "version" FROM "WaiverApplication" WHERE "number" = ${number}`,
  );
  return seen as SeenCase;
}
