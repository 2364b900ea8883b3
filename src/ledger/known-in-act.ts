import type { Month } from '../calendar/days.js';
import { begunOf, type Reads, type Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { jsonValues } from '../database/json.js';
import { sql } from '../database/sql.js';

/** The ledger has one head: where it ends, and the hash of its last entry. */
export const HEAD = 1;
type Head = { position: number; hash: string };
type Known = { closed: Month[] | null; head: Head | null };

/**
 * What a transaction knows of the closed months and of where the ledger ends: nearly every act of the register asks for both, so
 * one question reads them. Transactions run one at a time, so only the act itself closes a month or moves the head.
 */
const known = new WeakMap<Reads, Known>();

/** Every closed month, the earliest first. */
export async function closedMonths(reads: Reads): Promise<Month[]> {
  return known.get(reads)?.closed ?? (await read(reads)).closed;
}

/** @throws Error where the ledger has none */
export async function headOf(tx: Tx): Promise<Head> {
  const head = known.get(tx)?.head ?? (await read(tx)).head;
  if (head === null) throw new Error('the ledger has no head');
  return head;
}

/** After another month was closed. */
export function forgetClosed(tx: Tx): void {
  const before = known.get(tx);
  if (before) known.set(tx, { ...before, closed: null });
}

/** After entries were added. */
export function moveHead(tx: Tx, head: Head): void {
  known.set(tx, { closed: known.get(tx)?.closed ?? null, head });
}

/** What is known already is not read again: the act may have moved it, and has then said so. */
async function read(reads: Reads): Promise<{ closed: Month[]; head: Head | null }> {
  const [row] = await rowsOf<{ closed: string; position: number | null; hash: string | null }>(
    reads,
    sql`SELECT ${jsonValues(sql`"month"`, sql`(SELECT "month" FROM "ClosedMonth" ORDER BY "month")`)} AS "closed",
      h."position", h."hash" FROM (SELECT ${HEAD} AS "id") one LEFT JOIN "LedgerHead" h ON h."id" = one."id"`,
  );
  const closed: Month[] = JSON.parse(row?.closed ?? '[]');
  const { position = null, hash = null } = row ?? {};
  const head = position === null || hash === null ? null : { position, hash };
  if (begunOf(reads)) known.set(reads, { closed, head: known.get(reads)?.head ?? head });
  return { closed, head };
}
