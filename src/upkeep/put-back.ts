import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { type FileFolder, filesAside } from './file-folder.js';

/**
 * Puts files back that were set aside and to which records refer: the database that was there meanwhile was another
 * one, or an older copy.
 * @param wanted the names to which records refer
 * @returns how many
 */
export async function putBack(folder: FileFolder, wanted: ReadonlySet<string>): Promise<number> {
  let count = 0;
  for (const { name, file } of await filesAside(folder)) {
    const place = folder.pathOf(name);
    if (!wanted.has(name) || existsSync(place)) continue;
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    await rename(file, place);
    count += 1;
  }
  return count;
}
