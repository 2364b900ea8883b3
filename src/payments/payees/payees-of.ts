import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { type Sql, sql } from '../../database/sql.js';

/** A venture's own record and those that went into it: what was entered there is its own. */
const family = (
  venture: Sql | number,
): Sql => sql`(WITH RECURSIVE "Came"("id") AS (SELECT ${venture}
    UNION SELECT g."loserId" FROM "Came" c
    JOIN "VentureMerge" g ON g."survivorId" = c."id" AND g."undoneAt" IS NULL)
  SELECT "id" FROM "Came")`;

export type PayeeRow = {
  id: number;
  number: string;
  ventureId: number;
  kind: 'card' | 'corporate';
  holder: string;
  bank: string;
  branch: string;
  lastFour: string;
  state: 'proposed' | 'active' | 'replaced' | 'refused' | 'withdrawn' | 'removed';
  enteredAt: string;
  enteredById: number | null;
};

/** Every account that was ever entered for a venture, those of its own record first, then the newest. */
export const payeesOf = (reads: Reads, ventureId: number): Promise<PayeeRow[]> =>
  rowsOf<PayeeRow>(
    reads,
    sql`SELECT "id", "number", "ventureId", "kind", "holder", "bank", "branch", "lastFour", "state", "enteredAt", "enteredById"
      FROM "PayeeAccount" WHERE "ventureId" IN ${family(ventureId)}
      ORDER BY "ventureId" = ${ventureId} DESC, "id" DESC`,
  );

/** The one that is paid to: of its own record, or else of one that went into it. */
export const activePayee = (rows: readonly PayeeRow[]): PayeeRow | null =>
  rows.find(({ state }) => state === 'active') ?? null;

/** The one that waits for a second person. */
export const proposedPayee = (rows: readonly PayeeRow[]): PayeeRow | null =>
  rows.find(({ state }) => state === 'proposed') ?? null;

/** The id of the account to which a venture `v` is paid, as a value within a question; null where there is none. */
export const activePayeeSql = (venture: Sql): Sql =>
  sql`(SELECT p."id" FROM "PayeeAccount" p WHERE p."state" = 'active' AND p."ventureId" IN ${family(venture)}
    ORDER BY p."ventureId" = ${venture} DESC, p."id" DESC LIMIT 1)`;
