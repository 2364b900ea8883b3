import { rowAsJson } from '../database/as-json.js';
import type { Tx } from '../database/database.js';
import { changeRows, rowsOf } from '../database/direct-sql.js';
import type { Prisma } from '../database/generated/client.js';
import { column, sql } from '../database/sql.js';
import { recordsOfVentures, type VentureTable } from './records-of-ventures.js';

/** Rows as they were stored, by table: a time is text, a truth 0 or 1. */
export type StoredRows = Partial<Record<VentureTable, Prisma.InputJsonObject[]>>;

const tables = (fate: 'removed' | 'dropped'): VentureTable[] =>
  (Object.keys(recordsOfVentures) as VentureTable[]).filter(
    (table) => recordsOfVentures[table] === fate,
  );

/**
 * Takes the records of a venture out of their tables. The names of rosters go altogether: they have a term of their own.
 * Visits that were cancelled keep whom they were for.
 * @returns what was taken out
 */
export async function takeOutRecords(tx: Tx, ventureId: number): Promise<StoredRows> {
  const taken: StoredRows = {};
  for (const table of tables('removed')) {
    const rows = await rowsOf<{ row: string }>(
      tx,
      sql`SELECT ${rowAsJson(table, 'r')} AS "row" FROM ${column(table)} r
        WHERE r."ventureId" = ${ventureId} AND ${isTaken(table)}`,
    );
    if (rows.length > 0) taken[table] = rows.map(({ row }) => JSON.parse(row));
  }
  await changeRows(
    tx,
    sql`DELETE FROM "RosterPerson"
      WHERE "rosterId" IN (SELECT "id" FROM "Roster" WHERE "ventureId" = ${ventureId})`,
  );
  for (const table of [...tables('removed'), ...tables('dropped')])
    await changeRows(
      tx,
      sql`DELETE FROM ${column(table)} AS r WHERE r."ventureId" = ${ventureId} AND ${isTaken(table)}`,
    );
  return taken;
}

/** Whether a row that was taken out still counted: a lease that had been voided before is stored with the rest. */
export const isNotVoid = (row: Record<string, unknown>): boolean => (row.voidedAt ?? null) === null;

const isTaken = (table: VentureTable) =>
  table === 'VisitVenture'
    ? sql`r."visitId" IN (SELECT "id" FROM "Visit" WHERE "cancelledAt" IS NULL)`
    : sql`TRUE`;
