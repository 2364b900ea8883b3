import type { Reads } from '../database/database.js';
import { newestOfRegister } from '../history/newest-event.js';
import { HEAD } from './post-entries.js';

export type RegisterState = {
  position: number;
  /** Of all that is held: every verb posts entries or records an event, so what was counted under it stays right. */
  mark: string;
  /** Of what is counted without headcounts; it stays when a return is filed. */
  registerMark: string;
};

/** Where the register stands. */
export async function registerState(reads: Reads): Promise<RegisterState> {
  // An aggregate would read every event.
  const [row] = await reads.$queryRaw<
    { position: number; newest: number | null; ofRegister: number | null }[]
  >`SELECT "position",
      (SELECT "id" FROM "HistoryEvent" ORDER BY "id" DESC LIMIT 1) AS "newest",
      ${newestOfRegister} AS "ofRegister"
    FROM "LedgerHead" WHERE "id" = ${HEAD}`;
  if (!row) throw new Error('the ledger has no head');
  const position = Number(row.position);
  return {
    position,
    mark: `${position}.${row.newest ?? 0}`,
    registerMark: String(row.ofRegister ?? 0),
  };
}
