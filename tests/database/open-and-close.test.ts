import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Connection } from '../../src/database/connection.js';
import { type Db, openDatabase, transact } from '../../src/database/database.js';
import { driverInUse } from '../../src/database/driver.js';
import { migrate } from '../../src/database/migrate.js';
import { ReaderPool } from '../../src/database/reader-pool.js';
import { migrations } from './scratch.js';

let folder: string;
let file: string;
let db: Db;
let close: () => Promise<void>;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'parks-'));
  file = path.join(folder, 'parks.db');
  await migrate({ file, directory: migrations, log: () => {} });
  ({ db, close } = await openDatabase({ file }));
  await db.setting.deleteMany(); // what the migrations put there
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

const row = (key: string) => ({ data: { key, value: 'v' } });

const showsHandles = existsSync('/proc/self/fd');
/** How many handles of the database's files this process holds, where the system shows them. */
const handles = () =>
  readdirSync('/proc/self/fd').filter((fd) => {
    const link = `/proc/self/fd/${fd}`;
    try {
      return readlinkSync(link).startsWith(folder);
    } catch {
      return false;
    }
  }).length;

describe('closing', () => {
  test('leaves one file, with everything in it', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => db.setting.create(row(`${n}`))));
    expect(existsSync(`${file}-wal`)).toBe(true);
    await close();
    expect(readdirSync(folder)).toEqual(['parks.db']);
    ({ db, close } = await openDatabase({ file }));
    expect(await db.setting.count()).toBe(20);
  });

  test('waits for the reads and writes that were asked for', async () => {
    await db.setting.create(row('0'));
    const reads = Array.from({ length: 30 }, () => db.setting.count());
    const writes = Array.from({ length: 10 }, (_, n) => db.setting.create(row(`asked ${n}`)));
    const answers = Promise.all([...reads, ...writes]);
    await db.$queryRaw`SELECT 1`;
    await Promise.all([close(), answers]);
    ({ db, close } = await openDatabase({ file }));
    expect(await db.setting.count()).toBe(11);
  });

  test('rolls back a transaction that was left open', async () => {
    let begun = () => {};
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const forgotten = transact(db, async (tx) => {
      await tx.setting.create(row('forgotten'));
      begun();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tx.setting.create(row('late'));
    });
    const refused = expect(forgotten).rejects.toThrow();
    await hasBegun;
    await close();
    await refused;
    ({ db, close } = await openDatabase({ file }));
    expect(await db.setting.findMany()).toEqual([]);
  });

  test.skipIf(!showsHandles)('gives every handle back', async () => {
    expect(handles()).toBeGreaterThan(0);
    await close();
    expect(handles()).toBe(0);
  });
});

describe('reading connections', () => {
  test('answer all that was asked before they close, and nothing afterwards', async () => {
    const pool = await ReaderPool.open(file, 2);
    const ask = () =>
      pool.use((connection) => connection.all('SELECT count(*) AS n FROM "Setting"'));
    const asked = Array.from({ length: 25 }, ask);
    await pool.close();
    expect(await Promise.all(asked)).toEqual(asked.map(() => [{ n: 0 }]));
    await expect(ask()).rejects.toThrow('ConnectionClosed');
    // SQLite gives handles back only when the last connection of the process leaves the file.
    await close();
    if (showsHandles) expect(handles()).toBe(0);
  });

  test('cannot write', async () => {
    const pool = await ReaderPool.open(file, 1);
    const write = pool.use((connection) => connection.run('DELETE FROM "Setting"'));
    await expect(write).rejects.toThrow('SQLITE_READONLY');
    await pool.close();
  });

  test('are given back after a failed read', async () => {
    const pool = await ReaderPool.open(file, 1);
    const fails = Array.from({ length: 5 }, () =>
      expect(pool.use((connection) => connection.all('SELECT nonsense'))).rejects.toThrow(
        'no such column',
      ),
    );
    await Promise.all(fails);
    expect(await pool.use((connection) => connection.all('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
    await pool.close();
  });
});

describe('opening', () => {
  test('a file that is no database is refused, and no handle is left', async () => {
    await close();
    const other = path.join(folder, 'letter.txt');
    writeFileSync(other, '尊敬的领导：'.repeat(1_000));
    await expect(openDatabase({ file: other })).rejects.toThrow('not a database');
    if (showsHandles) expect(handles()).toBe(0);
  });

  test('a folder that is not there is refused', async () => {
    await expect(openDatabase({ file: path.join(folder, 'no/parks.db') })).rejects.toThrow(
      'unable to open',
    );
  });

  test('every connection keeps foreign keys, writes through to the disk and waits for locks', async () => {
    for (const access of ['read', 'write'] as const) {
      const connection = await Connection.open(file, access);
      const ask = async (name: string) =>
        Object.values((await connection.all(`PRAGMA ${name}`))[0] ?? {})[0];
      expect(await ask('foreign_keys')).toBe(1);
      expect(await ask('synchronous')).toBe(2);
      expect(await ask('journal_mode')).toBe('wal');
      // Node's own would wait in the calling thread: the session waits by itself, as the next test holds.
      expect(await ask('busy_timeout')).toBe(driverInUse() === 'node' ? 0 : 5_000);
      await connection.close();
    }
  });
});

test('a write waits for the lock of another process, and a reader does not', async () => {
  const other = await Connection.open(file, 'write');
  await other.exec('BEGIN IMMEDIATE');
  await other.run(`INSERT INTO "Setting" VALUES ('other', 'v')`);
  const write = db.setting.create(row('mine'));
  expect(await db.setting.count()).toBe(0);
  await other.exec('COMMIT');
  await other.close();
  await write;
  expect(await db.setting.count()).toBe(2);
});
