import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export type Service = {
  child: ChildProcess;
  /** What it has printed so far: lines for whoever started it, and its log. */
  errors: () => string;
  log: () => string;
  /** @returns its address once it is ready @throws when it ends before */
  ready: Promise<string>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

const started = new Set<ChildProcess>();
const direct = [process.execPath, '.config/run.cjs', 'src/server.ts'];

/** Starts the service as it is shipped, on a free port, without the demonstration, in a process group of its own. */
export function startService(env: Record<string, string>, command = direct): Service {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DEMO: 'off', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  started.add(child);
  let [errors, log] = ['', ''];
  child.stdout.on('data', (text) => {
    log += text;
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => {
      started.delete(child);
      resolve({ code, signal });
    });
  });
  const ready = new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (text) => {
      errors += text;
      const base = /Ready: (http:\/\/127\.0\.0\.1:\d+)/.exec(errors)?.[1];
      if (base) resolve(base);
    });
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${errors}`)));
  });
  ready.catch(() => {});
  return { child, errors: () => errors, log: () => log, ready, ended };
}

/** Ends what a test has left running. */
export function endServices(): void {
  for (const { pid } of started) if (pid) process.kill(-pid, 'SIGKILL');
}

/** An empty folder, and how to remove it. */
export function emptyFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'parks-process-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
