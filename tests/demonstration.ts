import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadDemonstration } from '../prisma/seed/demonstration.js';
import { type DatabaseOptions, type Db, openDatabase } from '../src/database/database.js';
import { migrate } from '../src/database/migrate.js';
import { catchUp } from '../src/find/catch-up.js';
import { everythingFindable } from '../src/findable.js';
import { KeyRing, newKeys } from '../src/vault/key-ring.js';
import { migrations } from './database/scratch.js';
import { madeOnce } from './made-once.js';

export type Demonstration = { db: Db; file: string; close(): Promise<void> };

/** Keys of its own, and a folder for what is sealed with them. */
export const sealingIn = (folder: string) => ({
  keys: new KeyRing(newKeys(new Date('2023-01-01T00:00:00Z'))),
  proofs: path.join(folder, 'proofs'),
});

/** Where the demonstration network lies that the run made once; it is only copied from. */
export const demonstrationFolder = (): Promise<string> => madeOnce('demonstration', make);

/** The demonstration network in a database of its own. */
export const demonstration = async (
  options?: Pick<DatabaseOptions, 'onQuery'>,
): Promise<Demonstration> => copyOf(await demonstrationFolder(), options);

/** A database that stands in a folder, with what lies beside it, in a folder of its own. */
export async function copyOf(
  made: string,
  options: Pick<DatabaseOptions, 'onQuery'> = {},
): Promise<Demonstration> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parks-demonstration-'));
  await cp(made, folder, { recursive: true });
  const file = path.join(folder, 'parks.db');
  const { db, close } = await openDatabase({ file, ...options });
  return {
    db,
    file,
    async close() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** As the service does when it starts: else the first search of each copy would write the entries of all records. */
export const indexed = (db: Db): Promise<number> => catchUp(db, everythingFindable);

async function make(folder: string): Promise<void> {
  const file = path.join(folder, 'parks.db');
  await migrate({ file, directory: migrations, log: () => {} });
  const { db, close } = await openDatabase({ file });
  await loadDemonstration(db, { log: () => {}, sealing: sealingIn(folder) });
  await indexed(db);
  await close();
}
