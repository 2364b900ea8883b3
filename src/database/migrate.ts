import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Told } from '../told.js';
import { Connection } from './connection.js';

/** The database cannot be brought up to date; told to whoever starts, without a stack. */
export class MigrationProblem extends Told {
  override name = 'MigrationProblem';
}

export type MigrateOptions = {
  /** The database file; made when missing. */
  file: string;
  /** Holds a folder for each migration, with a migration.sql in it; they apply in the order of their names. */
  directory: string;
  /** Is told each migration before it is applied. */
  log: (line: string) => void;
};

type Migration = { name: string; sql: string; checksum: string };
type Applied = { migration_name: string; checksum: string; finished_at: unknown };

/** Prisma's own ledger of migrations, so that its official command can take over. */
const LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

/**
 * Applies the migrations that the database lacks, all of them or none, in one transaction that also
 * keeps a second process out.
 * @returns the names of those applied
 * @throws MigrationProblem when an applied migration was edited or is unknown, or a new one fails
 */
export async function migrate({ file, directory, log }: MigrateOptions): Promise<string[]> {
  const migrations = readMigrations(directory);
  const connection = await Connection.open(file, 'write');
  try {
    // Rebuilding a table would fire its foreign keys; they are checked at the end instead.
    await connection.exec('PRAGMA foreign_keys = OFF');
    await connection.exec('BEGIN IMMEDIATE');
    await connection.exec(LEDGER);
    const missing = missingOf(migrations, await appliedOf(connection));
    for (const migration of missing) {
      log(`Applying migration ${migration.name} ...`);
      await apply(connection, migration);
    }
    if (missing.length > 0) await refuseOrphans(connection);
    await connection.exec('COMMIT');
    return missing.map(({ name }) => name);
  } finally {
    // What was not committed is rolled back by closing.
    await connection.close();
  }
}

function readMigrations(directory: string): Migration[] {
  const folders = readdirSync(directory, { withFileTypes: true }).filter((it) => it.isDirectory());
  const names = folders.map((folder) => folder.name).sort();
  return names.map((name) => {
    const bytes = readFileSync(path.join(directory, name, 'migration.sql'));
    const checksum = createHash('sha256').update(bytes).digest('hex');
    return { name, sql: bytes.toString('utf8'), checksum };
  });
}

async function appliedOf(connection: Connection): Promise<Applied[]> {
  const rows = await connection.all(`SELECT "migration_name", "checksum", "finished_at"
    FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`);
  return rows as Applied[];
}

function missingOf(migrations: Migration[], applied: Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at: finished } of applied) {
    const migration = known.get(name);
    if (!migration) {
      throw new MigrationProblem(
        `The database has migration ${name}, which this version does not know: it was written by a newer version. Start that one.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new MigrationProblem(
        `Migration ${name} was edited after it had been applied: put prisma/migrations/${name}/migration.sql back as it was, and make the change in a new migration.`,
      );
    }
    if (finished === null) {
      throw new MigrationProblem(
        `Migration ${name} was begun by another tool and not finished: restore a backup, or mark it as resolved with that tool.`,
      );
    }
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !done.has(name));
}

/** BEGIN, COMMIT or ROLLBACK as a statement; the BEGIN of a trigger has something after it. */
const ENDS_TRANSACTION =
  /(?:^|;)\s*(?:begin|commit|rollback)(?:\s+(?:deferred|immediate|exclusive|transaction))*\s*;/im;

async function apply(connection: Connection, { name, sql, checksum }: Migration): Promise<void> {
  if (ENDS_TRANSACTION.test(sql)) {
    throw new MigrationProblem(
      `Migration ${name} begins or ends a transaction: take that out, because all migrations run in one.`,
    );
  }
  const startedAt = Date.now();
  try {
    await connection.exec(sql);
  } catch (error) {
    throw new MigrationProblem(
      `Migration ${name} failed, and the database is as it was before: ${(error as Error).message}`,
      { cause: error },
    );
  }
  await connection.run(
    `INSERT INTO "_prisma_migrations"
      ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count")
      VALUES (?, ?, ?, ?, ?, 1)`,
    [randomUUID(), checksum, Date.now(), name, startedAt],
  );
}

async function refuseOrphans(connection: Connection): Promise<void> {
  const [orphan] = await connection.all('PRAGMA foreign_key_check');
  if (!orphan) return;
  throw new MigrationProblem(
    `After the migrations a row of ${orphan.table} refers to a row of ${orphan.parent} that is not there; the database is as it was before.`,
  );
}
