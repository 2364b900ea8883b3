import { isUtf8 } from 'node:buffer';
import type { Connection } from './connection.js';
import { type Column, columnsOf, tableNames } from './table-columns.js';

/** Of one table; the rest are counted. */
const MOST_FAULTS = 10;
const ROWS_A_READ = 2000;
/** A moment as the driver writes it, as a pattern: reading each as a time costs ten times as much. */
const TIME =
  '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]+00:00';

/**
 * Reads every value of every table and holds it against what its column is for: the type, a day and a month that are
 * in the calendar, a time as it is written here, JSON that can be read, text that is UTF-8 without control
 * characters. SQLite's own check reads none of that. @returns what is wrong, in words
 */
export async function rowFaults(connection: Connection): Promise<string[]> {
  const faults: string[] = [];
  for (const table of await tableNames(connection)) {
    const columns = await columnsOf(connection, table);
    const found = [
      ...(await valueFaults(connection, table, columns)),
      ...(await textFaults(connection, table, columns)),
    ];
    faults.push(...found.slice(0, MOST_FAULTS));
    const more = found.length - MOST_FAULTS;
    if (more > 0) faults.push(`${table}: ${more} more values that cannot be right`);
  }
  return faults;
}

async function valueFaults(
  connection: Connection,
  table: string,
  columns: Column[],
): Promise<string[]> {
  const cases = columns.map((column) => `WHEN ${isWrong(column)} THEN '${column.name}'`).join(' ');
  const rows = await connection.all(`SELECT "at", "column" FROM (
      SELECT rowid AS "at", CASE ${cases} END AS "column" FROM "${table}")
    WHERE "column" IS NOT NULL ORDER BY "at" LIMIT 1000`);
  return rows.map(({ at, column }) => `${table} row ${at}: ${column} cannot be what was stored`);
}

/** The condition, in SQL, under which a value cannot belong to its column. */
function isWrong({ name, type, isRequired }: Column): string {
  const column = `"${name}"`;
  const wrong = `NOT coalesce(${fits(column, name, type)}, 0)`;
  return isRequired ? wrong : `${column} IS NOT NULL AND ${wrong}`;
}

function fits(column: string, name: string, type: string): string {
  switch (type) {
    case 'INTEGER':
    case 'BIGINT':
      return `typeof(${column}) = 'integer'`;
    case 'BOOLEAN':
      return `typeof(${column}) = 'integer' AND ${column} IN (0, 1)`;
    case 'BLOB':
      return `typeof(${column}) = 'blob'`;
    case 'JSONB':
      return `typeof(${column}) = 'text' AND json_valid(${column})`;
    case 'DATETIME':
      return `typeof(${column}) = 'text' AND ${column} GLOB '${TIME}'`;
    default:
      return `typeof(${column}) = 'text' AND ${fitsTime(column, name)}`;
  }
}

/** By the names that days and months have in the schema. date() turns 30 February into another day. */
function fitsTime(column: string, name: string): string {
  if (name === 'month') return `date(${column} || '-01') IS ${column} || '-01'`;
  const isDay = /(?:On|^asOf|^lastDay|^noticeFrom|^noticeTo|^determineBy)$/.test(name);
  return isDay ? `date(${column}) IS ${column}` : 'TRUE';
}

async function textFaults(
  connection: Connection,
  table: string,
  columns: Column[],
): Promise<string[]> {
  const texts = columns.filter(({ type }) => type === 'TEXT' || type === 'JSONB');
  const faults: string[] = [];
  if (texts.length === 0) return faults;
  const line = texts.map(({ name }) => `coalesce("${name}", '')`).join(` || char(10) || `);
  for (let last = Number.MIN_SAFE_INTEGER; ; ) {
    const [read] = await connection.all(
      `SELECT max("at") AS "last", CAST(group_concat("line", char(10)) AS BLOB) AS "bytes" FROM (
        SELECT rowid AS "at", ${line} AS "line" FROM "${table}"
        WHERE rowid > ? ORDER BY rowid LIMIT ${ROWS_A_READ})`,
      [last],
    );
    if (!read || read.last === null) return faults;
    if (Number(read.last) <= last)
      return [...faults, `${table}: its rows are not in the order of their numbers`];
    if (!isText(read.bytes)) {
      const range = { table, after: last, upTo: Number(read.last) };
      faults.push(...(await faultsBetween(connection, range, texts)));
    }
    last = Number(read.last);
  }
}

type Range = { table: string; after: number; upTo: number };

async function faultsBetween(
  connection: Connection,
  { table, after, upTo }: Range,
  texts: Column[],
): Promise<string[]> {
  const values = texts.map(({ name }) => `CAST("${name}" AS BLOB) AS "${name}"`).join(', ');
  const rows = await connection.all(
    `SELECT rowid AS "row number", ${values} FROM "${table}"
      WHERE rowid > ? AND rowid <= ? ORDER BY rowid`,
    [after, upTo],
  );
  return rows.flatMap((row) =>
    texts
      .filter(({ name }) => !isText(row[name]))
      .map(({ name }) => `${table} row ${row['row number']}: ${name} is not text any more`),
  );
}

/** UTF-8, with no control character but tabs and ends of lines. */
function isText(bytes: unknown): boolean {
  if (!(bytes instanceof Uint8Array)) return true;
  if (!isUtf8(bytes)) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return !/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text);
}
