import { DriverAdapterError, isDriverAdapterError } from '@prisma/driver-adapter-utils';

type MappedError = DriverAdapterError['cause'];

/** What node-sqlite3 throws: the primary result code, and a text that names the columns. */
export interface SqliteError extends Error {
  errno: number;
  code: string;
}

/** A write through the plain client inside one's own transaction: it would wait for itself for ever. */
export class WriteInsideTransaction extends Error {
  override name = 'WriteInsideTransaction';

  constructor() {
    super(
      'Inside a transaction, write through the transaction (tx) and not through the client (db).',
    );
  }
}

/** Puts an error of SQLite into the words of Prisma's adapters; anything else is returned as it is. */
export function toAdapterError(error: unknown): unknown {
  if (isDriverAdapterError(error) || !isSqliteError(error)) return error;
  const message = error.message.replace(/^SQLITE_[A-Z]+: /, '');
  return new DriverAdapterError({
    ...kindOf(error, message),
    originalCode: String(error.errno),
    originalMessage: message,
  });
}

function kindOf(error: SqliteError, message: string): MappedError {
  if (error.code === 'SQLITE_BUSY') return { kind: 'SocketTimeout' };
  const columns = /^(UNIQUE|NOT NULL) constraint failed: (.+)$/.exec(message);
  if (columns?.[1] === 'UNIQUE') return unique(columns[2] ?? '');
  if (columns) {
    return { kind: 'NullConstraintViolation', constraint: { fields: fieldsOf(columns[2] ?? '') } };
  }
  if (message === 'FOREIGN KEY constraint failed') {
    return { kind: 'ForeignKeyConstraintViolation', constraint: { foreignKey: {} } };
  }
  return missing(message) ?? { kind: 'sqlite', extendedCode: error.errno, message };
}

function unique(columns: string): MappedError {
  const index = /^index '(.+)'$/.exec(columns)?.[1];
  if (index) return { kind: 'UniqueConstraintViolation', constraint: { index } };
  const table = columns.split('.')[0] ?? columns;
  return { kind: 'UniqueConstraintViolation', constraint: { fields: fieldsOf(columns) }, table };
}

function fieldsOf(columns: string): string[] {
  return columns.split(', ').map((column) => column.slice(column.indexOf('.') + 1));
}

function missing(message: string): MappedError | undefined {
  const table = /^no such table: (.+)$/.exec(message)?.[1];
  if (table) return { kind: 'TableDoesNotExist', table };
  const column = /^no such column: (.+)$/.exec(message)?.[1];
  return column ? { kind: 'ColumnNotFound', column } : undefined;
}

export function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && 'errno' in error && 'code' in error;
}

/**
 * Whether the error, as thrown by the Prisma client, says that a record with these values exists already.
 * @param fields the columns of the constraint, in any order; none asks about any constraint.
 */
export function isUniqueViolation(error: unknown, ...fields: string[]): boolean {
  const cause = causeOf(error);
  if (cause?.kind !== 'UniqueConstraintViolation') return false;
  if (fields.length === 0) return true;
  const { constraint } = cause;
  if (!constraint || !('fields' in constraint)) return false;
  return [...constraint.fields].sort().join() === [...fields].sort().join();
}

/** The client of Prisma wraps the adapter's error; anything else that is thrown has no cause here. */
export function causeOf(error: unknown): MappedError | undefined {
  if (!(error instanceof Error)) return undefined;
  if (isDriverAdapterError(error)) return error.cause;
  const { meta } = error as { meta?: { driverAdapterError?: unknown } };
  const inner = meta?.driverAdapterError ?? null;
  return inner !== null && isDriverAdapterError(inner) ? inner.cause : undefined;
}
