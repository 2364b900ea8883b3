import type { SqliteValue } from './values.js';

export type Row = Record<string, SqliteValue>;

/**
 * What a connection is for: the one that writes, one for questions that somebody waits for, or one for slow work, whose
 * statements never run in the calling thread.
 */
export type Access = 'write' | 'read' | 'read-slowly';

/** The library that reads and writes the file: npm's sqlite3, or the one in Node 24 and later. */
export type Driver = 'sqlite3' | 'node';

/** How long a connection waits for another process's lock, in milliseconds. */
export const LONGEST_LOCK_MS = 5000;

/** One file, opened by a library of SQLite. It is asked for one call at a time. Errors are thrown as `SqliteError`. */
export interface Session {
  /** All rows of a statement that answers with rows. */
  all(sql: string, args: readonly SqliteValue[]): Promise<Row[]>;
  /** Runs a statement that answers with none. @returns how many rows it changed */
  run(sql: string, args: readonly SqliteValue[]): Promise<number>;
  /** Runs a script of several statements. */
  exec(script: string): Promise<void>;
  /** How long the next statements wait for another process's lock. */
  waitForLock(ms: number): void;
  /** Closes the file; SQLite rolls back what is still open. */
  close(): Promise<void>;
}

let chosen: Driver = 'sqlite3';
let isInUse = false;

/** Two libraries in one process would drop each other's locks: closing a file ends all that the process has on it. */
class TwoDrivers extends Error {
  override name = 'TwoDrivers';
  constructor() {
    super('The library of SQLite is chosen before a database is opened, and once.');
  }
}

/**
 * Chooses the library for this whole process; npm's sqlite3 where nobody does.
 * @param driver as the settings name it; undefined leaves it as it is
 * @throws TwoDrivers when another is in use already
 */
export function chooseDriver(driver: Driver | undefined): void {
  if (driver === undefined) return;
  if (isInUse && driver !== chosen) throw new TwoDrivers();
  chosen = driver;
}

/** The library of this process. */
export const driverInUse = (): Driver => chosen;

/** Opens the file with the library of this process, which is read when the first one is opened. */
export async function openSession(file: string, access: Access): Promise<Session> {
  isInUse = true;
  if (chosen === 'node') return (await import('./node-session.js')).openNodeSession(file, access);
  return (await import('./sqlite3-session.js')).openSqlite3Session(file, access);
}

/**
 * Every connection waits for another process's lock, keeps foreign keys, and writes through to the disk
 * before a commit is acknowledged. `recursive_triggers` makes the append-only triggers fire for
 * INSERT OR REPLACE too.
 */
const SETTINGS = [
  `PRAGMA busy_timeout = ${LONGEST_LOCK_MS}`,
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
  'PRAGMA recursive_triggers = ON',
  'PRAGMA temp_store = MEMORY',
];

/**
 * Pages kept by each connection, in KiB. A large database fills this once and for all, so readers keep few: the system
 * has the file in memory anyhow, and four times 16 MB made an export of a large network look as if it grew with its
 * rows. The one that writes keeps what a large transaction changes.
 */
const CACHE: Record<Access, number> = { read: 2000, 'read-slowly': 2000, write: 16_000 };

/** What a file is set to once it is open, a statement each. */
export const settingsOf = (access: Access): string[] => [
  ...SETTINGS,
  `PRAGMA cache_size = -${CACHE[access]}`,
];
