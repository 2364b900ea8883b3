import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Meter, meterOf } from './meter.js';

export const root = path.resolve(import.meta.dirname, '../..');

/** The library by which the product reads and writes the file in this bench. */
export const benchDriver: 'node' | 'sqlite3' =
  process.env.SQLITE_DRIVER === 'node' ? 'node' : 'sqlite3';

export type Serving = { base: string; pid: number; meter: Meter; stop(): Promise<void> };

/**
 * Starts a program of this project that prints its address, and waits for that.
 * @param node the program that runs it, where it is not the one that runs the bench
 */
export function serve(
  args: string[],
  env: Record<string, string>,
  node = process.execPath,
): Promise<Serving> {
  const child = spawn(node, ['-r', './tests/bench/meter.cjs', ...args], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    let told = '';
    child.stderr?.on('data', (bytes: Buffer) => {
      told += bytes.toString();
      const base = /http:\/\/127\.0\.0\.1:\d+/.exec(told)?.[0];
      if (base)
        resolve({ base, pid: child.pid as number, meter: meterOf(child), stop: () => stop(child) });
    });
    child.once('exit', (code) =>
      reject(new Error(`${args.join(' ')} ended with ${code}:\n${told}`)),
    );
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    // One that ended by itself says so no second time.
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** Runs a program of this project to its end. @throws Error when it fails */
export function run(args: string[], env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${args.join(' ')} ended with ${code}`));
    });
  });
}

/** Forgets a process's highest memory use so far (Linux). */
export function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Elsewhere the peak is not known at all.
  }
}

/** The most memory a process has had in use since then, in MB; null where the system does not tell. */
export function peakOf(pid: number): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes ? Math.round(Number(kilobytes) / 1024) : null;
  } catch {
    return null;
  }
}
