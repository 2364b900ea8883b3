import { open } from 'node:fs/promises';
import { Connection } from './connection.js';

/**
 * Writes a copy of the database as it stands at one moment, on a connection of its own: whoever writes to the original
 * goes on undisturbed. The copy is on the disk when this returns, whole and without a journal beside it.
 * @param to a file that is not there yet
 */
export async function copyDatabase(file: string, to: string): Promise<void> {
  const connection = await Connection.open(file, 'read');
  try {
    await connection.run('VACUUM INTO ?', [to]);
  } finally {
    await connection.close();
  }
  // SQLite does not flush what VACUUM INTO makes.
  const handle = await open(to, 'r+');
  try {
    await handle.chmod(0o600);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
