import '../between-rooms.js';
import '../words.js';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../calendar/days.js';
import type { Config } from '../config.js';
import { programConfig } from '../process/program-config.js';
import { Misuse, Told, understood } from '../told.js';
import { KeyRing } from '../vault/key-ring.js';
import { readKeysFile } from '../vault/keys-file.js';
import { verifyBackup } from './check-backup.js';
import { makeBackup } from './make-backup.js';
import { type Manifest, readManifest } from './manifest.js';
import { reportLines, sizeLine } from './report-lines.js';
import { restoreBackup } from './restore-backup.js';
import { verifyLive } from './verify-live.js';
import { refuseOtherVersion } from './version-of-backup.js';

const usage = `npm run backup -- --to <folder>       makes a backup beside the site at work, in a new folder
npm run restore -- --from <folder>    puts a backup into an empty DATA_DIR, checked before it is used
npm run verify -- [--json]            checks the data in place: database, ledger, letters, files of proof
npm run verify -- --backup <folder>   checks a backup, and changes nothing in it
The keys (KEYS_FILE) are in no backup: keep a copy of them apart. Exits 1 where something is wrong with the data,
2 where nothing could be done. \`restore --despite-faults\` restores a backup with which something is wrong.`;

type Values = {
  to?: string;
  from?: string;
  backup?: string;
  json: boolean;
  'despite-faults': boolean;
};
type Tell = (line: string) => void;
type Command = (config: Config, values: Values, tell: Tell) => Promise<number>;

const commands: ReadonlyMap<string, Command> = new Map([
  ['backup', backup],
  ['restore', restore],
  ['verify', verify],
]);

/** Runs the command. @returns the exit code: 0 all fits, 1 something is wrong with the data, 2 it could not be done */
export async function main(
  args: string[],
  env: Record<string, string | undefined>,
  tell: Tell,
): Promise<number> {
  try {
    const { command, values } = understand(args);
    if (command) return await command(programConfig(env), values, tell);
    tell(usage);
    return 0;
  } catch (error) {
    if (!(error instanceof Told)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function understand(args: string[]): { command: Command | null; values: Values } {
  return understood(usage, () => {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean', default: false } as const;
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        to: text,
        from: text,
        backup: text,
        json: flag,
        'despite-faults': flag,
        help: { type: 'boolean', default: false, short: 'h' },
      },
    });
    if (values.help) return { command: null, values };
    const command = commands.get(positionals.join(' '));
    if (!command) throw new Misuse('Which command?');
    return { command, values };
  });
}

async function backup(config: Config, { to }: Values, tell: Tell): Promise<number> {
  if (!to) throw new Misuse(`Where to? npm run backup -- --to <folder>`);
  const began = performance.now();
  const manifest = await makeBackup(config, { to, now: systemClock.now });
  for (const fault of manifest.faults) tell(fault);
  tell(sizeLine(manifest, performance.now() - began));
  const { hash } = await readManifest(path.resolve(to));
  tell(`${path.resolve(to)}: SHA-256 of its manifest ${hash}`);
  if (manifest.keys.length > 0)
    tell(`The keys are not in it: keep a copy of ${config.keysFile} in another place.`);
  return manifest.faults.length > 0 ? 1 : 0;
}

async function restore(config: Config, values: Values, tell: Tell): Promise<number> {
  if (!values.from) throw new Misuse(`From where? npm run restore -- --from <folder>`);
  const from = path.resolve(values.from);
  const check = await restoreBackup(config, {
    from,
    despiteFaults: values['despite-faults'],
    tell,
  });
  for (const line of reportLines(check)) tell(line);
  tell(`Restored to ${config.databaseFile}. Now: npm start`);
  return check.problems.length > 0 ? 1 : 0;
}

async function verify(config: Config, values: Values, tell: Tell): Promise<number> {
  const keys = existsSync(config.keysFile) ? new KeyRing(readKeysFile(config.keysFile)) : null;
  const check = values.backup
    ? await verifyFolder(config, path.resolve(values.backup), keys)
    : await verifyLive(config, keys);
  if (values.json) tell(JSON.stringify({ ok: check.problems.length === 0, ...check }, null, 2));
  else for (const line of reportLines(check)) tell(line);
  return check.problems.length > 0 ? 1 : 0;
}

async function verifyFolder(config: Config, folder: string, keys: KeyRing | null) {
  const { manifest, hash, isAltered } = await readManifest(folder);
  await refuseOtherVersion(manifest, config);
  const check = await verifyBackup(folder, manifest, keys);
  if (isAltered) check.problems.unshift('manifest.json: is not the one that was written');
  check.notes.push(...madeAs(manifest, hash));
  return check;
}

const madeAs = ({ madeAt, faults }: Manifest, hash: string): string[] => [
  `Backup of ${madeAt}; SHA-256 of its manifest ${hash}`,
  ...faults.map((fault) => `Wrong already when it was made: ${fault}`),
];

if (process.argv[1] === import.meta.filename) {
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  process.exitCode = await main(process.argv.slice(2), process.env, tell);
}
