import { begunOf, type Reads, type Tx } from './database.js';
import type { Sql } from './sql.js';
import type { SqliteValue } from './values.js';

/**
 * The rows of a question in SQL, as the driver gives them: a time is text, a truth 0 or 1, a whole number a number.
 * In a transaction it goes straight to SQLite, which costs a tenth of what the client takes over a small question:
 * for what a verb asks again and again.
 */
export async function rowsOf<T extends Record<string, SqliteValue>>(
  reads: Reads,
  question: Sql,
): Promise<T[]> {
  const begun = begunOf(reads);
  if (!begun) return reads.$queryRaw<T[]>(question);
  const { columnNames, rows } = await begun.queryRaw(queryOf(question));
  return rows.map((row) => Object.fromEntries(columnNames.map((name, at) => [name, row[at]])) as T);
}

/** Changes rows in SQL, straight in the transaction. @returns how many */
export async function changeRows(tx: Tx, change: Sql): Promise<number> {
  const begun = begunOf(tx);
  if (!begun) throw new Error('only transact makes a Tx');
  return begun.executeRaw(queryOf(change));
}

const queryOf = ({ sql, values }: Sql) => ({ sql, args: [...values], argTypes: [] });
