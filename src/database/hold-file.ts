import { hostname } from 'node:os';
import { Connection } from './connection.js';

/** Who holds a file, as that process wrote it down itself. */
export type Holder = { pid: number; host: string; since: string };

/** Kept from the garbage collector, which would close them and end the hold. */
const holding = new Set<Connection>();

/**
 * Holds a file until `release`, or until this process ends in whatever way: the system keeps the lock, so none is left
 * behind by kill -9, and no number of a process is compared. It is a small database of its own in which a write is
 * begun and never ended, by the one SQLite library that is there. Waits five seconds for a process that is ending.
 * @returns how to let it go; or who holds it, null where that cannot be read
 */
export async function holdFile(
  file: string,
  now: Date,
): Promise<{ release: () => Promise<void> } | { holder: Holder | null }> {
  const connection = await Connection.open(file, 'write');
  try {
    await connection.exec('BEGIN IMMEDIATE');
    await writeHolder(connection, now);
    // Between the two another process may come first: then it is the holder.
    await connection.exec('COMMIT');
    await connection.exec('BEGIN IMMEDIATE');
  } catch (error) {
    const holder = isBusy(error) ? await readHolder(connection) : null;
    await connection.close();
    if (isBusy(error)) return { holder };
    throw error;
  }
  holding.add(connection);
  const release = () => {
    holding.delete(connection);
    return connection.close();
  };
  return { release };
}

const isBusy = (error: unknown): boolean => (error as { code?: string }).code === 'SQLITE_BUSY';

async function writeHolder(connection: Connection, now: Date): Promise<void> {
  await connection.exec(
    'CREATE TABLE IF NOT EXISTS "Holder" ("pid" INTEGER NOT NULL, "host" TEXT NOT NULL, "since" TEXT NOT NULL);' +
      'DELETE FROM "Holder"',
  );
  await connection.run('INSERT INTO "Holder" ("pid", "host", "since") VALUES (?, ?, ?)', [
    process.pid,
    hostname(),
    now.toISOString(),
  ]);
}

async function readHolder(connection: Connection): Promise<Holder | null> {
  try {
    const [row] = await connection.all('SELECT "pid", "host", "since" FROM "Holder"');
    if (!row) return null;
    return { pid: Number(row.pid), host: String(row.host), since: String(row.since) };
  } catch {
    return null;
  }
}
