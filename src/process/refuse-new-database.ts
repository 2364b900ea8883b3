import { existsSync, readdirSync, statSync } from 'node:fs';
import type { Config } from '../config.js';
import { Told } from '../told.js';
import { proofsFolder } from './data-folders.js';

/** There is no database, and none may be made there. */
export class NoNewDatabase extends Told {
  override name = 'NoNewDatabase';
}

type Places = Pick<Config, 'dataDir' | 'databaseFile' | 'keysFile'>;

/**
 * Refuses to make a database in silence: a wrong setting would begin an empty one beside the real data. None is ever
 * made where keys, files of proof or the journal of a database lie without it; elsewhere only where it is wanted.
 * @param isWanted whether whoever runs this asked for a new one
 * @throws NoNewDatabase
 */
export function refuseNewDatabase(places: Places, { isWanted }: { isWanted: boolean }): void {
  const { databaseFile } = places;
  if (holdsBytes(databaseFile)) return;
  const left = leftBehind(places);
  if (left.length > 0) {
    throw new NoNewDatabase(
      `There is no database at ${databaseFile}, but there is ${left.join(' and ')}: they belong to a database. ` +
        'Put it back from its backup, or set DATA_DIR or DATABASE_URL to where it is. ' +
        'To begin anew, move them to another place first.',
    );
  }
  if (isWanted) return;
  throw new NoNewDatabase(
    `There is no database at ${databaseFile}: set DATA_DIR or DATABASE_URL to where it is, or put it back from its backup. ` +
      'For a new one: npm run people -- add --role administrator --name <name>',
  );
}

function leftBehind({ dataDir, databaseFile, keysFile }: Places): string[] {
  const proofs = proofsFolder({ dataDir });
  const journal = `${databaseFile}-wal`;
  return [
    ...(existsSync(keysFile) ? [keysFile] : []),
    ...(holdsFiles(proofs) ? [proofs] : []),
    ...(holdsBytes(journal) ? [journal] : []),
  ];
}

/** A file of nothing, as sqlite3 leaves it where a name was mistyped, is no database. */
const holdsBytes = (file: string): boolean =>
  (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;

const holdsFiles = (folder: string): boolean =>
  existsSync(folder) &&
  readdirSync(folder, { recursive: true, withFileTypes: true }).some((entry) => entry.isFile());
