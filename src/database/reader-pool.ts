import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import { Connection } from './connection.js';
import type { Access } from './driver.js';

/** Read-only connections, each lent to one statement at a time, in the order of asking. */
export class ReaderPool {
  readonly #size: number;
  readonly #idle: Connection[];
  readonly #waiting: ((connection: Connection) => void)[] = [];
  #isClosing = false;

  private constructor(connections: Connection[]) {
    this.#size = connections.length;
    this.#idle = connections;
  }

  /** The file must exist and journal ahead: open the writer first. */
  static async open(
    file: string,
    size: number,
    access: Exclude<Access, 'write'> = 'read',
  ): Promise<ReaderPool> {
    const connections: Connection[] = [];
    try {
      while (connections.length < size) connections.push(await Connection.open(file, access));
    } catch (error) {
      for (const connection of connections) await connection.close();
      throw error;
    }
    return new ReaderPool(connections);
  }

  async use<T>(read: (connection: Connection) => Promise<T>): Promise<T> {
    if (this.#isClosing) throw closed();
    const connection = await this.#take();
    try {
      return await read(connection);
    } finally {
      this.#giveBack(connection);
    }
  }

  /** Answers every read that has been asked for, then closes; later ones are refused. */
  async close(): Promise<void> {
    this.#isClosing = true;
    const closing = Array.from({ length: this.#size }, async () => (await this.#take()).close());
    await Promise.all(closing);
  }

  async #take(): Promise<Connection> {
    return this.#idle.pop() ?? this.#next();
  }

  #next(): Promise<Connection> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #giveBack(connection: Connection): void {
    const next = this.#waiting.shift();
    if (next) next(connection);
    else this.#idle.push(connection);
  }
}

function closed(): DriverAdapterError {
  return new DriverAdapterError({ kind: 'ConnectionClosed' });
}
