import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import { Conflict } from '../language/refusal.js';
import { type Case, type CaseRow, caseColumns, caseOf, caseRows, caseTables } from './case.js';

/** The case that a page showed: it must not have changed since. */
export type SeenCase = { id: number; version: number };

/** The case as it stands, for a verb. @throws Conflict when it is no longer the version that was seen */
export async function openCase(tx: Tx, { id, version }: SeenCase): Promise<Case> {
  const [row] = await rowsOf<CaseRow>(
    tx,
    sql`SELECT ${caseColumns} FROM ${caseTables} WHERE a."id" = ${id}`,
    caseRows,
  );
  if (!row || row.version !== version) throw new Conflict('waivers.moved-meanwhile');
  return caseOf(tx, row);
}
