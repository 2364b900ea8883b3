import type { Tx } from './database.js';
import { changeRows, rowsOf } from './direct-sql.js';
import { Prisma } from './generated/client.js';
import type { Sql } from './sql.js';
import { toSqlite } from './values.js';

/** Rows of one statement: they travel as one text, and a million of them should not. */
const ROWS_A_STATEMENT = 5_000;

type Value = string | number | bigint | boolean | Date | object | null | undefined;
export type Row = Record<string, Value>;

/**
 * Inserts rows that have the columns of the first, as the client's createMany does: what is not there is NULL,
 * an object is JSON. The client compiles a plan as long as the rows; this costs a tenth of that
 * for each, and its text is the same for any number of them, so it stays prepared.
 */
export async function insertRows(tx: Tx, table: Prisma.ModelName, rows: Row[]): Promise<void> {
  for (const part of partsOf(rows)) await changeRows(tx, insertion(table, part, ''));
}

/** The same for a table whose rows get a number each; @returns the numbers, in the order of the rows. */
export async function insertRowsForIds(
  tx: Tx,
  table: Prisma.ModelName,
  rows: Row[],
): Promise<number[]> {
  const ids: number[] = [];
  for (const part of partsOf(rows)) {
    const made = await rowsOf<{ id: number }>(tx, insertion(table, part, ' RETURNING "id"'));
    // SQLite numbers the rows in their order, but promises no order of its answer.
    ids.push(...made.map(({ id }) => id).sort((a, b) => a - b));
  }
  return ids;
}

export function partsOf(rows: Row[]): Row[][] {
  const parts: Row[][] = [];
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT)
    parts.push(rows.slice(start, start + ROWS_A_STATEMENT));
  return parts;
}

export function insertion(table: Prisma.ModelName, rows: Row[], end: string): Sql {
  const columns = Object.keys(rows[0] ?? {});
  for (const row of rows) refuseMore(row, columns);
  const ofBytes = new Set(
    columns.filter((name) => rows.some((row) => row[name] instanceof Uint8Array)),
  );
  const values = columns.map((name, place) =>
    ofBytes.has(name) ? `unhex(value->>${place})` : `value->>${place}`,
  );
  const insert = `INSERT INTO "${table}" ("${columns.join('","')}") SELECT ${values} FROM json_each(`;
  const stored = rows.map((row) => columns.map((column) => inJson(row[column])));
  return new Prisma.Sql([insert, `)${end}`], [JSON.stringify(stored)]);
}

/** A value that no column takes would be lost in silence. */
function refuseMore(row: Row, columns: string[]): void {
  const more = Object.keys(row).find((column) => !columns.includes(column));
  if (more !== undefined) throw new Error(`The first row has no column ${more}, and another has.`);
}

/** What the driver would bind, as JSON can carry it: bytes in hexadecimal; half a character becomes U+FFFD, as the driver makes it. */
function inJson(value: Value): string | number | null {
  const bound = toSqlite(value);
  if (bound instanceof Uint8Array) return Buffer.from(bound).toString('hex');
  return typeof bound === 'string' ? bound.toWellFormed() : bound;
}
