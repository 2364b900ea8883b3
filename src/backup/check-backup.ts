import path from 'node:path';
import { checkDatabase } from '../database/check-database.js';
import { contentsOf } from '../database/contents.js';
import { openReadOnly } from '../database/read-only.js';
import { proofsFolder } from '../process/data-folders.js';
import type { KeyRing } from '../vault/key-ring.js';
import { filesIn, markOf } from './durable-files.js';
import {
  databaseName,
  type FileMark,
  type Manifest,
  manifestFile,
  manifestHashFile,
} from './manifest.js';
import { type DataCheck, notReadable, verifyData } from './verify-data.js';

/** Holds every file of a backup against its manifest, to the byte. @returns what differs, in words */
export async function fileFaults(folder: string, { files }: Manifest): Promise<string[]> {
  const faults: string[] = [];
  const there = new Set(await filesIn(folder));
  for (const [name, mark] of Object.entries(files)) {
    if (!there.has(name)) faults.push(`${name}: is in the manifest and not there`);
    else if (!isSame(await markOf(path.join(folder, name)), mark))
      faults.push(`${name}: is not the file that was backed up`);
  }
  for (const name of there) {
    if (name in files || name === manifestFile || name === manifestHashFile) continue;
    faults.push(`${name}: is not in the manifest`);
  }
  return faults;
}

const isSame = (a: FileMark, b: FileMark): boolean => a.bytes === b.bytes && a.sha256 === b.sha256;

/** Holds the database of a backup, of whatever version, against what its manifest says of it. */
export async function contentFaults(file: string, manifest: Manifest): Promise<string[]> {
  const { migrations, tables } = await contentsOf(file);
  const faults: string[] = [];
  if (migrations.join() !== manifest.migrations.join())
    faults.push('the manifest is that of another version of the database');
  for (const name of new Set([...Object.keys(tables), ...Object.keys(manifest.tables)])) {
    const [rows, noted] = [tables[name] ?? 0, manifest.tables[name] ?? 0];
    if (rows !== noted) faults.push(`${name}: has ${rows} rows, the manifest says ${noted}`);
  }
  return faults;
}

/** Holds the newest entry of the ledger against the manifest. */
export function ledgerFaults({ entries, head }: DataCheck, { ledger }: Manifest): string[] {
  if (entries === ledger.position && head === ledger.hash) return [];
  return [
    `the ledger ends at ${entries} with ${head}, the manifest says ${ledger.position}, ${ledger.hash}`,
  ];
}

/**
 * Checks a backup of this version where it lies, and changes nothing in it: its files against the manifest, its
 * database against itself, and both against each other.
 */
export async function verifyBackup(
  folder: string,
  manifest: Manifest,
  keys: KeyRing | null,
): Promise<DataCheck> {
  const file = path.join(folder, databaseName);
  const faults = await fileFaults(folder, manifest);
  const database = await checkDatabase(file);
  faults.push(...database.faults);
  if (!database.isReadable) return notReadable(faults);
  faults.push(...(await contentFaults(file, manifest)));
  const { db, close } = await openReadOnly(file);
  try {
    const isCurrent = async () => true;
    const sealing = { folder: proofsFolder({ dataDir: folder }), keys, isCurrent };
    const check = await verifyData(db, sealing);
    const problems = [...faults, ...check.problems, ...ledgerFaults(check, manifest)];
    return { ...check, problems: [...new Set(problems)] };
  } finally {
    await close();
  }
}
