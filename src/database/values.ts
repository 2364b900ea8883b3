import type { ArgType, ColumnType, SqlResultSet } from '@prisma/driver-adapter-utils';
import { ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils';

/** What the driver binds and answers with. */
export type SqliteValue = string | number | null | Uint8Array;

/**
 * Turns an argument of Prisma into what SQLite stores: times as ISO 8601 text in UTC (written as
 * Prisma's own adapters write it), booleans as 0 and 1, JSON as text, bytes as a blob.
 * An integer beyond ±(2^53 − 1) is refused: the driver would round it in silence.
 */
export function toSqlite(value: unknown, type?: ArgType): SqliteValue {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case 'string':
      return textToSqlite(value, type);
    case 'number':
      return Number.isInteger(value) && type?.scalarType !== 'float' ? exact(value) : value;
    case 'bigint':
      return exact(value);
    case 'boolean':
      return value ? 1 : 0;
    default:
      return objectToSqlite(value, type);
  }
}

function textToSqlite(text: string, type: ArgType | undefined): SqliteValue {
  switch (type?.scalarType) {
    case 'int':
    case 'bigint':
      return exact(BigInt(text));
    case 'float':
    case 'decimal':
      return Number(text);
    case 'datetime':
      return instant(new Date(text));
    case 'bytes':
      return Buffer.from(text, 'base64');
    default:
      return text;
  }
}

function objectToSqlite(value: object, type: ArgType | undefined): SqliteValue {
  if (value instanceof Date) return instant(value);
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.length);
  if (type?.scalarType === 'bytes' && Array.isArray(value)) return Buffer.from(value);
  return JSON.stringify(value);
}

function instant(time: Date): string {
  return time.toISOString().replace('Z', '+00:00');
}

function exact(integer: number | bigint): number {
  const number = Number(integer);
  if (Number.isSafeInteger(number)) return number;
  throw outOfRange(`${integer} cannot be stored exactly: integers go up to 9007199254740991`);
}

function outOfRange(cause: string): DriverAdapterError {
  return new DriverAdapterError({ kind: 'ValueOutOfRange', cause, originalMessage: cause });
}

/**
 * The rows in the form that Prisma reads. The driver gives no declared types; Prisma needs them only for
 * raw queries, so they are worked out from the values there: text, a plain number, or bytes.
 * A raw query therefore answers with 0 and 1 for booleans and with text for times.
 */
export class ResultSet implements SqlResultSet {
  readonly columnNames: string[];
  readonly rows: SqliteValue[][];
  #columnTypes: ColumnType[] | undefined;

  constructor(rows: readonly Record<string, SqliteValue>[]) {
    this.columnNames = Object.keys(rows[0] ?? {});
    this.rows = rows.map((row) => Object.values(row));
    for (const row of this.rows) row.forEach(refuseRounded);
  }

  /** Worked out once and only when asked: Prisma asks again for every row. */
  get columnTypes(): ColumnType[] {
    this.#columnTypes ??= this.columnNames.map((_, index) =>
      columnType(this.rows.map((row) => row[index])),
    );
    return this.#columnTypes;
  }
}

/** The rows as they are. @throws DriverAdapterError for a whole number that the driver has rounded */
export function exactRows(rows: Record<string, SqliteValue>[]): Record<string, SqliteValue>[] {
  for (const row of rows) for (const column in row) refuseRounded(row[column] as SqliteValue);
  return rows;
}

function refuseRounded(value: SqliteValue): void {
  if (typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value)) return;
  throw tooLargeToRead(`an integer near ${value}`);
}

/** What a whole number is refused with that is larger than the program can have it. */
export const tooLargeToRead = (what: string): DriverAdapterError =>
  outOfRange(`${what} cannot be read exactly: they go up to 9007199254740991`);

function columnType(values: readonly (SqliteValue | undefined)[]): ColumnType {
  const present = values.filter((value) => value !== null && value !== undefined);
  if (present.length === 0) return ColumnTypeEnum.Text;
  if (present.every((value) => typeof value === 'number')) return ColumnTypeEnum.Double;
  if (present.every((value) => value instanceof Uint8Array)) return ColumnTypeEnum.Bytes;
  return ColumnTypeEnum.Text;
}
