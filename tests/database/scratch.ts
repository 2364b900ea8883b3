import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Db, openDatabase } from '../../src/database/database.js';
import { checkRows } from '../../src/database/direct-sql.js';
import { migrate } from '../../src/database/migrate.js';
import { madeOnce } from '../made-once.js';

checkRows();

export const migrations = path.resolve(import.meta.dirname, '../../prisma/migrations');

export type Scratch = { db: Db; file: string; folder: string; close(): Promise<void> };

/** What many tests begin with: filled in once for the whole run, and copied. */
export type World = { name: string; fill: (db: Db) => Promise<unknown> };

const empty: World = { name: 'empty', fill: async () => {} };

/** A migrated database in a folder of its own, gone after close; empty unless a world is given. */
export async function scratchDatabase({
  onQuery,
  world = empty,
}: {
  onQuery?: (sql: string) => void;
  world?: World;
} = {}): Promise<Scratch> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parks-'));
  const file = path.join(folder, 'parks.db');
  await copyFile(path.join(await folderOf(world), 'parks.db'), file);
  const { db, close } = await openDatabase(onQuery ? { file, onQuery } : { file });
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

const folderOf = ({ name, fill }: World): Promise<string> =>
  madeOnce(`world-${name}`, async (folder) => {
    const file = path.join(folder, 'parks.db');
    await migrate({ file, directory: migrations, log: () => {} });
    const { db, close } = await openDatabase({ file });
    await fill(db);
    await close();
  });
