import '../words.js';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Config } from '../config.js';
import type { Db } from '../database/database.js';
import { openExisting } from '../database/existing.js';
import { resealCertificates, resealIdentities } from '../identities/reseal-identities.js';
import { resealPayees } from '../payments/payees/reseal-payees.js';
import { proofsFolder } from '../process/data-folders.js';
import { programConfig } from '../process/program-config.js';
import { recordHashes } from '../proofs/record-hashes.js';
import { resealProofs } from '../proofs/reseal-proofs.js';
import { Misuse, Told, understood } from '../told.js';
import { KeyRing, newKey } from './key-ring.js';
import { readKeysFile, replaceKeysFile } from './keys-file.js';
import { keysInUse, refuseMissingKeys } from './keys-in-use.js';

const usage = `npm run keys -- list              the keys, and whether something is sealed with them
npm run keys -- add               adds a key, which seals from now on
npm run keys -- reseal            seals with the newest key what an older one sealed
npm run keys -- record-hashes     opens each sealed file whose hash is not recorded, and records it
npm run keys -- forget --id <id>  takes out a key with which nothing is sealed any more
After each change, keep a new copy of the file of keys, apart from the copies of the data.`;

type Tell = (line: string) => void;
type Command = (db: Db, config: Config, options: { id?: string }, tell: Tell) => Promise<void>;

const commands: ReadonlyMap<string, Command> = new Map([
  ['list', list],
  ['add', add],
  ['reseal', reseal],
  ['record-hashes', hashes],
  ['forget', forget],
]);

/** Runs the command. @returns the exit code: 0 done, 2 not understood or not possible */
export async function main(
  args: string[],
  env: Record<string, string | undefined>,
  tell: Tell,
): Promise<number> {
  try {
    const { command, options } = understand(args);
    const config = programConfig(env);
    const directory = path.join(config.root, 'prisma/migrations');
    const { db, close } = await openExisting({ file: config.databaseFile, directory });
    try {
      await command(db, config, options, tell);
    } finally {
      await close();
    }
    return 0;
  } catch (error) {
    if (!(error instanceof Told)) throw error;
    tell(error.message);
    return 2;
  }
}

function understand(args: string[]) {
  return understood(usage, () => {
    const options = { id: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const command = commands.get(positionals.join(' '));
    if (!command) throw new Misuse('Which command?');
    return { command, options: values };
  });
}

async function list(db: Db, { keysFile }: Config, _options: object, tell: Tell): Promise<void> {
  const { sealing, lookup } = readKeysFile(keysFile);
  const inUse = await keysInUse(db);
  const use = (id: string) => (inUse.has(id) ? 'in use' : 'not in use');
  for (const [i, { id, madeAt }] of sealing.entries()) {
    const does = i === sealing.length - 1 ? 'seals' : 'opens';
    tell([id, madeAt.slice(0, 10), does, use(id)].join('\t'));
  }
  tell([lookup.id, lookup.madeAt.slice(0, 10), 'looks up', use(lookup.id)].join('\t'));
}

async function add(_db: Db, { keysFile }: Config, _options: object, tell: Tell): Promise<void> {
  const keys = readKeysFile(keysFile);
  const key = newKey(new Date());
  replaceKeysFile(keysFile, { ...keys, sealing: [...keys.sealing, key] });
  tell(`Added the key ${key.id} to ${keysFile}. Keep a new copy of it, then restart the service.`);
}

async function reseal(db: Db, config: Config, _options: object, tell: Tell): Promise<void> {
  const keys = new KeyRing(readKeysFile(config.keysFile));
  refuseMissingKeys(keys, await keysInUse(db), config.keysFile);
  const numbers =
    (await resealIdentities(db, keys)) +
    (await resealCertificates(db, keys)) +
    (await resealPayees(db, keys));
  const files = await resealProofs(db, keys, proofsFolder(config));
  tell(`Sealed ${numbers} numbers and ${files} files with the key ${keys.newest.id}.`);
}

async function hashes(db: Db, config: Config, _options: object, tell: Tell): Promise<void> {
  const keys = new KeyRing(readKeysFile(config.keysFile));
  const files = await recordHashes(db, keys, proofsFolder(config));
  tell(`Recorded the hashes of ${files} files, which are then checked without keys.`);
}

async function forget(
  db: Db,
  { keysFile }: Config,
  { id }: { id?: string },
  tell: Tell,
): Promise<void> {
  const { sealing, lookup } = readKeysFile(keysFile);
  if (!sealing.some((key) => key.id === id)) throw new Misuse('--id is no sealing key: see list');
  if (sealing.at(-1)?.id === id) throw new Misuse('The newest key seals: add another one first.');
  if ((await keysInUse(db)).has(id ?? '')) {
    throw new Misuse(`The key ${id} is in use: npm run keys -- reseal`);
  }
  replaceKeysFile(keysFile, { lookup, sealing: sealing.filter((key) => key.id !== id) });
  tell(`Took the key ${id} out of ${keysFile}. A copy of the data made before still needs it.`);
}

if (process.argv[1] === import.meta.filename) {
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  process.exitCode = await main(process.argv.slice(2), process.env, tell);
}
