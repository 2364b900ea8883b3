import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main as seed } from '../../prisma/seed/command.js';
import { main as people } from '../../src/people/command.js';
import { refuseNewDatabase } from '../../src/process/refuse-new-database.js';
import { emptyFolder, endServices, startService } from './service.js';

let folder = '';
let remove = () => {};
beforeEach(() => {
  ({ folder, remove } = emptyFolder());
});
afterEach(() => {
  endServices();
  remove();
});

const production = () => ({ NODE_ENV: 'production', DATA_DIR: path.join(folder, 'data') });

async function refused(env: Record<string, string>): Promise<string> {
  const service = startService(env);
  expect(await service.ended, service.errors()).toEqual({ code: 1, signal: null });
  expect(service.errors()).not.toMatch(/\n\s+at |Ready/);
  return service.errors();
}

async function run(command: typeof people, env: Record<string, string>, ...args: string[]) {
  const lines: string[] = [];
  return { code: await command(args, env, (line) => lines.push(line)), text: lines.join('\n') };
}

describe('a database that is not there', () => {
  it('is not made by a start in production, which leaves no trace', async () => {
    expect(await refused(production())).toContain('There is no database at');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is made in production by the first administrator alone', async () => {
    const password = path.join(folder, 'password');
    writeFileSync(password, 'gulls-over-harbour\n');
    const add = ['add', '--name', '郑系安', '--password-file', password, '--role'];
    for (const args of [['list'], [...add, 'auditor']]) {
      const { code, text } = await run(people, production(), ...args);
      expect([code, text]).toEqual([2, expect.stringContaining('There is no database at')]);
    }
    expect(existsSync(production().DATA_DIR)).toBe(false);
    expect(await run(people, production(), ...add, 'administrator')).toMatchObject({ code: 0 });
    const service = startService(production());
    await service.ready;
    service.child.kill('SIGTERM');
    expect((await service.ended).code).toBe(0);
  });

  it.each([
    ['keys', 'keys.json'],
    ['a file of proof', 'proofs/ab/abcd'],
    ['a proof set aside', 'proofs/set-aside/2026-11-28/abcd'],
    ['the journal of a database', 'parks.db-wal'],
  ])('is never made where %s lies without it', async (_what, name) => {
    const left = path.join(folder, name);
    mkdirSync(path.dirname(left), { recursive: true });
    writeFileSync(left, 'something');
    const before = readdirSync(folder, { recursive: true });
    const env = { DATA_DIR: folder };
    const places = {
      dataDir: folder,
      databaseFile: path.join(folder, 'parks.db'),
      keysFile: path.join(folder, 'keys.json'),
    };
    expect(() => refuseNewDatabase(places, { isWanted: true })).toThrow(
      'they belong to a database',
    );
    for (const result of [
      await run(people, env, 'add', '--role', 'administrator', '--name', '郑'),
      await run(seed, env),
    ])
      expect([result.code, result.text]).toEqual([
        2,
        expect.stringContaining('There is no database'),
      ]);
    if (name === 'keys.json') expect(await refused(env)).toContain(`but there is ${left}`);
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  it('is one of nothing too: an empty file beside keys', () => {
    const [databaseFile, keysFile] = ['parks.db', 'keys.json'].map((name) =>
      path.join(folder, name),
    ) as [string, string];
    writeFileSync(databaseFile, '');
    writeFileSync(keysFile, '{}');
    const places = { dataDir: folder, databaseFile, keysFile };
    expect(() => refuseNewDatabase(places, { isWanted: true })).toThrow('There is no database');
    writeFileSync(databaseFile, 'something');
    refuseNewDatabase(places, { isWanted: false });
  });
});
