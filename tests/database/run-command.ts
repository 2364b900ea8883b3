import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export type Ran = { code: number | null; out: string; err: string };

/** Runs a command of the project as its own process, from its source, on that database, with these settings. */
export function runCommand(
  source: string,
  args: string[],
  databaseFile: string,
  settings: Record<string, string> = {},
): Promise<Ran> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, source), ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: `file:${databaseFile}`, NODE_ENV: 'test', ...settings },
  });
  const ran = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    ran.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    ran.err += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...ran }));
  });
}
