import { readFileSync } from 'node:fs';
import { type Db, type Tx, transact } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { Refusal } from '../language/refusal.js';
import { Misuse } from '../told.js';
import { passwordFault } from './account-rules.js';
import { addAccount } from './add-account.js';
import { askPassword } from './ask-password.js';
import { deactivateAccount, reactivateAccount } from './deactivate-account.js';
import { hashPassword } from './passwords.js';
import { resetPassword } from './set-password.js';
import { usernameFor } from './username-for.js';
import { type Role, roles } from './viewer.js';

export type Options = Partial<
  Record<'role' | 'username' | 'name' | 'region' | 'parks' | 'person' | 'password-file', string>
>;
export type Command = (db: Db, options: Options, tell: (line: string) => void) => Promise<void>;

export const commands: ReadonlyMap<string, Command> = new Map([
  ['add', add],
  ['list', list],
  ['reset-password', reset],
  ['deactivate', switching(deactivateAccount, 'is deactivated, and was signed out everywhere.')],
  ['reactivate', switching(reactivateAccount, 'is active again.')],
]);

async function add(db: Db, options: Options, tell: (line: string) => void): Promise<void> {
  const role = roles.find((value) => value === needed(options, 'role'));
  if (!role) throw new Misuse(`--role is one of ${roles.join(', ')}`);
  const name = needed(options, 'name');
  const username = options.username?.trim().toLowerCase() || (await usernameFor(db, name));
  const account = {
    username,
    role: role as Role,
    name,
    regionCode: options.region ?? null,
    parkIds: await parkIdsOf(db, options.parks),
    personNumber: options.person?.toUpperCase() ?? null,
    passwordHash: await newPassword(options, username),
    passwordBy: 'another' as const,
  };
  const { id } = await transact(db, (tx) => addAccount(tx, bySystem(), account));
  tell(`Added account ${id}: ${username} (${role}), ${name}`);
}

async function list(db: Db, _options: Options, tell: (line: string) => void): Promise<void> {
  const accounts = await db.account.findMany({
    include: { person: true, parks: { include: { park: true } } },
    orderBy: { username: 'asc' },
  });
  for (const { username, role, name, isActive, regionCode, person, parks } of accounts) {
    const scope = regionCode ?? person?.number ?? parks.map(({ park }) => park.number).join(',');
    tell([username, role, name, scope || '-', isActive ? 'active' : 'deactivated'].join('\t'));
  }
  tell(`${accounts.length} accounts`);
}

async function reset(db: Db, options: Options, tell: (line: string) => void): Promise<void> {
  const { id: accountId, username } = await named(db, options);
  const passwordHash = await newPassword(options, username);
  await transact(db, (tx) => resetPassword(tx, bySystem(), { accountId, passwordHash }));
  tell(`${username} has a new password, and was signed out everywhere.`);
}

function switching(
  verb: (tx: Tx, by: Actor, id: number) => Promise<void>,
  outcome: string,
): Command {
  return async (db, options, tell) => {
    const { id, username } = await named(db, options);
    await transact(db, (tx) => verb(tx, bySystem(), id));
    tell(`${username} ${outcome}`);
  };
}

const bySystem = (): Actor => ({ accountId: null, at: new Date() });

function needed(options: Options, name: keyof Options): string {
  const value = options[name]?.trim();
  if (!value) throw new Misuse(`--${name} is missing`);
  return value;
}

async function named(db: Db, options: Options): Promise<{ id: number; username: string }> {
  const username = needed(options, 'username').toLowerCase();
  const account = await db.account.findUnique({ where: { username } });
  if (!account) throw new Misuse(`there is no account ${username}`);
  return account;
}

async function parkIdsOf(db: Db, codes: string | undefined): Promise<number[]> {
  const numbers = (codes ?? '').split(',').flatMap((number) => number.trim() || []);
  const parks = await db.park.findMany({ where: { number: { in: numbers } } });
  const unknown = numbers.filter((number) => !parks.some((park) => park.number === number));
  if (unknown.length > 0) throw new Misuse(`there is no park ${unknown.join(', ')}`);
  return parks.map(({ id }) => id);
}

/** Without spaces around it, as the sign-in form reads it. */
async function newPassword(options: Options, username: string): Promise<string> {
  const file = options['password-file'];
  const password = (file ? firstLine(file) : await askPassword('Password: ')).trim();
  const fault = await passwordFault(password, username, 'password');
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
