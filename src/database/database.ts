import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type ReadRows, SqliteAdapterFactory } from './adapter.js';
import type { BoxFault } from './box-faults.js';
import { Changes } from './changes.js';
import { connectedClient, TRANSACTION_LIMITS } from './clients.js';
import { WriteInsideTransaction } from './errors.js';
import type { Prisma, PrismaClient } from './generated/client.js';
import type { WriterTransaction } from './transaction.js';
import type { Writer } from './writer.js';

declare const madeByTransact: unique symbol;

/** The client: reads, and single writes that wait their turn. */
export type Db = PrismaClient;
/** A client inside a transaction. Only transact makes one, so a verb cannot be handed the plain client. */
export type Tx = Prisma.TransactionClient & { readonly [madeByTransact]: true };
/** What queries take: a Db or a Tx. */
export type Reads = Prisma.TransactionClient;

export interface DatabaseOptions {
  /** The database file; made when missing, but not migrated here. */
  file: string;
  /** Read-only connections beside the one that writes; 3 when not given. */
  readers?: number;
  /** Those for slow work; 2 when not given, none where there is one reader. */
  slowReaders?: number;
  /** Is told the SQL of each statement, without BEGIN and COMMIT. */
  onQuery?: (sql: string) => void;
}

/** The code that runs inside a transaction of a database, which may itself run inside one of another. */
type Mark = {
  of: object;
  isOpen: boolean;
  begun: WriterTransaction | null;
  within: Mark | undefined;
};

/**
 * Marks the code inside a transaction, so that it cannot wait for itself. One storage for all databases of the process: each
 * storage that was ever used has its say in each promise that is made.
 */
const inside = new AsyncLocalStorage<Mark>();
const insideOf = new WeakMap<Db, object>();
const writers = new WeakMap<Db, Writer>();
const changes = new WeakMap<Reads, Changes>();
const readings = new WeakMap<Reads, ReadRows>();
const transactions = new WeakMap<Reads, WriterTransaction>();
const lastWorks = new WeakMap<Tx, (() => Promise<void>)[]>();

/** Opens the database. `close` waits for what is running and rolls back what was left open. */
export async function openDatabase(
  options: DatabaseOptions,
): Promise<{ db: Db; close: () => Promise<void> }> {
  const database = {};
  const counted = new Changes();
  let writer: Writer | undefined;
  let reading: ReadRows | undefined;
  const adapter = new SqliteAdapterFactory({
    file: options.file,
    readers: options.readers ?? 3,
    slowReaders: options.slowReaders ?? (options.readers === 1 ? 0 : 2),
    onQuery: options.onQuery ?? (() => {}),
    changes: counted,
    isInsideTransaction: () => markOf(database)?.isOpen ?? false,
    onWriter: (opened) => {
      writer = opened;
    },
    onReading: (read) => {
      reading = read;
    },
    onBegin: (begun) => {
      const mark = markOf(database);
      if (mark) mark.begun = begun;
    },
  });
  const { db, close } = await connectedClient(adapter);
  insideOf.set(db, database);
  changes.set(db, counted);
  if (writer) writers.set(db, writer);
  if (reading) readings.set(db, reading);
  return { db, close };
}

/**
 * Does the act in one transaction: all of it is kept, or, if it throws or takes longer than `timeoutMs`
 * (15,000 when not given), nothing. Transactions run one at a time, in the order of asking.
 * A write through the plain client in the act throws WriteInsideTransaction at once.
 */
export async function transact<T>(
  db: Db,
  act: (tx: Tx) => Promise<T>,
  options: { timeoutMs?: number } = {},
): Promise<T> {
  const database = insideOf.get(db);
  if (!database) throw new Error('transact takes a client that openDatabase made');
  if (markOf(database)?.isOpen) throw new WriteInsideTransaction();
  const timeout = options.timeoutMs ?? TRANSACTION_LIMITS.timeout;
  const outer = inside.getStore();
  const within = outer?.isOpen ? outer : outer?.within;
  const mark: Mark = { of: database, isOpen: false, begun: null, within };
  const open = async (client: Prisma.TransactionClient) => {
    const tx = client as Tx;
    if (mark.begun) transactions.set(tx, mark.begun);
    mark.isOpen = true;
    try {
      const result = await act(tx);
      for (const work of lastWorks.get(tx) ?? []) await work();
      return result;
    } finally {
      mark.isOpen = false;
    }
  };
  return inside.run(mark, () =>
    db.$transaction(open, { maxWait: TRANSACTION_LIMITS.maxWait, timeout }),
  );
}

/** The innermost transaction of a database that the calling code runs in. */
function markOf(database: object): Mark | undefined {
  let mark = inside.getStore();
  while (mark && mark.of !== database) mark = mark.within;
  return mark;
}

/**
 * Why the machine refuses writes, or null where they work. It tries one only after one was refused, and answers with
 * what was wrong then where that takes longer than a second.
 */
export async function whyNoWrites(db: Db): Promise<BoxFault | null> {
  const writer = writers.get(db);
  if (!writer?.fault) return null;
  const { fault } = writer;
  return Promise.race([writer.retry(), pause(1000, fault, { ref: false })]);
}

/** The transaction as the driver has it, of a client inside one; nothing for the plain client. */
export const begunOf = (reads: Reads): WriterTransaction | undefined => transactions.get(reads);

/** What answers questions past a client that is in no transaction; nothing for one that was opened otherwise. */
export const readingOf = (reads: Reads): ReadRows | undefined => readings.get(reads);

/** What this process has committed; nothing in a transaction, nor of a client that was opened to read. */
export const changesOf = (reads: Reads): Changes | undefined => changes.get(reads);

/** Has something done at the end of the transaction, as part of it: not at all when the act throws. */
export function beforeCommit(tx: Tx, work: () => Promise<void>): void {
  lastWorks.set(tx, [...(lastWorks.get(tx) ?? []), work]);
}
