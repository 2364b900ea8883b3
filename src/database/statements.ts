import type sqlite3 from 'sqlite3';

/** SQL longer than this is made once and thrown away: bulk inserts would crowd everything else out. */
export const LONGEST_KEPT = 16_384;
/** The most statements that one connection keeps. */
export const MOST_KEPT = 256;

/**
 * The prepared statements of one connection, least recently used first to go.
 * The connection runs one call at a time, so a statement is never in use twice.
 */
export class Statements {
  readonly #database: sqlite3.Database;
  readonly #capacity: number;
  readonly #kept = new Map<string, sqlite3.Statement>();

  constructor(database: sqlite3.Database, capacity = MOST_KEPT) {
    this.#database = database;
    this.#capacity = capacity;
  }

  /**
   * Prepares the SQL, or finds it prepared, hands it to `use`, and keeps it for the next call. A statement that failed
   * is not kept: after SQLITE_BUSY it is still running as far as SQLite knows, so nothing that the connection writes
   * afterwards is committed, and it holds its snapshot and the lock. The driver has no reset; finalizing does as much.
   */
  async with<T>(sql: string, use: (statement: sqlite3.Statement) => Promise<T>): Promise<T> {
    const statement = this.#kept.get(sql) ?? (await prepare(this.#database, sql));
    let result: T;
    try {
      result = await use(statement);
    } catch (error) {
      this.#kept.delete(sql);
      await finalize(statement);
      throw error;
    }
    await this.#keep(sql, statement);
    return result;
  }

  /** Finalizes every statement; the connection can be closed after it. */
  async finalize(): Promise<void> {
    const all = [...this.#kept.values()];
    this.#kept.clear();
    for (const statement of all) await finalize(statement);
  }

  async #keep(sql: string, statement: sqlite3.Statement): Promise<void> {
    if (sql.length > LONGEST_KEPT) return finalize(statement);
    this.#kept.delete(sql);
    this.#kept.set(sql, statement);
    if (this.#kept.size <= this.#capacity) return;
    const [oldest] = this.#kept;
    if (!oldest) return;
    this.#kept.delete(oldest[0]);
    await finalize(oldest[1]);
  }
}

function prepare(database: sqlite3.Database, sql: string): Promise<sqlite3.Statement> {
  return new Promise((resolve, reject) => {
    const statement = database.prepare(sql, (error: Error | null) => {
      if (error) reject(error);
      else resolve(statement);
    });
  });
}

function finalize(statement: sqlite3.Statement): Promise<void> {
  return new Promise((resolve) => {
    statement.finalize(() => resolve());
  });
}
