import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { holdFile } from '../../src/database/hold-file.js';
import { runCommand } from '../database/run-command.js';
import { emptyFolder, endServices, startService } from './service.js';

const { folder, remove } = emptyFolder();
const other = emptyFolder();
afterEach(endServices);
afterAll(() => {
  remove();
  other.remove();
});

const file = path.join(folder, 'parks.db');

describe('a second server on the same data', () => {
  it('does not start, and says why; the first goes on', async () => {
    const first = startService({ DATA_DIR: folder });
    const base = await first.ready;
    const places = [
      { DATA_DIR: folder },
      { DATA_DIR: other.folder, DATABASE_URL: `file:${file}` },
      { DATA_DIR: folder, DATABASE_URL: `file:${path.join(other.folder, 'new.db')}` },
    ];
    const seconds = places.map((env) => startService(env));
    for (const [i, second] of seconds.entries()) {
      expect(await second.ended, second.errors()).toEqual({ code: 1, signal: null });
      const isOurs = i < 2;
      const reason = isOurs ? 'Another server is running on' : 'There is no database at';
      expect(second.errors()).toContain(reason);
      if (isOurs) expect(second.errors()).toContain(`process ${first.child.pid} on `);
      expect(second.errors()).not.toMatch(/\n\s+at |Ready/);
    }
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
  });

  it('starts after kill -9 of the first: the system takes the lock away with the process', async () => {
    const first = startService({ DATA_DIR: folder });
    await first.ready;
    first.child.kill('SIGKILL');
    await first.ended;
    const second = startService({ DATA_DIR: folder });
    await second.ready;
    second.child.kill('SIGTERM');
    expect(await second.ended).toEqual({ code: 0, signal: null });
  });

  it('is no matter of commands: they read and write beside a running server', async () => {
    await startService({ DATA_DIR: folder }).ready;
    const env = { DATA_DIR: folder };
    const password = ['--password-file', path.join(import.meta.dirname, 'hold-data.test.ts')];
    for (const [source, args] of [
      ['src/people/command.ts', ['add', '--role', 'auditor', '--name', '郑系安', ...password]],
      ['src/people/command.ts', ['list']],
      ['src/vault/command.ts', ['add']],
      ['src/vault/command.ts', ['reseal']],
      ['src/backup/command.ts', ['verify']],
    ] as const) {
      const { code, out, err } = await runCommand(source, [...args], file, env);
      expect(code, `${source} ${args}: ${out}${err}`).toBe(0);
    }
  });
});

describe('the hold of a file', () => {
  it('is one process’s, until it lets go, and names it', async () => {
    const lock = path.join(other.folder, 'some.lock');
    const at = new Date('2026-11-28T08:00:00Z');
    const first = await holdFile(lock, at);
    expect(await holdFile(lock, at)).toEqual({
      holder: expect.objectContaining({ pid: process.pid, since: at.toISOString() }),
    });
    if ('release' in first) await first.release();
    const again = await holdFile(lock, at);
    expect(again).toHaveProperty('release');
    if ('release' in again) await again.release();
  });
});
