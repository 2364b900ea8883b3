import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadDemonstration } from '../prisma/seed/demonstration.js';
import { type Db, openDatabase } from '../src/database/database.js';
import { migrate } from '../src/database/migrate.js';
import { migrations } from './database/scratch.js';

export type Demonstration = { db: Db; file: string; close(): Promise<void> };

/** The demonstration network in a database of its own. */
export async function demonstration(): Promise<Demonstration> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parks-demonstration-'));
  const file = path.join(folder, 'parks.db');
  await migrate({ file, directory: migrations, log: () => {} });
  const { db, close } = await openDatabase({ file });
  await loadDemonstration(db, { log: () => {} });
  return {
    db,
    file,
    async close() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
