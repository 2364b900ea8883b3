import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.js';
import { BackupProblem } from './manifest.js';

/** Where the backup is put together and checked before it is used. */
export const stageName = 'restoring';

type Places = Pick<Config, 'dataDir' | 'databaseFile' | 'keysFile'>;

/**
 * Refuses to restore over anything. The keys may be there already, and a lock that was taken for this.
 * @throws BackupProblem naming what is in the way
 */
export function refuseUsedPlace({ dataDir, databaseFile, keysFile }: Places): void {
  const journals = ['-wal', '-shm', '-journal'].map((end) => `${databaseFile}${end}`);
  const inTheWay = new Set([databaseFile, ...journals].filter((file) => existsSync(file)));
  for (const name of existsSync(dataDir) ? readdirSync(dataDir) : []) {
    const file = path.join(dataDir, name);
    if (file !== keysFile && !/\.lock(?:-wal|-shm|-journal)?$/.test(name)) inTheWay.add(file);
  }
  if (inTheWay.size === 0) return;
  const left = path.join(dataDir, stageName);
  const hint = inTheWay.has(left) ? ` ${left} is what a broken-off restore left: delete it.` : '';
  throw new BackupProblem(
    `Restoring goes into an empty place only, and there is ${[...inTheWay].join(', ')}.${hint} ` +
      'Set DATA_DIR (and DATABASE_URL, where it is set) to another place, or move that away. Nothing was written.',
  );
}
