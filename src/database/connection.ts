import { type Access, LONGEST_LOCK_MS, openSession, type Row, type Session } from './driver.js';
import { answersWithRows } from './sql-kind.js';
import { Turns } from './turns.js';
import type { SqliteValue } from './values.js';

export type { Row } from './driver.js';

/** One connection to the file. It runs one call at a time, in the order of asking. */
export class Connection {
  readonly #session: Session;
  readonly #turns = new Turns();

  private constructor(session: Session) {
    this.#session = session;
  }

  /**
   * Opens the file; with 'write' it is made when missing, and journals ahead (WAL).
   * Errors are those of SQLite, for example SQLITE_CANTOPEN.
   */
  static async open(file: string, access: Access): Promise<Connection> {
    const connection = new Connection(await openSession(file, access));
    try {
      if (access === 'write') await connection.#journalAhead();
    } catch (error) {
      await connection.close();
      throw error;
    }
    return connection;
  }

  /** Runs the statement and returns all of its rows. */
  all(sql: string, args: readonly SqliteValue[] = []): Promise<Row[]> {
    return this.#turns.run(() => this.#session.all(sql, args));
  }

  /** Runs the statement and returns how many rows it changed (or answered with). */
  async run(sql: string, args: readonly SqliteValue[] = []): Promise<number> {
    if (answersWithRows(sql)) return (await this.all(sql, args)).length;
    return this.#turns.run(() => this.#session.run(sql, args));
  }

  /** Runs a script of several statements. */
  exec(script: string): Promise<void> {
    return this.#turns.run(() => this.#session.exec(script));
  }

  /** How long the next statements wait for another process's lock. Only between statements. */
  waitForLock(ms: number): void {
    this.#session.waitForLock(ms);
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
    return this.#turns.run(() => this.#session.close());
  }

  /** SQLite does not wait for a lock here by itself, so two processes starting at once need this. */
  async #journalAhead(): Promise<void> {
    const end = performance.now() + LONGEST_LOCK_MS;
    for (;;) {
      try {
        await this.exec('PRAGMA journal_mode = WAL');
        return;
      } catch (error) {
        if (performance.now() > end || !String(error).includes('SQLITE_BUSY')) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }
}
