import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { markDemonstration } from '../../src/database/demonstration-mark.js';
import { startApp } from '../web/client.js';
import { type Scratch, scratchDatabase } from './scratch.js';

const root = path.resolve(import.meta.dirname, '../..');
let scratch: Scratch;
beforeEach(async () => {
  scratch = await scratchDatabase();
});
afterEach(() => scratch.close());

/** Starts the server as production does, in a data folder of its own, until it ends by itself or is ready. */
function start(file: string): Promise<{ code: number | null; told: string }> {
  const child = spawn(process.execPath, ['.config/run.cjs', 'src/server.ts'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      DATA_DIR: path.dirname(file),
      DATABASE_URL: `file:${file}`,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  return new Promise((resolve) => {
    child.stderr.on('data', (bytes: Buffer) => {
      told += bytes.toString();
      if (told.includes('Ready:')) child.kill('SIGTERM');
    });
    child.once('exit', (code) => resolve({ code, told }));
  });
}

describe('invented data', () => {
  it('is named on no page of a database without it, and production serves that', async () => {
    const site = await startApp({ db: scratch.db });
    expect(await (await fetch(`${site.base}/sign-in`)).text()).not.toContain('演示数据');
    await site.close();
    const { code, told } = await start(scratch.file);
    expect({ code, ready: told.includes('Ready:') }).toEqual({ code: 0, ready: true });
  });

  it('is named on every page of a database that holds it, and production refuses to serve that', async () => {
    await transact(scratch.db, markDemonstration);
    const site = await startApp({ db: scratch.db });
    for (const page of ['/', '/sign-in', '/figures', '/no-such-page']) {
      expect(await (await fetch(site.base + page)).text(), page).toContain('演示数据');
    }
    await site.close();
    const { code, told } = await start(scratch.file);
    expect(code).toBe(1);
    expect(told).toContain('whose passwords are public');
    expect(told).not.toMatch(/\n\s+at /);
  });
});
