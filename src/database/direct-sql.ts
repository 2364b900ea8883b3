import { begunOf, type Reads, readingOf, type Tx } from './database.js';
import type { Sql } from './sql.js';
import { isRead } from './sql-kind.js';
import type { SqliteValue } from './values.js';

/**
 * The rows of a question in SQL, as the driver gives them: a time is text, a truth 0 or 1, a whole number a number.
 * It goes straight to the database, in a transaction or outside, which costs a third of what the client takes over a
 * small question: for what a verb or a page asks again and again.
 */
export async function rowsOf<T extends Record<string, SqliteValue>>(
  reads: Reads,
  question: Sql,
): Promise<T[]> {
  const query = queryOf(question);
  const begun = begunOf(reads);
  if (begun) return (await begun.rows(query)) as T[];
  const read = readingOf(reads);
  if (!read || !isRead(query.sql)) return reads.$queryRaw<T[]>(question);
  return (await read(query)) as T[];
}

/** Changes rows in SQL, straight in the transaction. @returns how many */
export async function changeRows(tx: Tx, change: Sql): Promise<number> {
  const begun = begunOf(tx);
  if (!begun) throw new Error('only transact makes a Tx');
  return begun.executeRaw(queryOf(change));
}

const queryOf = ({ sql, values }: Sql) => ({ sql, args: [...values], argTypes: [] });
