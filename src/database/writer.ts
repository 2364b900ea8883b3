import { type BoxFault, boxFaultOf } from './box-faults.js';
import { Connection } from './connection.js';
import { LONGEST_LOCK_MS } from './driver.js';
import { type Release, Turns } from './turns.js';

/** The turn of a transaction that has begun: its connection, and what ends the turn. */
export type Turn = { connection: Connection; release: Release };

/** What a write waits at least for another process's lock, however long it has waited for its turn. */
const LEAST_LOCK_MS = 500;

/** The one connection that writes, and the queue before it. */
export class Writer {
  readonly #file: string;
  readonly #queue = new Turns();
  /** Undefined after one became unusable, until the next turn opens another. */
  #connection: Connection | undefined;
  #fault: BoxFault | null = null;
  #retrying: Promise<BoxFault | null> | null = null;

  private constructor(file: string, connection: Connection) {
    this.#file = file;
    this.#connection = connection;
  }

  static async open(file: string): Promise<Writer> {
    return new Writer(file, await Connection.open(file, 'write'));
  }

  /** Why the last write that the machine refused was refused, until one is known to work again. */
  get fault(): BoxFault | null {
    return this.#fault;
  }

  /** Does a single write in its turn; it is a transaction of its own. */
  write<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const since = performance.now();
    return this.#queue.run(() => this.#attempt(since, work));
  }

  /** Waits for its turn and begins a transaction. Whoever gets the turn ends the transaction before it. */
  async begin(): Promise<Turn> {
    const since = performance.now();
    const release = await this.#queue.enter();
    try {
      const connection = await this.#attempt(since, async (usable) => {
        await usable.run('BEGIN IMMEDIATE');
        return usable;
      });
      return { connection, release };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Ends the transaction of a turn, and the connection with it if nothing else helps. */
  rollback({ connection }: Turn): Promise<void> {
    return this.#clean(connection);
  }

  /** Remembers a fault of the machine, for who asks whether writes work. */
  note(error: unknown): void {
    this.#fault = boxFaultOf(error) ?? this.#fault;
  }

  /**
   * Finds out whether writes work again after a fault, by one that changes nothing and still goes to the disk.
   * @returns the fault that is still there, or null
   */
  retry(): Promise<BoxFault | null> {
    this.#retrying ??= this.#retry().finally(() => {
      this.#retrying = null;
    });
    return this.#retrying;
  }

  async #retry(): Promise<BoxFault | null> {
    if (this.#fault === null) return null;
    try {
      await this.write(async (connection) => {
        connection.waitForLock(LEAST_LOCK_MS);
        const [row] = await connection.all('PRAGMA user_version');
        await connection.exec(`PRAGMA user_version = ${Number(row?.user_version)}`);
      });
      this.#fault = null;
    } catch (error) {
      if (boxFaultOf(error) === null) throw error;
    }
    return this.#fault;
  }

  async close(): Promise<void> {
    await this.#queue.run(async () => this.#connection?.close());
  }

  /** Whatever fails leaves a connection on which the next in the queue can write. */
  async #attempt<T>(since: number, work: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      const connection = await this.#usable(since);
      try {
        return await work(connection);
      } catch (error) {
        await this.#clean(connection);
        throw error;
      }
    } catch (error) {
      this.note(error);
      throw error;
    }
  }

  /** Who stood in the queue behind others that waited for a lock does not wait for it as long again. */
  async #usable(since: number): Promise<Connection> {
    this.#connection ??= await Connection.open(this.#file, 'write');
    const waited = performance.now() - since;
    const left = waited < LEAST_LOCK_MS ? LONGEST_LOCK_MS : LONGEST_LOCK_MS - waited;
    this.#connection.waitForLock(Math.max(LEAST_LOCK_MS, Math.round(left)));
    return this.#connection;
  }

  async #clean(connection: Connection): Promise<void> {
    try {
      await connection.rollback();
    } catch {
      this.#connection = undefined;
      // Closing rolls back; where even that fails, the next turn opens a connection all the same.
      await connection.close().catch(() => {});
    }
  }
}
