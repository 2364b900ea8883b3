import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { runFolder } from './made-once.js';

const projectRoot = path.resolve(import.meta.dirname, '..');

/** Compiled once before any test: several that start the service at once would else compile over each other. */
export function setup(): void {
  const build = path.join(projectRoot, '.config/build.mjs');
  const { status } = spawnSync(process.execPath, [build], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the code does not compile');
}

/** Once for the whole run, in the process that started it. */
export const teardown = (): Promise<void> => rm(runFolder(), { recursive: true, force: true });
