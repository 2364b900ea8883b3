import type { Reads } from '../database/database.js';
import { sql } from '../database/sql.js';

/**
 * The id of the newest event that is not of a return, an export or an account: returns are by far the most,
 * and change neither who is where nor what is let. Its words are those of its index, which holds no other event.
 */
export const newestOfRegister = sql`(SELECT "id" FROM "HistoryEvent"
  WHERE "subjectKind" NOT IN ('jobs-return', 'export', 'account') ORDER BY "id" DESC LIMIT 1)`;

/** A mark under which what was counted of ventures, people and premises stays right. */
export async function registerMark(reads: Reads): Promise<number> {
  const [row] = await reads.$queryRaw<{ id: number | null }[]>`SELECT ${newestOfRegister} AS "id"`;
  return Number(row?.id ?? 0);
}
