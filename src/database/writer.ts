import { Connection } from './connection.js';
import { type Release, Turns } from './turns.js';

/** The one connection that writes, and the queue before it. */
export class Writer {
  readonly #file: string;
  readonly #queue = new Turns();
  #connection: Connection;

  private constructor(file: string, connection: Connection) {
    this.#file = file;
    this.#connection = connection;
  }

  static async open(file: string): Promise<Writer> {
    return new Writer(file, await Connection.open(file, 'write'));
  }

  /** The connection, for whoever's turn it is. */
  get connection(): Connection {
    return this.#connection;
  }

  /** Does a single write in its turn; it is a transaction of its own. */
  write<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#queue.run(() => work(this.#connection));
  }

  /** Waits for its turn and begins a transaction. Whoever gets the release ends the transaction first. */
  async begin(): Promise<Release> {
    const release = await this.#queue.enter();
    try {
      await this.#connection.run('BEGIN IMMEDIATE');
      return release;
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Leaves the connection outside any transaction, with a new connection if nothing else helps. */
  async rollback(): Promise<void> {
    try {
      await this.#connection.run('ROLLBACK');
    } catch (error) {
      // SQLite rolls back by itself after some errors, such as a full disk.
      if (String(error).includes('no transaction is active')) return;
      const unusable = this.#connection;
      this.#connection = await Connection.open(this.#file, 'write');
      await unusable.close();
    }
  }

  async close(): Promise<void> {
    await this.#queue.run(() => this.#connection.close());
  }
}
