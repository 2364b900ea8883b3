/**
 * The site over the demonstration, in a process whose disk can be filled: `disk-child.ts <how> <folder> <demonstration>`.
 * It takes lines on its standard input and answers each with a line: `fill`, `free`, `pass` (six minutes go by).
 * `tmpfs`: the folder is a small disk of its own, for which the process needs its own mounts (`unshare --mount`).
 * `limit`: the largest file that the process may write is set to a few bytes, which needs nothing.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { openDatabase } from '../../src/database/database.js';
import { startApp, testClock } from './client.js';

const [how, folder, demonstration] = process.argv.slice(2) as [string, string, string];
const ballast = path.join(folder, 'ballast');

const setLimit = (bytes: string) =>
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`]);

if (how === 'tmpfs') execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'none', folder]);
cpSync(demonstration, folder, { recursive: true });
const file = path.join(folder, 'parks.db');
const { db } = await openDatabase({ file });
const clock = testClock(new Date());
const site = await startApp({ db, clock, config: { dataDir: folder } });

/** Down to the last byte, as a log that grows would leave it. */
function fillUp(): void {
  for (const size of [1 << 20, 1 << 12]) {
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(size, 1), { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
}

const acts: Record<string, () => unknown> = {
  fill: () => (how === 'tmpfs' ? fillUp() : setLimit('16')),
  free: () => (how === 'tmpfs' ? rmSync(ballast) : setLimit('unlimited')),
  pass: () => clock.pass(6 * 60_000),
  files: () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .sort(),
};

process.stdout.write(`${site.base}\n`);
createInterface({ input: process.stdin }).on('line', (line) => {
  const answer = acts[line]?.();
  process.stdout.write(`${JSON.stringify(answer ?? line)}\n`);
});
