import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** All that one run of tests leaves in the system's folder for temporary files; removed at the end of the run. */
export const runFolder = (run = process.env.TEST_RUN ?? String(process.pid)): string =>
  path.join(tmpdir(), `parks-test-run-${run}`);

/** Where the processes of one run share what takes long to make: those of this code, as tests also run altered copies. */
export const sharedFolder = (): string => {
  const code = createHash('sha256')
    .update(import.meta.dirname)
    .digest('hex')
    .slice(0, 8);
  return path.join(runFolder(), code);
};

/** @returns whether this is the first in the whole run to ask for that name */
export async function isFirstToClaim(name: string): Promise<boolean> {
  const folder = path.join(sharedFolder(), encodeURIComponent(name));
  await mkdir(sharedFolder(), { recursive: true });
  return mkdir(folder).then(
    () => true,
    () => false,
  );
}

/**
 * Makes a folder once for the whole run: whoever needs it first makes it, and the others wait.
 * @param make fills the folder
 * @returns the folder, which is only copied from
 */
export async function madeOnce(
  name: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = path.join(sharedFolder(), name);
  const [ready, failed] = [`${folder}.ready`, `${folder}.failed`];
  if (existsSync(ready)) return folder;
  if (await isFirstToClaim(name)) {
    await make(folder).then(
      () => writeFile(ready, ''),
      async (error) => {
        await writeFile(failed, '');
        throw error;
      },
    );
  }
  while (!existsSync(ready)) {
    if (existsSync(failed)) throw new Error(`${name} could not be made: see the first failure`);
    await pause(100);
  }
  return folder;
}
