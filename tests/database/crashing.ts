import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Db, openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { migrations } from './scratch.js';

/** A database that processes are killed over. */
export type Crashing = {
  file: string;
  /** What the product does at each start, and then the act. */
  start<T>(act: (db: Db) => Promise<T>): Promise<T>;
  remove(): void;
};

/** A file in a folder of its own, which each start brings up to date, opens and closes again. */
export function crashingDatabase(): Crashing {
  const folder = mkdtempSync(path.join(tmpdir(), 'parks-'));
  const file = path.join(folder, 'parks.db');
  return {
    file,
    async start(act) {
      await migrate({ file, directory: migrations, log: () => {} });
      const { db, close } = await openDatabase({ file });
      try {
        return await act(db);
      } finally {
        await close();
      }
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
