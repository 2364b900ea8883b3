import sqlite3 from 'sqlite3';
import { type Access, LONGEST_LOCK_MS, type Row, type Session, settingsOf } from './driver.js';
import { Statements } from './statements.js';
import type { SqliteValue } from './values.js';

/** Opens the file with npm's sqlite3: each call is done by a thread of libuv's, so none stops the process. */
export async function openSqlite3Session(file: string, access: Access): Promise<Session> {
  const session = new Sqlite3Session(await openFile(file, access));
  try {
    for (const setting of settingsOf(access)) await session.exec(setting);
  } catch (error) {
    await session.close();
    throw error;
  }
  return session;
}

class Sqlite3Session implements Session {
  readonly #database: sqlite3.Database;
  readonly #statements: Statements;
  #lockMs = LONGEST_LOCK_MS;

  constructor(database: sqlite3.Database) {
    this.#database = database;
    this.#statements = new Statements(database);
  }

  all(sql: string, args: readonly SqliteValue[]): Promise<Row[]> {
    return this.#statements.with(sql, (statement) => all(statement, args));
  }

  run(sql: string, args: readonly SqliteValue[]): Promise<number> {
    return this.#statements.with(sql, (statement) => run(statement, args));
  }

  exec(script: string): Promise<void> {
    return settled((done) => this.#database.exec(script, done));
  }

  /** Only between statements: SQLite would wait here. */
  waitForLock(ms: number): void {
    if (ms === this.#lockMs) return;
    this.#lockMs = ms;
    this.#database.configure('busyTimeout', ms);
  }

  async close(): Promise<void> {
    await this.#statements.finalize();
    await settled((done) => this.#database.close(done));
  }
}

function openFile(file: string, access: Access): Promise<sqlite3.Database> {
  const mode =
    access === 'write' ? sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE : sqlite3.OPEN_READONLY;
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
