import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

export type Ended = { code: number | null; signal: string | null; lines: string[]; errors: string };

/** Runs a TypeScript file of this folder in a process of its own, and gathers the lines that it prints. */
export function startChild(script: string, args: string[], env: Record<string, string> = {}) {
  const file = path.join(import.meta.dirname, script);
  const root = path.resolve(import.meta.dirname, '../..');
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 180_000,
    killSignal: 'SIGKILL',
  });
  const lines: string[] = [];
  let errors = '';
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => lines.push(line));
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, lines, errors }));
  });
  return {
    lines,
    ended,
    /** Waits for the first line that the child prints. */
    firstLine: Promise.race([new Promise((resolve) => output.once('line', resolve)), ended]),
    /** Ends the child as a power cut would: it gets no chance to do anything more. */
    kill: () => child.kill('SIGKILL'),
  };
}
