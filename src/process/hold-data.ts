import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.js';
import { type Holder, holdFile } from '../database/hold-file.js';
import { Told } from '../told.js';

/** Another server is running on the same data. */
export class DataInUse extends Told {
  override name = 'DataInUse';
}

/**
 * Keeps a second server off the data folder and off the database, wherever that lies, for as long as this process
 * lives. Commands (`people`, `keys`, `verify` …) do not ask for it: they may work beside a running server.
 * @returns how to let both go
 * @throws DataInUse naming the process that holds them
 */
export async function holdData(
  { dataDir, databaseFile }: Pick<Config, 'dataDir' | 'databaseFile'>,
  now: Date,
): Promise<() => Promise<void>> {
  const releases: (() => Promise<void>)[] = [];
  const release = async () => {
    for (const letGo of releases.splice(0).reverse()) await letGo();
  };
  for (const [what, file] of [
    [dataDir, path.join(dataDir, 'server.lock')],
    [databaseFile, `${realFile(databaseFile)}.lock`],
  ] as const) {
    const hold = await holdFile(file, now);
    if ('holder' in hold) {
      await release();
      throw new DataInUse(inUse(what, hold.holder));
    }
    releases.push(hold.release);
  }
  return release;
}

/** By whatever links it is reached, a database has one lock. */
function realFile(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.join(realpathSync(path.dirname(file)), path.basename(file));
  }
}

function inUse(what: string, holder: Holder | null): string {
  const who = holder
    ? ` (process ${holder.pid} on ${holder.host}, since ${holder.since.slice(0, 19)}Z)`
    : '';
  return `Another server is running on ${what}${who}: stop it first, or set DATA_DIR, and DATABASE_URL where it is set, to a place of their own.`;
}
