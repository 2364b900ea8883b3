import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Connection } from '../../src/database/connection.js';
import { chooseDriver, driverInUse } from '../../src/database/driver.js';
import { slowly } from '../../src/database/slowly.js';
import { runCommand } from './run-command.js';
import { type Scratch, scratchDatabase } from './scratch.js';

const isNode24 = Number(process.versions.node.split('.')[0]) >= 24;

let scratch: Scratch;
beforeEach(async () => {
  scratch = await scratchDatabase();
});
afterEach(() => scratch.close());

describe('the library of SQLite', () => {
  it('is one in a process: another is refused once a file was opened', () => {
    const inUse = driverInUse();
    chooseDriver(undefined);
    chooseDriver(inUse);
    const other = inUse === 'node' ? 'sqlite3' : 'node';
    expect(() => chooseDriver(other)).toThrow('before a database is opened');
    expect(driverInUse()).toBe(inUse);
  });

  it('is named by SQLITE_DRIVER, as one of two', async () => {
    const ran = await runCommand('src/figures/command.ts', [], scratch.file, {
      SQLITE_DRIVER: 'better',
    });
    expect(ran.code).toBe(2);
    expect(ran.out + ran.err).toContain('SQLITE_DRIVER: must be sqlite3 or node');
  });

  it.skipIf(isNode24)('of Node is refused before Node 24, in a sentence', async () => {
    const ran = await runCommand('src/figures/command.ts', [], scratch.file, {
      SQLITE_DRIVER: 'node',
    });
    expect(ran.code).toBe(2);
    expect(ran.out + ran.err).toContain('SQLITE_DRIVER=node needs Node 24 or newer');
    expect(ran.out + ran.err).not.toContain('    at ');
  });

  it.runIf(isNode24)(
    'of Node reads and checks what the other wrote, and the other way round',
    async () => {
      for (const SQLITE_DRIVER of ['node', 'sqlite3']) {
        const ran = await runCommand('src/backup/command.ts', ['verify'], scratch.file, {
          SQLITE_DRIVER,
        });
        expect(ran.err).toBe('');
        expect(ran.code).toBe(0);
      }
    },
  );
});

describe('a question', () => {
  it('is answered alike in the calling thread and in one of its own', async () => {
    await scratch.db.setting.createMany({
      data: ['海', '岛', '"', "'"].map((value, n) => ({ key: `k${n}`, value })),
    });
    const connections = [
      await Connection.open(scratch.file, 'read'),
      await Connection.open(scratch.file, 'read-slowly'),
    ];
    const questions: [string, (string | number | null)[]][] = [
      ['SELECT * FROM "Setting" WHERE "key" = ?', ['k1']], // by key
      ['SELECT "value", LENGTH("value") AS "n" FROM "Setting" ORDER BY "value"', []], // all of a table
      [
        `SELECT ? || 'x' AS "text", ? AS "whole", ? AS "part", ? AS "none"`,
        [5, 2 ** 40, 0.5, null],
      ],
    ];
    for (const [sql, args] of questions) {
      const [one, other] = await Promise.all(connections.map((it) => it.all(sql, args)));
      expect(one?.length).toBeGreaterThan(0);
      expect(other).toEqual(one);
    }
    expect(await connections[0]?.all(`SELECT ? || 'x' AS "text"`, [5])).toEqual([{ text: '5x' }]);
    for (const connection of connections) {
      await expect(connection.all('SELECT nonsense')).rejects.toThrow('no such column');
      await expect(connection.run('DELETE FROM "Setting"')).rejects.toThrow('SQLITE_READONLY');
      await connection.close();
      await expect(connection.all('SELECT 1')).rejects.toThrow();
    }
  });

  it.runIf(driverInUse() === 'node')('is answered again after its thread has ended', async () => {
    const begun: Worker[] = [];
    const take = (worker: Worker) => begun.push(worker);
    process.on('worker', take);
    const slow = await Connection.open(scratch.file, 'read-slowly');
    const quick = await Connection.open(scratch.file, 'read');
    const scan = 'SELECT COUNT(*) AS "n" FROM "Setting"';
    const [before] = [await slow.all(scan), await quick.all(scan)];
    expect(begun).toHaveLength(2);
    for (const worker of begun) await worker.terminate();
    for (const connection of [slow, quick]) expect(await connection.all(scan)).toEqual(before);
    expect(begun).toHaveLength(4);
    await slow.close();
    await quick.close();
    process.off('worker', take);
  });

  it('that reads much sees what was committed before it was asked, too', async () => {
    await scratch.db.setting.deleteMany();
    for (let n = 1; n <= 5; n += 1) {
      await scratch.db.setting.create({ data: { key: `n${n}`, value: '' } });
      expect(await slowly(() => scratch.db.setting.count())).toBe(n);
      expect(await scratch.db.setting.count()).toBe(n);
    }
  });
});
