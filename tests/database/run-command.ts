import { spawn } from 'node:child_process';
import path from 'node:path';
import { vi } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

export type Ran = { code: number | null; out: string; err: string };

/** What a command works on: nothing of what a developer's own data folder holds, which has keys. */
const dataOf = (databaseFile: string) => ({
  DATA_DIR: path.dirname(databaseFile),
  DATABASE_URL: `file:${databaseFile}`,
  NODE_ENV: 'test',
});

/** Runs a command of the project as its own process, as it is shipped, on that database, with these settings. */
export function runCommand(
  source: string,
  args: string[],
  databaseFile: string,
  settings: Record<string, string> = {},
): Promise<Ran> {
  const child = spawn(process.execPath, ['.config/run.cjs', source, ...args], {
    cwd: root,
    env: { ...process.env, ...dataOf(databaseFile), ...settings },
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

type Main = (
  args: string[],
  env: Record<string, string | undefined>,
  tell: (line: string) => void,
) => Promise<number>;

/** Runs a command's main function in this process, which starts nothing and so is quick. */
export async function runHere(main: Main, args: string[], databaseFile: string): Promise<Ran> {
  const ran = { out: '', err: '' };
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    ran.err += String(text);
    return true;
  });
  try {
    const code = await main(args, dataOf(databaseFile), (line) => {
      ran.out += `${line}\n`;
    });
    return { code, out: ran.out, err: ran.err };
  } finally {
    stderr.mockRestore();
  }
}
