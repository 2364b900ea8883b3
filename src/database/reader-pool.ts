import { Connection } from './connection.js';

/** Read-only connections, each lent to one statement at a time, in the order of asking. */
export class ReaderPool {
  readonly #all: Connection[];
  readonly #idle: Connection[];
  readonly #waiting: ((connection: Connection) => void)[] = [];

  private constructor(connections: Connection[]) {
    this.#all = connections;
    this.#idle = [...connections];
  }

  /** The file must exist and journal ahead: open the writer first. */
  static async open(file: string, size: number): Promise<ReaderPool> {
    const opening = Array.from({ length: size }, () => Connection.open(file, 'read'));
    return new ReaderPool(await Promise.all(opening));
  }

  async use<T>(read: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = this.#idle.pop() ?? (await this.#next());
    try {
      return await read(connection);
    } finally {
      this.#giveBack(connection);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((connection) => connection.close()));
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
