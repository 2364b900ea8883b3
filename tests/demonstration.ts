import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadDemonstration } from '../prisma/seed/demonstration.js';
import { type Db, openDatabase } from '../src/database/database.js';
import { migrate } from '../src/database/migrate.js';
import { KeyRing, newKeys } from '../src/vault/key-ring.js';
import { migrations } from './database/scratch.js';

export type Demonstration = { db: Db; file: string; close(): Promise<void> };

/** Where the files of one run of tests share what takes long to make; removed at the end of the run. */
export const sharedFolder = (run = process.env.TEST_RUN ?? String(process.pid)): string =>
  path.join(tmpdir(), `parks-test-run-${run}`);

/** Keys of its own, and a folder for what is sealed with them. */
export const sealingIn = (folder: string) => ({
  keys: new KeyRing(newKeys(new Date('2023-01-01T00:00:00Z'))),
  proofs: path.join(folder, 'proofs'),
});

/** The demonstration network in a database of its own: a copy of the one that the run made. */
export async function demonstration(): Promise<Demonstration> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parks-demonstration-'));
  await cp(await madeOnce(), folder, { recursive: true });
  const file = path.join(folder, 'parks.db');
  const { db, close } = await openDatabase({ file });
  return {
    db,
    file,
    async close() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Whoever needs it first makes it, and the others wait. @returns the folder that holds it */
async function madeOnce(): Promise<string> {
  const shared = sharedFolder();
  const [folder, ready, failed] = ['demonstration', 'ready', 'failed'].map((name) =>
    path.join(shared, name),
  ) as [string, string, string];
  await mkdir(shared, { recursive: true });
  const isFirst = await mkdir(folder).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    await make(folder).then(
      () => writeFile(ready, ''),
      async (error) => {
        await writeFile(failed, '');
        throw error;
      },
    );
  }
  while (!existsSync(ready)) {
    if (existsSync(failed)) throw new Error('the demonstration could not be made');
    await pause(100);
  }
  return folder;
}

async function make(folder: string): Promise<void> {
  const file = path.join(folder, 'parks.db');
  await migrate({ file, directory: migrations, log: () => {} });
  const { db, close } = await openDatabase({ file });
  await loadDemonstration(db, { log: () => {}, sealing: sealingIn(folder) });
  await close();
}
