import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sharedFolder } from '../../made-once.js';
import { type LookName, lookNames } from './looks.js';

const fileOf = (name: LookName): string => path.join(sharedFolder(), `routes-seen-${name}.json`);

/**
 * Leaves the routes of a look's pages to the looks after it.
 * @returns the routes of all looks; null where others of this run are not there yet
 */
export async function routesOfAllLooks(
  name: LookName,
  routes: string[],
): Promise<Set<string> | null> {
  await writeFile(`${fileOf(name)}.new`, JSON.stringify(routes));
  await rename(`${fileOf(name)}.new`, fileOf(name));
  if (!lookNames.every((look) => existsSync(fileOf(look)))) return null;
  const all = await Promise.all(lookNames.map((look) => readFile(fileOf(look), 'utf8')));
  return new Set(all.flatMap((text) => JSON.parse(text) as string[]));
}
