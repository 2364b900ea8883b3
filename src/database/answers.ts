import { DriverAdapterError, type SqlQuery, type SqlResultSet } from '@prisma/driver-adapter-utils';
import type { Connection, Row } from './connection.js';
import { controlsTransaction } from './sql-kind.js';
import { exactRows, ResultSet, type SqliteValue, toSqlite } from './values.js';

export const ADAPTER_NAME = 'parks-without-walls-sqlite3';

/** Is told each statement of Prisma; tests and the benchmark count them. */
export type OnQuery = (sql: string) => void;

/** Runs a query of Prisma and returns its rows. */
export async function answer(connection: Connection, query: SqlQuery): Promise<SqlResultSet> {
  return new ResultSet(await connection.all(allowed(query.sql), argsOf(query)));
}

/** The same as plain rows, for questions that do not come from the client. */
export async function plainRows(connection: Connection, query: SqlQuery): Promise<Row[]> {
  return exactRows(await connection.all(allowed(query.sql), argsOf(query)));
}

/** Runs a query of Prisma and returns the number of rows that it changed. */
export async function change(connection: Connection, query: SqlQuery): Promise<number> {
  return connection.run(allowed(query.sql), argsOf(query));
}

function argsOf(query: SqlQuery): SqliteValue[] {
  return query.args.map((value, index) => toSqlite(value, query.argTypes[index]));
}

function allowed(sql: string): string {
  if (!controlsTransaction(sql)) return sql;
  const message = `"${sql.trim()}" is not run as a statement: transactions are begun and ended by transact.`;
  throw new DriverAdapterError({ kind: 'InvalidInputValue', message, originalMessage: message });
}
