import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Connection } from '../../src/database/connection.js';
import { migrate } from '../../src/database/migrate.js';
import { migrations } from './scratch.js';

export type Before = {
  file: string;
  connection: Connection;
  /** Applies the migration. */
  apply(): Promise<void>;
  close(): Promise<void>;
};

/** An empty database as it was before a migration, without foreign keys: what stood then is put in by hand. */
export async function databaseBefore(migration: string): Promise<Before> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parks-'));
  const directory = path.join(folder, 'migrations');
  for (const each of await readdir(migrations))
    if (each < migration)
      await cp(path.join(migrations, each), path.join(directory, each), { recursive: true });
  const file = path.join(folder, 'parks.db');
  await migrate({ file, directory, log: () => {} });
  const connection = await Connection.open(file, 'write');
  await connection.run('PRAGMA foreign_keys = OFF');
  return {
    file,
    connection,
    async apply() {
      await connection.exec(
        await readFile(path.join(migrations, migration, 'migration.sql'), 'utf8'),
      );
    },
    async close() {
      await connection.close();
      await rm(folder, { recursive: true });
    },
  };
}
