import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boxFaultOf } from '../../src/database/box-faults.js';
import { Connection } from '../../src/database/connection.js';
import { type Db, transact } from '../../src/database/database.js';
import { changeRows } from '../../src/database/direct-sql.js';
import { insertRows } from '../../src/database/insert-rows.js';
import { sql } from '../../src/database/sql.js';
import { startChild } from './child.js';
import { type Scratch, scratchDatabase } from './scratch.js';

/** Each way in which this project writes, on a row `old` that is there and a row `new` that is not. */
const writes: Record<string, (db: Db) => Promise<unknown>> = {
  create: (db) => db.setting.create({ data: row('new') }),
  update: (db) => db.setting.update({ where: { key: 'old' }, data: { value: 'new' } }),
  upsert: (db) =>
    db.setting.upsert({ where: { key: 'new' }, create: row('new'), update: { value: 'new' } }),
  delete: (db) => db.setting.delete({ where: { key: 'old' } }),
  updateMany: (db) => db.setting.updateMany({ data: { value: 'new' } }),
  deleteMany: (db) => db.setting.deleteMany(),
  createMany: (db) => db.setting.createMany({ data: [row('new'), row('newer')] }),
  $executeRaw: (db) => db.$executeRaw`UPDATE "Setting" SET "value" = 'new'`,
  'a question that writes': (db) =>
    db.$queryRaw`INSERT INTO "Setting" VALUES ('new', 'v') RETURNING "key"`,
  transact: (db) => transact(db, (tx) => tx.setting.create({ data: row('new') })),
  changeRows: (db) => transact(db, (tx) => changeRows(tx, sql`DELETE FROM "Setting"`)),
  insertRows: (db) => transact(db, (tx) => insertRows(tx, 'Setting', [row('new')])),
};
const row = (key: string) => ({ key, value: 'v' });

type Outcome = { refused: number; longestMs: number };

/**
 * Writes until it is done, or as long as a try must be refused before the lock is gone: the last one refused is then
 * followed by another statement, which would wait behind it in the driver for ever.
 */
async function insist(
  { db }: Scratch,
  write: (db: Db) => Promise<unknown>,
  lockedMs: number,
): Promise<Outcome> {
  const begun = performance.now();
  const outcome = { refused: 0, longestMs: 0 };
  do {
    const since = performance.now();
    const fault = await write(db).then(() => 'done', boxFaultOf);
    outcome.longestMs = Math.max(outcome.longestMs, performance.now() - since);
    if (fault === 'done') return outcome;
    expect(fault).toBe('busy');
    outcome.refused += 1;
  } while (performance.now() - begun + 5000 < lockedMs);
  return outcome;
}

const rowsOf = async (db: Db): Promise<string> =>
  (await db.setting.findMany({ orderBy: { key: 'asc' } }))
    .map(({ key, value }) => `${key}=${value}`)
    .join();

/** What the write leaves where nothing is in its way. */
async function expectedOf(write: (db: Db) => Promise<unknown>): Promise<string> {
  const scratch = await prepared();
  await write(scratch.db);
  const rows = await rowsOf(scratch.db);
  await scratch.close();
  return rows;
}

async function prepared(): Promise<Scratch> {
  const scratch = await scratchDatabase();
  await scratch.db.setting.deleteMany(); // what the migrations put there
  await scratch.db.setting.create({ data: row('old') });
  return scratch;
}

/** Whether another connection finds the lock free at once, and what it writes is there. */
async function expectFree({ file, db }: Scratch): Promise<void> {
  const other = await Connection.open(file, 'write');
  other.waitForLock(0);
  await other.run(`INSERT INTO "Setting" VALUES ('other', 'v')`);
  await other.close();
  expect(await rowsOf(db)).toContain('other=v');
}

/** Three seconds are waited for; eight are too long for the first try; twenty for several. */
const durations = [3, 8, 20];

describe.each(durations)('while another process holds the lock for %d s', (seconds) => {
  const kinds = Object.keys(writes);
  const write = (kind: string) => writes[kind] as (db: Db) => Promise<unknown>;
  const outcomes = new Map<string, Outcome>();
  const scratches = new Map<string, Scratch>();

  // All kinds at once, each on its own database: whoever waits for a lock takes one of libuv's sixteen threads.
  beforeAll(async () => {
    for (const kind of kinds) scratches.set(kind, await prepared());
    const files = [...scratches.values()].map(({ file }) => file);
    const lock = startChild('lock-child.ts', [String(seconds * 1000), ...files]);
    expect(await lock.firstLine).toBe('locked');
    await Promise.all(
      [...scratches].map(async ([kind, scratch]) => {
        outcomes.set(kind, await insist(scratch, write(kind), seconds * 1000));
      }),
    );
    expect(await lock.ended).toMatchObject({ code: 0, lines: ['locked', 'free'] });
  });
  afterAll(async () => {
    for (const scratch of scratches.values()) await scratch.close();
  });

  it.each(kinds)('%s is refused after five, and all can be written afterwards', async (kind) => {
    const scratch = scratches.get(kind) as Scratch;
    const { refused, longestMs } = outcomes.get(kind) as Outcome;
    expect(refused >= 1).toBe(seconds > 5);
    expect(longestMs).toBeLessThan(9000);
    if (refused > 0) expect(await rowsOf(scratch.db)).toBe('old=v');
    await scratch.db.$executeRaw`INSERT INTO "Setting" VALUES ('after it', 'v')`;
    await expectFree(scratch);
    await scratch.db.$executeRaw`DELETE FROM "Setting" WHERE "key" IN ('after it', 'other')`;
    if (refused > 0) await write(kind)(scratch.db);
    expect(await rowsOf(scratch.db)).toBe(await expectedOf(write(kind)));
  });
});

describe('a queue behind a lock', () => {
  it('is refused soon after the first: nobody waits five seconds for each who came before', async () => {
    const scratch = await prepared();
    const lock = startChild('lock-child.ts', ['9000', scratch.file]);
    await lock.firstLine;
    const since = performance.now();
    const faults = await Promise.all(
      Array.from({ length: 4 }, (_, n) =>
        scratch.db.setting.create({ data: row(`queued ${n}`) }).then(() => 'done', boxFaultOf),
      ),
    );
    expect(faults).toEqual(['busy', 'busy', 'busy', 'busy']);
    expect(performance.now() - since).toBeLessThan(8900);
    await lock.ended;
    expect(await rowsOf(scratch.db)).toBe('old=v');
    await scratch.db.setting.create({ data: row('new') });
    await expectFree(scratch);
    await scratch.close();
  });
});

describe('a transaction that has begun', () => {
  it('is not disturbed by a process that wants the lock in its middle, which gets it afterwards', async () => {
    const scratch = await prepared();
    let lock: ReturnType<typeof startChild> | undefined;
    await transact(scratch.db, async (tx) => {
      await tx.setting.create({ data: row('first') });
      lock = startChild('lock-child.ts', ['1000', scratch.file]);
      await pause(2000);
      expect(lock.lines).toEqual([]);
      await tx.setting.create({ data: row('second') });
    });
    expect(await lock?.firstLine).toBe('locked');
    await scratch.db.setting.create({ data: row('third') });
    expect(await lock?.ended).toMatchObject({ lines: ['locked', 'free'] });
    expect(await rowsOf(scratch.db)).toBe('first=v,old=v,second=v,third=v');
    await expectFree(scratch);
    await scratch.close();
  });
});
