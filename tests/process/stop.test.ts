import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { emptyFolder, endServices, startService } from './service.js';

const { folder, remove } = emptyFolder();
afterEach(endServices);
afterAll(remove);

const env = { DATA_DIR: folder, LOG_LEVEL: 'debug' };
const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** `npm start`, ready, with the number of the process that answers. */
async function npmStart() {
  const npm = startService(env, ['npm', 'start']);
  await fetch(`${await npm.ready}/`);
  await expect.poll(npm.log, { timeout: 20_000 }).toMatch(/"pid":\d+/);
  const server = Number(/"pid":(\d+)/.exec(npm.log())?.[1]);
  expect(isRunning(server)).toBe(true);
  expect(server).not.toBe(npm.child.pid);
  return { npm, server };
}

describe('npm start ends when told to', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)(
    'by %s to npm alone, and leaves no server behind',
    async (signal) => {
      const { npm, server } = await npmStart();
      npm.child.kill(signal);
      await npm.ended;
      await expect.poll(() => isRunning(server), { timeout: 20_000 }).toBe(false);
      expect(npm.log()).toContain('"msg":"stopping"');
    },
  );

  it('by Ctrl-C, which comes from the terminal and from npm: once, and with grace', async () => {
    const { npm } = await npmStart();
    process.kill(-(npm.child.pid as number), 'SIGINT');
    expect(await npm.ended).toEqual({ code: 0, signal: null });
  });

  it('goes on where something else than npm start began it and is gone', async () => {
    const { child, ready } = startService({ ...env, npm_lifecycle_event: '' }, [
      'sh',
      '-c',
      `"${process.execPath}" .config/run.cjs src/server.ts & sleep 1000`,
    ]);
    const base = await ready;
    child.kill('SIGKILL');
    try {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect((await fetch(`${base}/healthz`)).status).toBe(200);
    } finally {
      process.kill(-(child.pid as number), 'SIGKILL');
    }
  });
});
