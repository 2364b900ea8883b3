import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Db, openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';

export const migrations = path.resolve(import.meta.dirname, '../../prisma/migrations');

export type Scratch = { db: Db; file: string; folder: string; close(): Promise<void> };

/** An empty, migrated database in a folder of its own, gone after close. */
export async function scratchDatabase(
  options: { onQuery?: (sql: string) => void } = {},
): Promise<Scratch> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parks-'));
  const file = path.join(folder, 'parks.db');
  await migrate({ file, directory: migrations, log: () => {} });
  const { db, close } = await openDatabase({ file, ...options });
  return {
    db,
    file,
    folder,
    async close() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
