import { endOfMonth, type Month } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { holdsOn } from '../database/periods.js';
import { sql } from '../database/sql.js';
import type { ReturnState } from './states.js';

/** What is filed for a venture and a month: its headcount, and the return of the park that it is in at the month's end. */
export type FiledBefore = {
  headcount: number | null;
  /** Null where the venture is in no park then, or nobody has begun the park's return. */
  monthly: {
    id: number;
    parkId: number;
    month: Month;
    state: ReturnState;
    version: number;
    approvedById: number | null;
    acceptedById: number | null;
  } | null;
};

type Row = {
  headcount: number | null;
  id: number | null;
  parkId: number;
  state: ReturnState;
  version: number;
  approvedById: number | null;
  acceptedById: number | null;
};

/** Reads it in one question. */
export async function filedBefore(tx: Tx, ventureId: number, month: Month): Promise<FiledBefore> {
  const [row] = await rowsOf<Row>(
    tx,
    sql`SELECT (SELECT "headcount" FROM "JobsReturn" WHERE "ventureId" = v."id" AND "month" = ${month}) AS "headcount",
        m."id", m."parkId", m."state", m."version", m."approvedById", m."acceptedById"
      FROM "Venture" v
      LEFT JOIN "Residency" r ON r."ventureId" = v."id" AND ${holdsOn('r', endOfMonth(month))}
      LEFT JOIN "MonthlyReturn" m ON m."parkId" = r."parkId" AND m."month" = ${month}
      WHERE v."id" = ${ventureId}`,
  );
  if (!row) return { headcount: null, monthly: null };
  const { headcount, id, parkId, state, version, approvedById, acceptedById } = row;
  const monthly = { parkId, month, state, version, approvedById, acceptedById };
  return { headcount, monthly: id === null ? null : Object.assign(monthly, { id }) };
}
