import type {
  ConnectionInfo,
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import { ADAPTER_NAME, answer, change, type OnQuery, plainRows } from './answers.js';
import { type Changes, EVERY_TABLE, tableChangedBy } from './changes.js';
import type { Connection, Row } from './connection.js';
import { toAdapterError, WriteInsideTransaction } from './errors.js';
import { ReaderPool } from './reader-pool.js';
import { isSlow } from './slowly.js';
import { isRead } from './sql-kind.js';
import { WriterTransaction } from './transaction.js';
import { Writer } from './writer.js';

/** Answers a question from what is committed. */
export type ReadRows = (query: SqlQuery) => Promise<Row[]>;

export interface AdapterOptions {
  /** The database file; made when missing. */
  file: string;
  /** How many read-only connections stand beside the one that writes, and as many again as `slowReaders` for slow work. */
  readers: number;
  slowReaders: number;
  onQuery: OnQuery;
  /** Counts what is committed. */
  changes: Changes;
  /** Whether the calling code is inside a transaction that it opened itself. */
  isInsideTransaction: () => boolean;
  /** Is given what writes, once it is open. */
  onWriter: (writer: Writer) => void;
  /** Is given what answers questions past the client, once it is open. */
  onReading: (read: ReadRows) => void;
  /** Is told of each transaction that has begun, in the context of the code that asked for it. */
  onBegin: (transaction: WriterTransaction) => void;
}

/** Prisma's driver adapter on npm sqlite3, the only place of the project that knows this driver. */
export class SqliteAdapterFactory implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = ADAPTER_NAME;
  readonly #options: AdapterOptions;

  constructor(options: AdapterOptions) {
    this.#options = options;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const { file, readers, slowReaders } = this.#options;
    const writer = await Writer.open(file);
    const pools: ReaderPool[] = [];
    try {
      const quick = await ReaderPool.open(file, readers);
      pools.push(quick);
      const slow =
        slowReaders > 0 ? await ReaderPool.open(file, slowReaders, 'read-slowly') : quick;
      this.#options.onWriter(writer);
      const adapter = new SqliteAdapter(writer, { quick, slow }, this.#options);
      this.#options.onReading((query) => adapter.rows(query));
      return adapter;
    } catch (error) {
      for (const pool of pools) await pool.close();
      await writer.close();
      throw error;
    }
  }
}

/** The same pool twice where slow work has none of its own. */
type Readers = { quick: ReaderPool; slow: ReaderPool };

/**
 * Reads outside a transaction run on read-only connections, which see only what is committed. All
 * else waits its turn for the writer, so nothing can slip into someone else's transaction.
 */
class SqliteAdapter implements SqlDriverAdapter {
  readonly provider = 'sqlite';
  readonly adapterName = ADAPTER_NAME;
  readonly #writer: Writer;
  readonly #readers: Readers;
  readonly #options: AdapterOptions;

  constructor(writer: Writer, readers: Readers, options: AdapterOptions) {
    this.#writer = writer;
    this.#readers = readers;
    this.#options = options;
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    this.#options.onQuery(query.sql);
    if (!isRead(query.sql)) {
      return this.#change(tableChangedBy(query.sql), (connection) => answer(connection, query));
    }
    return this.#read((connection) => answer(connection, query));
  }

  rows(query: SqlQuery): Promise<Row[]> {
    this.#options.onQuery(query.sql);
    return this.#read((connection) => plainRows(connection, query));
  }

  executeRaw(query: SqlQuery): Promise<number> {
    this.#options.onQuery(query.sql);
    return this.#change(tableChangedBy(query.sql), (connection) => change(connection, query));
  }

  executeScript(script: string): Promise<void> {
    return this.#change(EVERY_TABLE, (connection) => connection.exec(script));
  }

  async startTransaction(level?: IsolationLevel): Promise<Transaction> {
    if (level && level !== 'SERIALIZABLE') {
      throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level });
    }
    const begun = await this.#write(() => WriterTransaction.begin(this.#writer, this.#options));
    this.#options.onBegin(begun);
    return begun;
  }

  /** 32,766 is SQLite's own limit; Prisma divides longer lists by it. */
  getConnectionInfo(): ConnectionInfo {
    return { maxBindValues: 32_766, supportsRelationJoins: false };
  }

  async dispose(): Promise<void> {
    const { quick, slow } = this.#readers;
    await quick.close();
    if (slow !== quick) await slow.close();
    await this.#writer.close();
  }

  async #read<T>(read: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      return await (isSlow() ? this.#readers.slow : this.#readers.quick).use(read);
    } catch (error) {
      throw toAdapterError(error);
    }
  }

  #change<T>(table: string | null, work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#write(async () => {
      try {
        return await this.#writer.write(work);
      } finally {
        if (table !== null) this.#options.changes.note([table]);
      }
    });
  }

  async #write<T>(work: () => Promise<T>): Promise<T> {
    if (this.#options.isInsideTransaction()) throw new WriteInsideTransaction();
    try {
      return await work();
    } catch (error) {
      throw toAdapterError(error);
    }
  }
}
