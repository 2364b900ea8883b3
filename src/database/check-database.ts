import { rowFaults } from './check-rows.js';
import { Connection, type Row } from './connection.js';

const MOST_FAULTS = 50;

/** `isReadable` says whether its pages are sound: else what is read from it may be anything, and without end. */
export type DatabaseCheck = { faults: string[]; isReadable: boolean };

/**
 * Whether a database file is sound: SQLite's check of its pages, indexes and constraints, its foreign keys, and every
 * value against its column. Reads only, and beside whoever writes. @returns what is wrong, in words
 */
export const checkDatabase = (file: string): Promise<DatabaseCheck> =>
  checkBy(file, integrityFaults, [orphans, rowFaults]);

/** The same of a fresh copy, whose indexes were just made: its pages and foreign keys alone. */
export const checkCopy = (file: string): Promise<DatabaseCheck> =>
  checkBy(file, pageFaults, [orphans]);

type Check = (connection: Connection) => Promise<string[]>;

async function checkBy(file: string, pages: Check, others: Check[]): Promise<DatabaseCheck> {
  let connection: Connection;
  try {
    connection = await Connection.open(file, 'read');
  } catch (error) {
    return { faults: [unreadable(error)], isReadable: false };
  }
  try {
    // Each index leads all over the table: the few pages that a reader keeps would be read again and again.
    await connection.exec('PRAGMA cache_size = -65536');
    const faults = await faultsOf(connection, pages);
    if (faults.length > 0) return { faults, isReadable: false };
    for (const check of others) faults.push(...(await faultsOf(connection, check)));
    return { faults, isReadable: true };
  } finally {
    await connection.close();
  }
}

/** A page that is no page ends a check: that is what it found. */
async function faultsOf(connection: Connection, check: Check): Promise<string[]> {
  try {
    return await check(connection);
  } catch (error) {
    return [unreadable(error)];
  }
}

const unreadable = (error: unknown): string =>
  `database: it cannot be read through: ${(error as Error).message}`;

async function integrityFaults(connection: Connection): Promise<string[]> {
  return textsOf(await connection.all(`PRAGMA integrity_check(${MOST_FAULTS})`), 'integrity_check');
}

async function pageFaults(connection: Connection): Promise<string[]> {
  return textsOf(await connection.all(`PRAGMA quick_check(${MOST_FAULTS})`), 'quick_check');
}

const textsOf = (rows: Row[], column: string): string[] =>
  rows
    .map((row) => String(row[column]))
    .filter((text) => text !== 'ok')
    .map((text) => `database: ${text}`);

async function orphans(connection: Connection): Promise<string[]> {
  const rows = await connection.all('PRAGMA foreign_key_check');
  const faults = rows.map(
    ({ table, rowid, parent }) =>
      `${table} row ${rowid}: refers to a row of ${parent} that is not there`,
  );
  const more = faults.length - MOST_FAULTS;
  return more > 0
    ? [...faults.slice(0, MOST_FAULTS), `${more} more rows refer to what is not there`]
    : faults;
}
