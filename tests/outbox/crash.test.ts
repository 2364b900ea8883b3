import { spawn } from 'node:child_process';
import pino from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { drainOnce } from '../../src/outbox/drain.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { projectRoot, testClock } from '../web/client.js';
import { Gateway } from './cast.js';

let scratch: Scratch;
beforeEach(async () => {
  scratch = await scratchDatabase();
});
afterEach(() => scratch.close());

/** @returns the signal that ended it */
function runChild(when: string): Promise<string | null> {
  const args = ['--import', 'tsx', 'tests/outbox/crash-child.ts', scratch.file, when];
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_, signal) => resolve(signal));
  });
}

it.each([
  ['before', 0],
  ['while', 1],
])(
  'a message of a process that was killed %s sending it is sent by the next',
  async (when, tried) => {
    expect(await runChild(when)).toBe('SIGKILL');
    const { db } = scratch;
    expect(await db.outboxMessage.findMany()).toMatchObject([{ attempts: tried, sentAt: null }]);
    const gateway = new Gateway();
    const clock = testClock(new Date('2025-02-14T02:01:00Z'));
    const deps = { db, clock, sender: gateway, codeOf: () => '', log: pino({ level: 'silent' }) };
    await drainOnce(deps);
    await drainOnce(deps);
    expect(gateway.taken.map(({ phone }) => phone)).toEqual(['13800001234']);
    expect(await db.outboxMessage.findMany()).toMatchObject([{ sentAt: clock.now() }]);
  },
);
