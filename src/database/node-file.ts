import { Told } from '../told.js';
import { type Access, type Row, settingsOf } from './driver.js';
import type { SqliteError } from './errors.js';
import { LONGEST_KEPT, MOST_KEPT } from './statements.js';
import { type SqliteValue, tooLargeToRead } from './values.js';

/** The parts of `node:sqlite` that are used; the types that this project is checked with are those of Node 20. */
type Value = SqliteValue | bigint;
type Statement = {
  all(...args: Value[]): Row[];
  run(...args: Value[]): { changes: number | bigint };
};
type Database = { prepare(sql: string): Statement; exec(script: string): void; close(): void };
type Options = {
  readOnly: boolean;
  defensive: boolean;
  enableDoubleQuotedStringLiterals: boolean;
};
type Library = { DatabaseSync: new (file: string, options: Options) => Database };

/** Node without the library, or with one that is not finished. */
class NoSuchDriver extends Told {
  override name = 'NoSuchDriver';
  constructor() {
    super(`SQLITE_DRIVER=node needs Node 24 or newer; this is ${process.version}.`);
  }
}

/** A read of every row of a table, which takes longer the more there are. */
const SCANS = /^SCAN (?!CONSTANT ROW|\(|\S+ VIRTUAL TABLE)/;

/** One file, opened by Node's own SQLite. Every call is done when it returns. Errors are thrown as `SqliteError`. */
export class NodeFile {
  readonly #database: Database;
  readonly #kept = new Map<string, Statement>();
  readonly #scans = new Map<string, boolean>();

  constructor(file: string, access: Access) {
    const library = libraryOfNode();
    const options = {
      readOnly: access !== 'write',
      // Migrations give columns their checks in the schema itself.
      defensive: false,
      // As npm's sqlite3 has it: Prisma's own comparison of schemas needs it.
      enableDoubleQuotedStringLiterals: true,
    };
    this.#database = wrapped(() => new library.DatabaseSync(file, options));
    try {
      for (const setting of settingsOf(access)) this.exec(setting);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  all(sql: string, args: readonly SqliteValue[]): Row[] {
    return wrapped(() => this.#prepared(sql).all(...args.map(bound)));
  }

  run(sql: string, args: readonly SqliteValue[]): number {
    return wrapped(() => Number(this.#prepared(sql).run(...args.map(bound)).changes));
  }

  exec(script: string): void {
    wrapped(() => this.#database.exec(script));
  }

  close(): void {
    this.#kept.clear();
    this.#database.close();
  }

  /** Whether SQLite plans to read all rows of a table for this; asked once for each text. */
  scans(sql: string): boolean {
    const known = this.#scans.get(sql);
    if (known !== undefined) return known;
    const plan = wrapped(() => this.#database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all());
    const does = plan.some(({ detail }) => SCANS.test(String(detail)));
    if (this.#scans.size >= MOST_KEPT) this.#scans.clear();
    this.#scans.set(sql, does);
    return does;
  }

  #prepared(sql: string): Statement {
    const statement = this.#kept.get(sql) ?? this.#database.prepare(sql);
    if (sql.length > LONGEST_KEPT) return statement;
    this.#kept.delete(sql);
    this.#kept.set(sql, statement);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return statement;
  }
}

function libraryOfNode(): Library {
  const [major] = process.versions.node.split('.');
  const library = Number(major) < 24 ? undefined : process.getBuiltinModule('node:sqlite');
  if (!library) throw new NoSuchDriver();
  return library as unknown as Library;
}

/** Node binds every number as a floating one; a whole one is to stay whole, also where it is put into a text. */
const bound = (value: SqliteValue): Value =>
  typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value;

/** SQLite's primary result codes that are told apart, by their names as npm's sqlite3 has them. */
const NAMES: Record<number, string> = {
  1: 'SQLITE_ERROR',
  4: 'SQLITE_ABORT',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  7: 'SQLITE_NOMEM',
  8: 'SQLITE_READONLY',
  9: 'SQLITE_INTERRUPT',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  15: 'SQLITE_PROTOCOL',
  19: 'SQLITE_CONSTRAINT',
  21: 'SQLITE_MISUSE',
  26: 'SQLITE_NOTADB',
};

/** Does the call, and throws what SQLite refuses as npm's sqlite3 would. */
function wrapped<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw asSqliteError(error);
  }
}

function asSqliteError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (code === 'ERR_OUT_OF_RANGE') return tooLargeToRead(error.message);
  if (code === 'ERR_INVALID_STATE') return closedHandle();
  if (code !== 'ERR_SQLITE_ERROR' || typeof errcode !== 'number') return error;
  return sqliteError(errcode & 0xff, error.message);
}

/** What a call on a file is refused with that was closed. */
export const closedHandle = (): SqliteError => sqliteError(21, 'Database handle is closed');

function sqliteError(errno: number, message: string): SqliteError {
  const code = NAMES[errno] ?? `SQLITE_${errno}`;
  return Object.assign(new Error(`${code}: ${message}`), { errno, code });
}
