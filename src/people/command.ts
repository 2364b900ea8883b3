import '../words.js';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Config } from '../config.js';
import { openDatabase } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { Conflict, Refusal } from '../language/refusal.js';
import { makeSay } from '../language/say.js';
import { programConfig } from '../process/program-config.js';
import { refuseNewDatabase } from '../process/refuse-new-database.js';
import { loadReference } from '../reference.js';
import { Misuse, Told, understood } from '../told.js';
import { type Command, commands, type Options } from './commands.js';
import { roles } from './viewer.js';

const usage = `npm run people -- add --role <role> --name <name> [--username <username>]
                     [--region <code>] [--parks P01,P02] [--person R000001]
npm run people -- list
npm run people -- reset-password --username <username>
npm run people -- deactivate --username <username>
npm run people -- reactivate --username <username>
A password is asked on the terminal, or read from the first line of standard input
or of --password-file <file>. Without --username, one is made from the name.
Roles: ${roles.join(', ')}`;

/**
 * Runs the command, on a database that is migrated first if it has to be, and made where none is (in production only
 * for an administrator).
 * @returns the exit code: 0 done, 1 refused, 2 not understood
 */
export async function main(
  args: string[],
  env: Record<string, string | undefined>,
  tell: (line: string) => void,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    tell(usage);
    return 0;
  }
  try {
    const { command, options } = understand(args);
    const config = programConfig(env);
    prepareFolder(config, args[0] === 'add' && options.role === 'administrator');
    const directory = path.join(config.root, 'prisma/migrations');
    await migrate({ file: config.databaseFile, directory, log: () => {} });
    const { db, close } = await openDatabase({ file: config.databaseFile, readers: 1 });
    try {
      await loadReference(db);
      await command(db, options, tell);
    } finally {
      await close();
    }
    return 0;
  } catch (error) {
    return explain(error, tell);
  }
}

function understand(args: string[]): { command: Command; options: Options } {
  const text = { type: 'string' } as const;
  return understood(usage, () => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        role: text,
        username: text,
        name: text,
        region: text,
        parks: text,
        person: text,
        'password-file': text,
      },
    });
    const command = commands.get(positionals.join(' '));
    if (!command) throw new Misuse('Which command?');
    return { command, options: values };
  });
}

/** In production the first administrator makes the database, and nothing else does. */
function prepareFolder(config: Config, isFirstAccount: boolean): void {
  refuseNewDatabase(config, { isWanted: isFirstAccount || !config.isProduction });
  makeFolder(path.dirname(config.databaseFile));
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Misuse(`There can be no database in ${folder}: ${(error as Error).message}`);
  }
}

function explain(error: unknown, tell: (line: string) => void): number {
  const say = makeSay('en');
  if (error instanceof Told) {
    tell(error.message);
    return 2;
  }
  if (error instanceof Conflict) tell(say(error.key, error.values));
  else if (error instanceof Refusal) {
    for (const { field, key, values } of error.faults) tell(`${field || '-'}: ${say(key, values)}`);
  } else throw error;
  return 1;
}

if (process.argv[1] === import.meta.filename) {
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  process.exitCode = await main(process.argv.slice(2), process.env, tell);
}
