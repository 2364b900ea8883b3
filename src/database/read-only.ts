import type {
  ConnectionInfo,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { ADAPTER_NAME, answer } from './answers.js';
import type { Db } from './database.js';
import { toAdapterError } from './errors.js';
import { PrismaClient } from './generated/client.js';
import { ReaderPool } from './reader-pool.js';

/** A write to a database that was opened to be read, such as the copy in a backup. */
class OpenedToRead extends Error {
  override name = 'OpenedToRead';
  constructor() {
    super('This database was opened to be read: nothing is written to it.');
  }
}

/**
 * Opens a database that nobody writes to, such as the copy in a backup: not a byte of the file changes,
 * and it may lie where nothing can be written. Writes and transactions throw.
 */
export async function openReadOnly(file: string): Promise<{ db: Db; close: () => Promise<void> }> {
  const db = new PrismaClient({ adapter: new ReadOnlyFactory(file) });
  await db.$connect();
  return { db, close: () => db.$disconnect() };
}

class ReadOnlyFactory implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = ADAPTER_NAME;
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  async connect(): Promise<SqlDriverAdapter> {
    return new ReadOnlyAdapter(await ReaderPool.open(this.#file, 1));
  }
}

class ReadOnlyAdapter implements SqlDriverAdapter {
  readonly provider = 'sqlite';
  readonly adapterName = ADAPTER_NAME;
  readonly #readers: ReaderPool;

  constructor(readers: ReaderPool) {
    this.#readers = readers;
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    try {
      return await this.#readers.use((connection) => answer(connection, query));
    } catch (error) {
      throw toAdapterError(error);
    }
  }

  async executeRaw(): Promise<number> {
    throw new OpenedToRead();
  }

  async executeScript(): Promise<void> {
    throw new OpenedToRead();
  }

  async startTransaction(): Promise<Transaction> {
    throw new OpenedToRead();
  }

  /** As the adapter that writes. */
  getConnectionInfo(): ConnectionInfo {
    return { maxBindValues: 32_766, supportsRelationJoins: false };
  }

  dispose(): Promise<void> {
    return this.#readers.close();
  }
}
