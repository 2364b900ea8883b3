import sqlite3 from 'sqlite3';
import { answersWithRows } from './sql-kind.js';
import { Statements } from './statements.js';
import { Turns } from './turns.js';
import type { SqliteValue } from './values.js';

export type Row = Record<string, SqliteValue>;
export type Access = 'read' | 'write';

/** How long a connection waits for another process's lock, in milliseconds. */
export const LONGEST_LOCK_MS = 5000;

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
const CACHE: Record<Access, number> = { read: 2000, write: 16_000 };

/** One connection to the file. It runs one call at a time, in the order of asking. */
export class Connection {
  readonly #database: sqlite3.Database;
  readonly #statements: Statements;
  readonly #turns = new Turns();
  #lockMs = LONGEST_LOCK_MS;

  private constructor(database: sqlite3.Database) {
    this.#database = database;
    this.#statements = new Statements(database);
  }

  /**
   * Opens the file; with 'write' it is made when missing, and journals ahead (WAL).
   * Errors are those of SQLite, for example SQLITE_CANTOPEN.
   */
  static async open(file: string, access: Access): Promise<Connection> {
    const mode =
      access === 'write' ? sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE : sqlite3.OPEN_READONLY;
    const connection = new Connection(await openFile(file, mode));
    try {
      for (const setting of SETTINGS) await connection.exec(setting);
      await connection.exec(`PRAGMA cache_size = -${CACHE[access]}`);
      if (access === 'write') await connection.#journalAhead();
    } catch (error) {
      await connection.close();
      throw error;
    }
    return connection;
  }

  /** Runs the statement and returns all of its rows. */
  all(sql: string, args: readonly SqliteValue[] = []): Promise<Row[]> {
    return this.#turns.run(() => this.#statements.with(sql, (it) => all(it, args)));
  }

  /** Runs the statement and returns how many rows it changed (or answered with). */
  async run(sql: string, args: readonly SqliteValue[] = []): Promise<number> {
    if (answersWithRows(sql)) return (await this.all(sql, args)).length;
    return this.#turns.run(() => this.#statements.with(sql, (it) => run(it, args)));
  }

  /** Runs a script of several statements. */
  exec(script: string): Promise<void> {
    return this.#turns.run(() => settled((done) => this.#database.exec(script, done)));
  }

  /** How long the next statements wait for another process's lock. Only between statements: SQLite would wait here. */
  waitForLock(ms: number): void {
    if (ms === this.#lockMs) return;
    this.#lockMs = ms;
    this.#database.configure('busyTimeout', ms);
  }

  /**
   * Leaves no transaction open, after something failed in it.
   * @throws Error of SQLite where it cannot: the connection is then of no more use
   */
  async rollback(): Promise<void> {
    try {
      await this.run('ROLLBACK');
    } catch (error) {
      // SQLite rolls back by itself after some errors, such as a full disk.
      if (!String(error).includes('no transaction is active')) throw error;
    }
  }

  /** Waits for what is running, then closes. A transaction still open is rolled back by SQLite. */
  close(): Promise<void> {
    return this.#turns.run(async () => {
      await this.#statements.finalize();
      await settled((done) => this.#database.close(done));
    });
  }

  /** SQLite does not wait for a lock here by itself, so two processes starting at once need this. */
  async #journalAhead(): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await this.exec('PRAGMA journal_mode = WAL');
        return;
      } catch (error) {
        if (tries >= 100 || !String(error).includes('SQLITE_BUSY')) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }
}

function openFile(file: string, mode: number): Promise<sqlite3.Database> {
  return new Promise((resolve, reject) => {
    const database = new sqlite3.Database(file, mode, (error) => {
      if (error) reject(error);
      else resolve(database);
    });
  });
}

function all(statement: sqlite3.Statement, args: readonly SqliteValue[]): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    statement.all<Row>(args, (error, rows) => {
      if (error) reject(error);
      else resolve(rows);
    });
  });
}

function run(statement: sqlite3.Statement, args: readonly SqliteValue[]): Promise<number> {
  return new Promise((resolve, reject) => {
    statement.run(args, function (error) {
      if (error) reject(error);
      else resolve(this.changes);
    });
  });
}

function settled(start: (done: (error: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
