import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { openCopy } from '../database/existing.js';
import { Told, understood } from '../told.js';
import { type Verification, verifyLedger } from './verify.js';

const usage = `npm run verify -- [--json]
Recomputes the hash chain, every balance and every entry from the records, on a copy of the database
made at one moment, so that it can run beside the site. Prints what differs, and exits 1 if anything does.`;

/** Runs the command. @returns the exit code: 0 all fits, 1 something differs, 2 could not be asked */
export async function main(args: string[], tell: (line: string) => void): Promise<number> {
  try {
    const { json, help } = understand(args);
    if (help) {
      tell(usage);
      return 0;
    }
    const found = await verify();
    if (json) tell(JSON.stringify({ ok: found.problems.length === 0, ...found }, null, 2));
    else for (const line of reportLines(found)) tell(line);
    return found.problems.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Told)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function understand(args: string[]): { json: boolean; help: boolean } {
  return understood(usage, () => {
    const flag = { type: 'boolean', default: false } as const;
    return parseArgs({ args, options: { json: flag, help: { ...flag, short: 'h' } } }).values;
  });
}

async function verify(): Promise<Verification> {
  const config = readConfig(process.env);
  const directory = path.join(config.root, 'prisma/migrations');
  const { db, close } = await openCopy({ file: config.databaseFile, directory });
  try {
    return await verifyLedger(db);
  } finally {
    await close();
  }
}

function reportLines({ entries, balances, head, problems }: Verification): string[] {
  if (problems.length === 0) {
    return [
      `The ledger holds: ${entries} entries in an unbroken chain, ${balances} balances, all as the records say.`,
      `Head: position ${entries}, hash ${head}`,
    ];
  }
  return [...problems, `${problems.length} problem(s) in ${entries} entries.`];
}

if (process.argv[1] === import.meta.filename) {
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  process.exitCode = await main(process.argv.slice(2), tell);
}
