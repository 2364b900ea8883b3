import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BadConfig, readConfig } from '../config.js';
import { type Db, openDatabase, transact } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { Refusal } from '../language/refusal.js';
import { makeSay } from '../language/say.js';
import { passwordFault } from './account-rules.js';
import { addAccount } from './add-account.js';
import { askPassword } from './ask-password.js';
import { hashPassword } from './passwords.js';
import { resetPassword } from './set-password.js';
import { type Role, roles } from './viewer.js';

const usage = `npm run people -- add --role <role> --username <username> --name <name>
                     [--region <code>] [--parks P01,P02] [--person R000001]
npm run people -- list
npm run people -- reset-password --username <username>
The password is asked on the terminal, or read from the first line of standard input
or of --password-file <file>.
Roles: ${roles.join(', ')}`;

/** What the reader of the terminal can mend; told without a stack, and exits 2. */
class Misuse extends Error {}

type Options = Partial<
  Record<'role' | 'username' | 'name' | 'region' | 'parks' | 'person' | 'password-file', string>
>;

/** Runs the command. @returns the exit code: 0 done, 1 refused, 2 not understood */
export async function main(args: string[], tell: (line: string) => void): Promise<number> {
  try {
    const { command, options } = understand(args);
    const config = readConfig(process.env);
    const directory = path.join(config.root, 'prisma/migrations');
    await migrate({ file: config.databaseFile, directory, log: () => {} });
    const { db, close } = await openDatabase({ file: config.databaseFile, readers: 1 });
    try {
      await command(db, options, tell);
    } finally {
      await close();
    }
    return 0;
  } catch (error) {
    if (error instanceof Misuse || error instanceof BadConfig) {
      tell(error.message);
      return 2;
    }
    if (!(error instanceof Refusal)) throw error;
    const say = makeSay('en');
    for (const { field, key, values } of error.faults) tell(`${field || '-'}: ${say(key, values)}`);
    return 1;
  }
}

type Command = (db: Db, options: Options, tell: (line: string) => void) => Promise<void>;

function understand(args: string[]): { command: Command; options: Options } {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...{ role: text, username: text, name: text, region: text },
        ...{ parks: text, person: text, 'password-file': text },
      },
    });
    const command = { add, list, 'reset-password': reset }[positionals.join(' ')];
    if (!command) throw new Misuse(usage);
    return { command, options: values };
  } catch (error) {
    throw error instanceof Misuse ? error : new Misuse(`${(error as Error).message}\n${usage}`);
  }
}

async function add(db: Db, options: Options, tell: (line: string) => void): Promise<void> {
  const username = needed(options, 'username').trim().toLowerCase();
  const role = needed(options, 'role');
  if (!roles.includes(role as Role)) throw new Misuse(`--role is one of ${roles.join(', ')}`);
  const settings = {
    username,
    role: role as Role,
    name: needed(options, 'name').trim(),
    regionCode: options.region ?? null,
    parkIds: await parkIdsOf(db, options.parks),
    personNumber: options.person ?? null,
  };
  const passwordHash = await newPassword(options, username);
  const by = { accountId: null, at: new Date() };
  const { id } = await transact(db, (tx) => addAccount(tx, by, { ...settings, passwordHash }));
  tell(`Added account ${id}: ${username} (${role}), ${settings.name}`);
}

async function list(db: Db, _options: Options, tell: (line: string) => void): Promise<void> {
  const accounts = await db.account.findMany({
    include: { parks: { include: { park: true } } },
    orderBy: { username: 'asc' },
  });
  for (const { username, role, name, isActive, regionCode, parks } of accounts) {
    const scope = regionCode ?? parks.map(({ park }) => park.number).join(',');
    tell([username, role, name, scope || '-', isActive ? 'active' : 'deactivated'].join('\t'));
  }
  tell(`${accounts.length} accounts`);
}

async function reset(db: Db, options: Options, tell: (line: string) => void): Promise<void> {
  const username = needed(options, 'username').trim().toLowerCase();
  const account = await db.account.findUnique({ where: { username } });
  if (!account) throw new Misuse(`there is no account ${username}`);
  const passwordHash = await newPassword(options, username);
  const by = { accountId: null, at: new Date() };
  await transact(db, (tx) => resetPassword(tx, by, { accountId: account.id, passwordHash }));
  tell(`${username} has a new password, and was signed out everywhere.`);
}

function needed(options: Options, name: keyof Options): string {
  const value = options[name]?.trim();
  if (!value) throw new Misuse(`--${name} is missing\n${usage}`);
  return value;
}

async function parkIdsOf(db: Db, list: string | undefined): Promise<number[]> {
  const numbers = (list ?? '').split(',').flatMap((number) => number.trim() || []);
  const parks = await db.park.findMany({ where: { number: { in: numbers } } });
  const unknown = numbers.filter((number) => !parks.some((park) => park.number === number));
  if (unknown.length > 0) throw new Misuse(`there is no park ${unknown.join(', ')}`);
  return parks.map(({ id }) => id);
}

async function newPassword(options: Options, username: string): Promise<string> {
  const file = options['password-file'];
  // Without spaces around it, as the sign-in form reads it.
  const password = (file ? firstLine(file) : await askPassword('Password: ')).trim();
  const fault = passwordFault(password, username, 'password');
  if (fault) throw new Refusal([fault]);
  return hashPassword(password);
}

function firstLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  } catch (error) {
    throw new Misuse(`--password-file: ${(error as Error).message}`);
  }
}

if (process.argv[1] === import.meta.filename) {
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  process.exitCode = await main(process.argv.slice(2), tell);
}
