import { Connection } from './connection.js';
import { type Release, Turns } from './turns.js';

/** The turn of a transaction that has begun: its connection, and what ends the turn. */
export type Turn = { connection: Connection; release: Release };

/** The one connection that writes, and the queue before it. */
export class Writer {
  readonly #file: string;
  readonly #queue = new Turns();
  /** Undefined after one became unusable, until the next turn opens another. */
  #connection: Connection | undefined;

  private constructor(file: string, connection: Connection) {
    this.#file = file;
    this.#connection = connection;
  }

  static async open(file: string): Promise<Writer> {
    return new Writer(file, await Connection.open(file, 'write'));
  }

  /** Does a single write in its turn; it is a transaction of its own. */
  write<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#queue.run(async () => work(await this.#usable()));
  }

  /** Waits for its turn and begins a transaction. Whoever gets the turn ends the transaction before it. */
  async begin(): Promise<Turn> {
    const release = await this.#queue.enter();
    try {
      const connection = await this.#usable();
      await connection.run('BEGIN IMMEDIATE');
      return { connection, release };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Ends the transaction of a turn, and the connection with it if nothing else helps. */
  async rollback({ connection }: Turn): Promise<void> {
    try {
      await connection.run('ROLLBACK');
    } catch (error) {
      // SQLite rolls back by itself after some errors, such as a full disk.
      if (String(error).includes('no transaction is active')) return;
      this.#connection = undefined;
      // Closing rolls back; where even that fails, the next turn opens a connection all the same.
      await connection.close().catch(() => {});
    }
  }

  async close(): Promise<void> {
    await this.#queue.run(async () => this.#connection?.close());
  }

  async #usable(): Promise<Connection> {
    this.#connection ??= await Connection.open(this.#file, 'write');
    return this.#connection;
  }
}
