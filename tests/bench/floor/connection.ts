import { createRequire } from 'node:module';
import sqlite3 from 'sqlite3';

type Stored = string | number | null;
export type Value = Stored | Uint8Array;
export type Row = Record<string, Stored>;

/** One file: each statement is prepared once, and nothing is between the page and the driver. */
export interface Connection {
  all<T = Row>(sql: string, ...values: Value[]): Promise<T[]>;
  one<T = Row>(sql: string, ...values: Value[]): Promise<T | undefined>;
  /** @returns the id of the row that was inserted last */
  run(sql: string, ...values: Value[]): Promise<number>;
  /** Lets go of the file. */
  close(): Promise<void>;
}

const settings = `PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
  PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000`;

type Statement = {
  all(...values: Value[]): unknown[];
  run(...values: Value[]): { lastInsertRowid: number | bigint };
};
type NodeDatabase = { prepare(sql: string): Statement; exec(script: string): void; close(): void };
type Library = { DatabaseSync: new (file: string, options: { readOnly: boolean }) => NodeDatabase };

/** Node's own library, which answers in the calling thread: the least that a statement can cost. Null before Node 24. */
const ofNode: Library | null =
  Number(process.versions.node.split('.')[0]) < 24
    ? null
    : createRequire(import.meta.url)('node:sqlite');

/** Which library the floor reads with, as the report tells. */
export const floorDriver = ofNode === null ? 'sqlite3' : 'node:sqlite';

/** Opens the file with Node's own SQLite where there is one, else with npm's. */
export async function openConnection(file: string, access: 'read' | 'write'): Promise<Connection> {
  return ofNode === null
    ? ThreadedConnection.open(file, access)
    : new DirectConnection(new ofNode.DatabaseSync(file, { readOnly: access === 'read' }));
}

class DirectConnection implements Connection {
  readonly #statements = new Map<string, Statement>();
  constructor(readonly database: NodeDatabase) {
    database.exec(settings);
  }

  async all<T = Row>(sql: string, ...values: Value[]): Promise<T[]> {
    return this.#prepared(sql).all(...values) as T[];
  }

  async one<T = Row>(sql: string, ...values: Value[]): Promise<T | undefined> {
    return this.#prepared(sql).all(...values)[0] as T | undefined;
  }

  async run(sql: string, ...values: Value[]): Promise<number> {
    return Number(this.#prepared(sql).run(...values).lastInsertRowid);
  }

  async close(): Promise<void> {
    this.#statements.clear();
    this.database.close();
  }

  #prepared(sql: string): Statement {
    const known = this.#statements.get(sql) ?? this.database.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }
}

class ThreadedConnection implements Connection {
  readonly #statements = new Map<string, sqlite3.Statement>();
  private constructor(readonly database: sqlite3.Database) {}

  static open(file: string, access: 'read' | 'write'): Promise<ThreadedConnection> {
    const mode = access === 'read' ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE;
    return new Promise((resolve, reject) => {
      const database = new sqlite3.Database(file, mode, (error) => {
        if (error) return reject(error);
        database.exec(settings, (failed) => {
          if (failed) reject(failed);
          else resolve(new ThreadedConnection(database));
        });
      });
    });
  }

  all<T = Row>(sql: string, ...values: Value[]): Promise<T[]> {
    return new Promise((resolve, reject) => {
      this.#prepared(sql).all<T>(values, (error, rows) => {
        if (error) reject(error);
        else resolve(rows);
      });
    });
  }

  async one<T = Row>(sql: string, ...values: Value[]): Promise<T | undefined> {
    return (await this.all<T>(sql, ...values))[0];
  }

  /** @returns the id of the row that was inserted last */
  run(sql: string, ...values: Value[]): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#prepared(sql).run(values, function (error) {
        if (error) reject(error);
        else resolve(this.lastID);
      });
    });
  }

  /** Lets go of the file. */
  close(): Promise<void> {
    for (const statement of this.#statements.values()) statement.finalize();
    return new Promise((resolve, reject) => {
      this.database.close((error) => (error ? reject(error) : resolve()));
    });
  }

  #prepared(sql: string): sqlite3.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const made = this.database.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }
}

/** As many readers as the product has, in turn. */
export class Readers {
  #next = 0;
  constructor(readonly connections: Connection[]) {}

  get(): Connection {
    this.#next = (this.#next + 1) % this.connections.length;
    return this.connections[this.#next] as Connection;
  }
}

/** The one that writes: transactions one after the other. */
export class Writer {
  #last: Promise<unknown> = Promise.resolve();
  constructor(readonly connection: Connection) {}

  transact<T>(act: (tx: Connection) => Promise<T>): Promise<T> {
    const done = this.#last.then(() => this.#inTurn(act));
    this.#last = done.catch(() => {});
    return done;
  }

  async #inTurn<T>(act: (tx: Connection) => Promise<T>): Promise<T> {
    await this.connection.run('BEGIN IMMEDIATE');
    try {
      const result = await act(this.connection);
      await this.connection.run('COMMIT');
      return result;
    } catch (error) {
      await this.connection.run('ROLLBACK');
      throw error;
    }
  }
}
