import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Told } from '../told.js';
import { Connection } from './connection.js';
import { copyDatabase } from './copy-database.js';
import { type Db, openDatabase } from './database.js';

/** There is no database to read, or none of this version; told to whoever asked, without a stack. */
export class NoDatabase extends Told {
  override name = 'NoDatabase';
}

type Existing = { file: string; directory: string };
type Opened = { db: Db; close: () => Promise<void> };

/**
 * Opens a database for a command that reads: it is neither made nor migrated.
 * @param directory the folder of the migrations that it must have
 * @throws NoDatabase where there is none, or not one of this version
 */
export async function openExisting({ file, directory }: Existing): Promise<Opened> {
  if (!existsSync(file)) {
    throw new NoDatabase(`There is no database at ${file}: see DATA_DIR, or run npm start first.`);
  }
  await refuseAnother(file, directory);
  return openDatabase({ file, readers: 1 });
}

/**
 * Opens a copy of a database as it stands at this moment, gone after close: many reads then agree with
 * each other, while whoever writes to the original goes on undisturbed.
 */
export async function openCopy({ file, directory }: Existing): Promise<Opened> {
  const original = await openExisting({ file, directory });
  await original.close();
  const folder = await mkdtemp(path.join(path.dirname(file), '.copy-'));
  const discard = () => rmSync(folder, { recursive: true, force: true });
  // It holds all that the original holds: nothing of it stays behind when the command is broken off.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      discard();
      process.exit(1);
    });
  }
  try {
    const copy = path.join(folder, 'copy.db');
    await copyDatabase(file, copy);
    const { db, close } = await openDatabase({ file: copy, readers: 1 });
    return { db, close: () => close().finally(discard) };
  } catch (error) {
    discard();
    throw error;
  }
}

async function refuseAnother(file: string, directory: string): Promise<void> {
  const applied = await appliedTo(file);
  const folders = await readdir(directory, { withFileTypes: true });
  const missing = folders.find((folder) => folder.isDirectory() && !applied.has(folder.name));
  if (missing) {
    throw new NoDatabase(
      `The database ${file} lacks migration ${missing.name}: run npm start once, which applies it.`,
    );
  }
}

async function appliedTo(file: string): Promise<Set<unknown>> {
  const connection = await Connection.open(file, 'read').catch((error: Error) => {
    throw new NoDatabase(`${file} cannot be read as a database: ${error.message}`);
  });
  try {
    const rows = await connection.all(
      'SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL',
    );
    return new Set(rows.map((row) => row.name));
  } catch (error) {
    const reason = (error as Error).message;
    throw new NoDatabase(`${file} is not a database of this site (${reason}).`);
  } finally {
    await connection.close();
  }
}
