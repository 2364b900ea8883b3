import type { z } from 'zod';
import { begunOf, type Reads, readingOf, type Tx } from './database.js';
import type { Sql } from './sql.js';
import { isRead } from './sql-kind.js';
import type { SqliteValue } from './values.js';

/** What the rows of a question are: which of their columns are times, and a schema that tests hold them against. */
export type RowKind = { times?: readonly string[]; schema?: z.ZodType };
type Row = Record<string, SqliteValue | Date>;

let checksRows = false;
/** From now on rows are held against the schema of their question: tests say so, as it takes time. */
export const checkRows = (): void => {
  checksRows = true;
};

/**
 * The rows of a question in SQL, as the driver gives them: a truth is 0 or 1, a whole number a number, JSON a text, and
 * a time a Date where its column is named. It goes straight to the database, in a transaction or outside, which costs a
 * third of what the client takes over a small question: for what a verb or a page asks again and again.
 */
export async function rowsOf<T extends Row>(
  reads: Reads,
  question: Sql,
  { times = [], schema }: RowKind = {},
): Promise<T[]> {
  const rows = await plainRows(reads, question);
  for (const row of rows)
    for (const name of times) {
      const stored = row[name];
      if (typeof stored === 'string') row[name] = new Date(stored);
    }
  if (checksRows && schema) for (const row of rows) schema.parse(row);
  return rows as T[];
}

async function plainRows(reads: Reads, question: Sql): Promise<Row[]> {
  const query = queryOf(question);
  const begun = begunOf(reads);
  if (begun) return (await begun.rows(query)) as Row[];
  const read = readingOf(reads);
  if (!read || !isRead(query.sql)) return reads.$queryRaw<Row[]>(question);
  return (await read(query)) as Row[];
}

/** Changes rows in SQL, straight in the transaction. @returns how many */
export async function changeRows(tx: Tx, change: Sql): Promise<number> {
  const begun = begunOf(tx);
  if (!begun) throw new Error('only transact makes a Tx');
  return begun.executeRaw(queryOf(change));
}

const queryOf = ({ sql, values }: Sql) => ({ sql, args: [...values], argTypes: [] });
