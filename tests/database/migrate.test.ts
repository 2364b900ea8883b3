import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Connection } from '../../src/database/connection.js';
import { MigrationProblem, migrate } from '../../src/database/migrate.js';
import { startChild } from './child.js';
import { migrations } from './scratch.js';

let folder: string;
let file: string;
let directory: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parks-'));
  file = path.join(folder, 'parks.db');
  directory = path.join(folder, 'migrations');
  write('1_boats', 'CREATE TABLE "Boat" ("name" TEXT PRIMARY KEY);');
  write(
    '2_more',
    `ALTER TABLE "Boat" ADD COLUMN "length" INTEGER; INSERT INTO "Boat" VALUES ('浙普渔', 12);`,
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string) => path.join(directory, name, 'migration.sql');
function write(name: string, sql: string): void {
  mkdirSync(path.join(directory, name), { recursive: true });
  writeFileSync(fileOf(name), sql);
}

const run = (log: (line: string) => void = () => {}) => migrate({ file, directory, log });

async function ask(sql: string) {
  const connection = await Connection.open(file, 'write');
  try {
    return await connection.all(sql);
  } finally {
    await connection.close();
  }
}
const tables = async () =>
  (await ask(`SELECT "name" FROM sqlite_master WHERE "type" = 'table' ORDER BY 1`)).map(
    (row) => row.name,
  );
const ledger = () => ask('SELECT * FROM "_prisma_migrations" ORDER BY "migration_name"');

test('they are applied in the order of their names, once, and told', async () => {
  const told: string[] = [];
  expect(await run((line) => told.push(line))).toEqual(['1_boats', '2_more']);
  expect(told).toEqual(['Applying migration 1_boats ...', 'Applying migration 2_more ...']);
  expect(await run()).toEqual([]);
  write('3_crew', 'CREATE TABLE "Crew" ("name" TEXT);');
  expect(await run()).toEqual(['3_crew']);
  expect(await ask('SELECT * FROM "Boat"')).toEqual([{ name: '浙普渔', length: 12 }]);
});

test("they stand in Prisma's ledger, with the checksum of the file", async () => {
  await run();
  const rows = await ledger();
  expect(rows.map((row) => row.migration_name)).toEqual(['1_boats', '2_more']);
  const checksum = createHash('sha256')
    .update(readFileSync(fileOf('1_boats')))
    .digest('hex');
  expect(rows[0]).toMatchObject({
    checksum,
    applied_steps_count: 1,
    rolled_back_at: null,
    logs: null,
  });
  expect(rows[0]?.finished_at).toBeGreaterThan(Date.now() - 60_000);
});

describe('the start is stopped, and the database is as it was,', () => {
  const expectRefusal = async (message: string) => {
    const error = await run().catch((problem) => problem);
    expect(error).toBeInstanceOf(MigrationProblem);
    expect(error.message).toContain(message);
  };

  test('by an applied migration that was edited', async () => {
    await run();
    write('1_boats', 'CREATE TABLE "Boat" ("name" TEXT PRIMARY KEY); -- a remark');
    write('3_crew', 'CREATE TABLE "Crew" ("name" TEXT);');
    await expectRefusal('Migration 1_boats was edited after it had been applied');
    expect(await tables()).toEqual(['Boat', '_prisma_migrations']);
  });

  test('by a database that is newer than the program', async () => {
    await run();
    rmSync(path.join(directory, '2_more'), { recursive: true });
    await expectRefusal('migration 2_more, which this version does not know');
  });

  test('by a migration that fails half-way, with those before it taken back too', async () => {
    write('3_crew', 'CREATE TABLE "Crew" ("name" TEXT); INSERT INTO "Nobody" VALUES (1);');
    await expectRefusal('Migration 3_crew failed');
    expect(await tables()).toEqual([]);
    write('3_crew', 'CREATE TABLE "Crew" ("name" TEXT);');
    expect(await run()).toEqual(['1_boats', '2_more', '3_crew']);
  });

  test('by a migration that leaves a row referring to nothing', async () => {
    await run();
    write(
      '3_crew',
      `CREATE TABLE "Crew" ("boat" TEXT REFERENCES "Boat"("name"));
      INSERT INTO "Crew" VALUES ('不存在');`,
    );
    await expectRefusal('a row of Crew refers to a row of Boat that is not there');
    expect(await tables()).toEqual(['Boat', '_prisma_migrations']);
  });

  test.each([
    'COMMIT;',
    'begin immediate transaction;',
    'CREATE TABLE "Cargo" ("name");ROLLBACK ;',
  ])('by a migration that begins or ends a transaction: %s', async (sql) => {
    write('3_crew', `CREATE TABLE "Crew" ("name" TEXT);\n  ${sql}\nSELECT 1;`);
    await expectRefusal('Migration 3_crew begins or ends a transaction');
    expect(await tables()).toEqual([]);
  });

  test('by a migration that another tool left unfinished', async () => {
    await run();
    await ask(
      `UPDATE "_prisma_migrations" SET "finished_at" = NULL WHERE "migration_name" = '2_more'`,
    );
    await expectRefusal('Migration 2_more was begun by another tool and not finished');
  });
});

test('a trigger has its own BEGIN and END', async () => {
  write(
    '3_trigger',
    `CREATE TRIGGER "Boat_kept" BEFORE DELETE ON "Boat"
BEGIN
  SELECT RAISE(ABORT, 'kept');
END;`,
  );
  expect(await run()).toContain('3_trigger');
});

test.each([
  { on: 'a new file', before: [], missing: ['1_boats', '2_more', '3_slow'] },
  { on: 'an older one', before: ['1_boats', '2_more'], missing: ['3_slow'] },
])(
  'several processes that start at once on $on apply them once',
  async ({ before, missing }) => {
    if (before.length > 0) expect(await run()).toEqual(before);
    write(
      '3_slow',
      `CREATE TABLE "Slow" AS
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT i FROM n;`,
    );
    const children = Array.from({ length: 3 }, () =>
      startChild('migrate-child.ts', [file, directory]),
    );
    const answers = await Promise.all(children.map((child) => child.ended));
    expect(answers.map(({ code, errors }) => ({ code, errors }))).toEqual(
      children.map(() => ({ code: 0, errors: '' })),
    );
    expect(answers.flatMap(({ lines }) => lines).sort()).toEqual(missing);
    expect(await ledger()).toHaveLength(3);
  },
  60_000,
);

test("the product's own migrations leave foreign keys whole and the file sound", async () => {
  await migrate({ file, directory: migrations, log: () => {} });
  expect(await ask('PRAGMA foreign_key_check')).toEqual([]);
  expect(await ask('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});
