import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import { newestOfRegister } from '../history/newest-event.js';
import { HEAD } from './known-in-act.js';

export type RegisterState = {
  position: number;
  /** Of all that is held: every verb posts entries or records an event, so what was counted under it stays right. */
  mark: string;
  /** Of what is counted without headcounts; it stays when a return is filed. */
  registerMark: string;
  /** Of all that is held and of what the nightly runs found. */
  wholeMark: string;
};

type Stand = {
  position: number;
  newest: number | null;
  ofRegister: number | null;
  parity: number | null;
  prereview: number | null;
};

/** Where the register stands. */
export async function registerState(reads: Reads): Promise<RegisterState> {
  // An aggregate would read every event.
  const [row] = await rowsOf<Stand>(
    reads,
    sql`SELECT "position",
      (SELECT "id" FROM "HistoryEvent" ORDER BY "id" DESC LIMIT 1) AS "newest",
      ${newestOfRegister} AS "ofRegister",
      (SELECT "id" FROM "ParityRun" ORDER BY "id" DESC LIMIT 1) AS "parity",
      (SELECT "id" FROM "PrereviewRun" ORDER BY "id" DESC LIMIT 1) AS "prereview"
    FROM "LedgerHead" WHERE "id" = ${HEAD}`,
  );
  if (!row) throw new Error('the ledger has no head');
  const { position, newest, ofRegister, parity, prereview } = row;
  const mark = `${position}.${newest ?? 0}`;
  return {
    position,
    mark,
    registerMark: String(ofRegister ?? 0),
    wholeMark: `${mark}.${parity ?? 0}.${prereview ?? 0}`,
  };
}
