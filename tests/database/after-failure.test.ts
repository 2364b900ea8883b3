import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Changes } from '../../src/database/changes.js';
import { type Tx, transact } from '../../src/database/database.js';
import { WriterTransaction } from '../../src/database/transaction.js';
import { Writer } from '../../src/database/writer.js';
import { type Scratch, scratchDatabase } from './scratch.js';

let scratch: Scratch;
beforeEach(async () => {
  scratch = await scratchDatabase();
  await scratch.db.setting.deleteMany(); // what the migrations put there
});
afterEach(() => scratch.close());

const row = (key: string) => ({ data: { key, value: 'v' } });

/** Whatever went wrong left no row and no open transaction: the next one finds a clean connection. */
async function expectClean(): Promise<void> {
  expect(await scratch.db.setting.findMany()).toEqual([]);
  await transact(scratch.db, async (tx) => {
    expect(await tx.setting.findMany()).toEqual([]);
    await tx.setting.create(row('next'));
  });
  await scratch.db.setting.create(row('single'));
  expect(await scratch.db.setting.count()).toBe(2);
}

/** A row whose park is not there, which SQLite finds out only at the commit. */
async function orphan(tx: Tx): Promise<void> {
  await tx.$executeRaw`PRAGMA defer_foreign_keys = ON`;
  await tx.$executeRaw`INSERT INTO "AccountPark" ("accountId", "parkId") VALUES (404, 404)`;
}

test('a thrown error', async () => {
  const act = transact(scratch.db, async (tx) => {
    await tx.setting.create(row('lost'));
    throw new Error('no');
  });
  await expect(act).rejects.toThrow('no');
  await expectClean();
});

test('a refused statement', async () => {
  const act = transact(scratch.db, async (tx) => {
    await tx.setting.create(row('lost'));
    await tx.setting.create(row('lost'));
  });
  await expect(act).rejects.toMatchObject({ code: 'P2002' });
  await expectClean();
});

test('a failed commit', async () => {
  const act = transact(scratch.db, async (tx) => {
    await tx.setting.create(row('lost'));
    await orphan(tx);
  });
  await expect(act).rejects.toThrow('ForeignKeyConstraintViolation');
  await expectClean();
  expect(await scratch.db.accountPark.count()).toBe(0);
});

test('a transaction that takes too long, and what it still tries afterwards', async () => {
  let late: Promise<unknown> = Promise.resolve();
  const act = transact(
    scratch.db,
    async (tx) => {
      await tx.setting.create(row('lost'));
      await pause(120);
      late = tx.setting.create(row('late'));
      await late;
    },
    { timeoutMs: 40 },
  );
  await expect(act).rejects.toMatchObject({ code: 'P2028' });
  await expect(late).rejects.toMatchObject({ code: 'P2028' });
  await expectClean();
});

test('a transaction that runs out of time in the middle of a long statement', async () => {
  const act = transact(
    scratch.db,
    async (tx) => {
      await tx.setting.create(row('lost'));
      await tx.$queryRaw`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000)
        SELECT max(i) FROM n`;
      await tx.setting.create(row('late'));
    },
    { timeoutMs: 40 },
  );
  await expect(act).rejects.toThrow();
  await expectClean();
});

test('a transaction that does not get its turn in time never begins', async () => {
  let hasBegun = false;
  const slow = transact(scratch.db, () => pause(200));
  const impatient = scratch.db.$transaction(
    async () => {
      hasBegun = true;
    },
    { maxWait: 30 },
  );
  await expect(impatient).rejects.toMatchObject({ code: 'P2028' });
  await slow;
  await expectClean();
  expect(hasBegun).toBe(false);
});

test('a full disk', async () => {
  const [{ pages } = { pages: 0 }] = await scratch.db.$queryRaw<
    { pages: number }[]
  >`SELECT page_count AS pages FROM pragma_page_count()`;
  await scratch.db.$queryRawUnsafe(`PRAGMA max_page_count = ${pages + 2}`);
  const act = transact(scratch.db, async (tx) => {
    await tx.setting.create(row('lost'));
    const tries = [
      tx.setting.create({ data: { key: 'large', value: 'v'.repeat(100_000) } }),
      tx.setting.create(row('after it')),
    ];
    await Promise.allSettled(tries);
    // As if nothing had happened: the commit is refused for it.
  });
  await expect(act).rejects.toThrow();
  await scratch.db.$queryRawUnsafe('PRAGMA max_page_count = 1000000');
  await expectClean();
});

test('what arrives between a full disk and the commit is not kept on its own', async () => {
  const writer = await Writer.open(scratch.file);
  await writer.write(async (connection) => {
    const [{ page_count: pages } = {}] = await connection.all('PRAGMA page_count');
    await connection.exec(`PRAGMA max_page_count = ${Number(pages) + 2}`);
  });
  const tx = await WriterTransaction.begin(writer, {
    onQuery: () => {},
    changes: new Changes(),
  });
  const insert = (key: string, value: string) => ({
    sql: 'INSERT INTO "Setting" ("key", "value") VALUES (?, ?)',
    args: [key, value],
    argTypes: [],
  });
  const results = await Promise.allSettled([
    tx.executeRaw(insert('large', 'v'.repeat(100_000))),
    tx.executeRaw(insert('after it', 'v')),
    tx.commit(),
  ]);
  await writer.close();
  expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected', 'rejected']);
  await expectClean();
});

test('a connection that cannot even roll back is replaced', async () => {
  const writer = await Writer.open(scratch.file);
  const turn = await writer.begin();
  const insert = (key: string) => `INSERT INTO "Setting" VALUES ('${key}', 'v')`;
  await turn.connection.run(insert('lost'));
  await turn.connection.close();
  await expect(turn.connection.run(insert('lost'))).rejects.toThrow('closed');
  await writer.rollback(turn);
  turn.release();
  expect(await scratch.db.setting.findMany()).toEqual([]);
  await writer.write((connection) => connection.run(insert('next')));
  expect(await scratch.db.setting.count()).toBe(1);
  await writer.close();
});

test('a statement still on its way when the act has failed is rolled back with it', async () => {
  const act = transact(scratch.db, async (tx) => {
    void tx.setting.create(row('not awaited')).catch(() => {});
    throw new Error('no');
  });
  await expect(act).rejects.toThrow('no');
  await expectClean();
});

test('BEGIN, COMMIT and the like are refused as statements, with a comment before them too', async () => {
  for (const sql of [
    'BEGIN',
    'COMMIT',
    '  rollback',
    '-- now\nBEGIN',
    '/* now */ SAVEPOINT a',
    ';END',
  ]) {
    await expect(scratch.db.$executeRawUnsafe(sql)).rejects.toThrow('begun and ended by transact');
    const act = transact(scratch.db, (tx) => tx.$executeRawUnsafe(sql));
    await expect(act).rejects.toThrow('begun and ended by transact');
  }
  await expectClean();
});
