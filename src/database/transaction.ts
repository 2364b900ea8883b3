import type { SqlQuery, SqlResultSet, Transaction } from '@prisma/driver-adapter-utils';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import { ADAPTER_NAME, answer, change, type OnQuery, plainRows } from './answers.js';
import { boxFaultOf } from './box-faults.js';
import { type Changes, tableChangedBy } from './changes.js';
import type { Connection, Row } from './connection.js';
import { toAdapterError } from './errors.js';
import { Turns } from './turns.js';
import type { Turn, Writer } from './writer.js';

/**
 * A transaction that has begun on the writer and holds it until commit or rollback. From the moment
 * either is asked for, a statement that arrives late is refused, so that it can never run in the next
 * transaction; what was in flight is waited for.
 */
export class WriterTransaction implements Transaction {
  readonly provider = 'sqlite';
  readonly adapterName = ADAPTER_NAME;
  /** Prisma calls commit() and rollback() and sends no COMMIT or ROLLBACK of its own. */
  readonly options = { usePhantomQuery: true };
  readonly #writer: Writer;
  readonly #turn: Turn;
  readonly #onQuery: OnQuery;
  readonly #turns = new Turns();
  readonly #changes: Changes;
  readonly #changed = new Set<string>();
  /** Commit or rollback was asked for. */
  #isEnding = false;
  /** After it SQLite may have rolled back by itself: another statement would be kept on its own. */
  #fault: { error: unknown } | null = null;

  private constructor(writer: Writer, turn: Turn, onQuery: OnQuery, changes: Changes) {
    this.#changes = changes;
    this.#writer = writer;
    this.#turn = turn;
    this.#onQuery = onQuery;
  }

  static async begin(
    writer: Writer,
    { onQuery, changes }: { onQuery: OnQuery; changes: Changes },
  ): Promise<WriterTransaction> {
    return new WriterTransaction(writer, await writer.begin(), onQuery, changes);
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    this.#tell(query.sql);
    return this.#statement((connection) => answer(connection, query));
  }

  /** Answers a question that does not come from the client. */
  rows(query: SqlQuery): Promise<Row[]> {
    this.#tell(query.sql);
    return this.#statement((connection) => plainRows(connection, query));
  }

  executeRaw(query: SqlQuery): Promise<number> {
    this.#tell(query.sql);
    return this.#statement((connection) => change(connection, query));
  }

  createSavepoint(name: string): Promise<void> {
    return this.#statement((connection) => connection.exec(`SAVEPOINT ${name}`));
  }

  rollbackToSavepoint(name: string): Promise<void> {
    return this.#statement((connection) => connection.exec(`ROLLBACK TO ${name}`));
  }

  releaseSavepoint(name: string): Promise<void> {
    return this.#statement((connection) => connection.exec(`RELEASE ${name}`));
  }

  /** Commits; a commit that fails is rolled back, and the writer is free for the next in either case. */
  async commit(): Promise<void> {
    if (this.#isEnding) throw closed();
    await this.#end(async () => {
      if (this.#fault) throw this.#fault.error;
      await this.#turn.connection.run('COMMIT');
    });
  }

  /** Rolls back; a second time does nothing. */
  async rollback(): Promise<void> {
    if (this.#isEnding) return;
    await this.#end(() => this.#writer.rollback(this.#turn));
  }

  #tell(sql: string): void {
    this.#onQuery(sql);
    const table = tableChangedBy(sql);
    if (table !== null) this.#changed.add(table);
  }

  #statement<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    if (this.#isEnding) return Promise.reject(closed());
    return this.#turns.run(async () => {
      if (this.#fault) throw toAdapterError(this.#fault.error);
      try {
        return await work(this.#turn.connection);
      } catch (error) {
        if (boxFaultOf(error) !== null) this.#lose(error);
        throw toAdapterError(error);
      }
    });
  }

  #lose(error: unknown): void {
    this.#fault = { error };
    this.#writer.note(error);
  }

  #end(finish: () => Promise<void>): Promise<void> {
    this.#isEnding = true;
    return this.#turns.run(async () => {
      try {
        await finish();
      } catch (error) {
        this.#writer.note(error);
        await this.#writer.rollback(this.#turn);
        throw toAdapterError(error);
      } finally {
        this.#changes.note(this.#changed);
        this.#turn.release();
      }
    });
  }
}

function closed(): DriverAdapterError {
  const cause = 'The transaction has ended: it was committed, rolled back or ran out of time.';
  return new DriverAdapterError({
    kind: 'TransactionAlreadyClosed',
    cause,
    originalMessage: cause,
  });
}
