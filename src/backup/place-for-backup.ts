import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Misuse } from '../told.js';

/**
 * Makes the folder in which a backup is written until it is whole: the name that was asked for with `.unfinished` after it.
 * @throws Misuse where the target is not empty, lies in the data, or a broken-off backup to it was left
 */
export async function beginFolder(target: string, dataDir: string): Promise<string> {
  if (isInside(target, dataDir) || isInside(dataDir, target)) {
    throw new Misuse(`${target} and the data (${dataDir}) lie in each other: name another folder.`);
  }
  refuseUsed(target);
  const draft = `${target}.unfinished`;
  await mkdir(path.dirname(target), { recursive: true });
  try {
    await mkdir(draft, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Misuse(
      `${draft} is there: another backup is being made, or one was broken off. Delete it if none is.`,
    );
  }
  return draft;
}

function refuseUsed(target: string): void {
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory() || readdirSync(target).length > 0) {
    throw new Misuse(`${target} is not an empty folder: nothing is written over a backup.`);
  }
  if (statSync(target).dev !== statSync(path.dirname(target)).dev) {
    throw new Misuse(`${target} is a disk of its own: name a folder in it.`);
  }
}

function isInside(inner: string, outer: string): boolean {
  const way = path.relative(outer, inner);
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
}
