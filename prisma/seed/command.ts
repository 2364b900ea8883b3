import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../../src/calendar/days.js';
import { openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { proofsFolder } from '../../src/process/data-folders.js';
import { programConfig } from '../../src/process/program-config.js';
import { refuseNewDatabase } from '../../src/process/refuse-new-database.js';
import { Misuse, Told, understood } from '../../src/told.js';
import { openKeys } from '../../src/vault/open-keys.js';
import { demonstrationPassword } from './accounts.js';
import { loadDemonstration } from './demonstration.js';
import { isEmpty, loadNetwork } from './network/load.js';
import { shapeOf } from './network/shape.js';

const usage = `npm run seed -- [--ventures <number>] [--data-dir <folder>]
Fills an empty database with invented data, through the same acts as the site: the demonstration network,
or one of so many ventures in the same ten parks, for measurements. Says how long it took.
The folder is DATA_DIR where none is given; a database with anything in it is refused.`;

/** So many that every kind of event still occurs, and that numbers have their room. */
const bounds = { least: 100, most: 200_000 };

type Options = { ventures: number | null; dataDir: string | undefined; help: boolean };

/** Runs the command. @returns the exit code: 0 done, 2 not understood or the database is not empty */
export async function main(
  args: string[],
  env: Record<string, string | undefined>,
  tell: (line: string) => void,
): Promise<number> {
  try {
    const options = understand(args);
    if (options.help) tell(usage);
    else await seed(options, env, tell);
    return 0;
  } catch (error) {
    if (!(error instanceof Told)) throw error;
    tell(error.message);
    return 2;
  }
}

function understand(args: string[]): Options {
  return understood(usage, () => {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args,
      options: { ventures: text, 'data-dir': text, help: { type: 'boolean', short: 'h' } },
    });
    const { ventures, help = false } = values;
    return { ventures: countOf(ventures), dataDir: values['data-dir'], help };
  });
}

function countOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const { least, most } = bounds;
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (count < least || count > most)
    throw new Error(`--ventures is a whole number from ${least} to ${most}`);
  return count;
}

async function seed(
  { ventures, dataDir }: Options,
  env: Record<string, string | undefined>,
  tell: (line: string) => void,
): Promise<void> {
  const config = programConfig(
    dataDir === undefined ? env : { ...env, DATA_DIR: dataDir, DATABASE_URL: undefined },
  );
  if (config.isProduction) throw new Misuse('NODE_ENV is production: no invented data goes there.');
  const file = config.databaseFile;
  refuseNewDatabase(config, { isWanted: true });
  mkdirSync(path.dirname(file), { recursive: true });
  const directory = path.join(config.root, 'prisma/migrations');
  await migrate({ file, directory, log: () => {} });
  const { db, close } = await openDatabase({ file, readers: 1 });
  try {
    if (!(await isEmpty(db))) throw new Misuse(`${file} is not empty: nothing was written.`);
    const began = performance.now();
    const now = systemClock.now();
    const keys = await openKeys(db, { file: config.keysFile, now, tell });
    const sealing = { keys, proofs: proofsFolder(config) };
    if (ventures === null) await loadDemonstration(db, { log: tell, sealing });
    else await loadNetwork(db, shapeOf(ventures), { log: tell, isWhole: false, sealing });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const [logged, entries] = [await db.venture.count(), await db.ledgerEntry.count()];
    tell(`${logged} ventures and ${entries} ledger entries in ${seconds} s: ${file}`);
    tell(`Every account has the password ${demonstrationPassword}`);
  } finally {
    await close();
  }
}

if (process.argv[1] === import.meta.filename) {
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  process.exitCode = await main(process.argv.slice(2), process.env, tell);
}
