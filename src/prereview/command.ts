import '../words.js';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../calendar/days.js';
import { openExisting } from '../database/existing.js';
import { programConfig } from '../process/program-config.js';
import { Told, understood } from '../told.js';
import { findingKinds } from './find.js';
import { type Prereviewed, runPrereview } from './run-prereview.js';

const usage = `npm run prereview
Assesses every settled venture against every policy in force, as the service does each night, and keeps what there is
to bring up: who qualifies and has not applied, who would but for one thing, whose proof, tenancy or waiver runs out.`;

/** Runs the command. @returns the exit code: 0 done, 2 could not be done */
export async function main(args: string[], tell: (line: string) => void): Promise<number> {
  try {
    if (understand(args).help) {
      tell(usage);
      return 0;
    }
    const { ventures, found } = await prereviewNow();
    tell(`${ventures} ventures assessed.`);
    for (const kind of findingKinds)
      tell(
        `${kind.padEnd(16)}${String(found.filter((item) => item.kind === kind).length).padStart(6)}`,
      );
    return 0;
  } catch (error) {
    if (!(error instanceof Told)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function understand(args: string[]): { help: boolean } {
  return understood(usage, () => {
    const flag = { type: 'boolean', default: false } as const;
    return parseArgs({ args, options: { help: { ...flag, short: 'h' } } }).values;
  });
}

async function prereviewNow(): Promise<Prereviewed> {
  const config = programConfig(process.env);
  const directory = path.join(config.root, 'prisma/migrations');
  const { db, close } = await openExisting({ file: config.databaseFile, directory });
  try {
    return await runPrereview(db, systemClock.now(), (done) =>
      process.stderr.write(`\r${done} ventures`),
    );
  } finally {
    process.stderr.write('\n');
    await close();
  }
}

if (process.argv[1] === import.meta.filename) {
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  process.exitCode = await main(process.argv.slice(2), tell);
}
