import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.js';
import { BackupProblem, type Manifest } from './manifest.js';

/**
 * Only a database of this version can be checked in full where it lies; an older one is brought to it by `restore`.
 * @throws BackupProblem
 */
export function refuseOtherVersion({ migrations, application }: Manifest, { root }: Config): void {
  const folders = readdirSync(path.join(root, 'prisma/migrations'), { withFileTypes: true });
  const own = folders.filter((folder) => folder.isDirectory()).map(({ name }) => name);
  if ([...own].sort().join() === migrations.join()) return;
  throw new BackupProblem(
    `The backup was made by another version (${application}, up to ${migrations.at(-1)}): check it with that one, or ` +
      'restore it into an empty place, which brings an older one to this version and checks it.',
  );
}
