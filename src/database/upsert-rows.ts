import type { Tx } from './database.js';
import { changeRows } from './direct-sql.js';
import { Prisma } from './generated/client.js';
import { insertion, partsOf, type Row } from './insert-rows.js';
import { join, type Sql, sql } from './sql.js';
import { type SqliteValue, toSqlite } from './values.js';

/**
 * Inserts rows that have the columns of the first, and puts each in place of the one that has its key. Bytes are refused.
 * @param key the columns of a unique index
 */
export async function upsertRows(
  tx: Tx,
  table: Prisma.ModelName,
  key: string[],
  rows: Row[],
): Promise<void> {
  for (const part of partsOf(rows)) {
    const columns = Object.keys(part[0] ?? {});
    await changeRows(tx, insertion(table, part, ` WHERE TRUE ${inPlace(key, columns)}`));
  }
}

/** The same of one row, which may hold bytes. */
export async function upsertRow(
  tx: Tx,
  table: Prisma.ModelName,
  key: string[],
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const columns = Object.keys(row);
  const values: SqliteValue[] = Object.values(row).map((value) => toSqlite(value));
  const into = raw(`INSERT INTO "${table}" ("${columns.join('","')}")`);
  await changeRows(tx, sql`${into} VALUES (${join(values)}) ${raw(inPlace(key, columns))}`);
}

const raw = (text: string): Sql => Prisma.raw(text);

const inPlace = (key: string[], columns: string[]): string => {
  const others = columns.filter((column) => !key.includes(column));
  const set = others.map((column) => `"${column}" = excluded."${column}"`);
  return `ON CONFLICT ("${key.join('","')}") DO UPDATE SET ${set.join(', ')}`;
};
