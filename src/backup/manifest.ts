import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Told } from '../told.js';
import { hashOfText, writeThrough } from './durable-files.js';

export const manifestFile = 'manifest.json';
/** Beside the manifest, as `sha256sum -c` reads it. */
export const manifestHashFile = 'manifest.sha256';
export const databaseName = 'parks.db';
export const proofsName = 'proofs';

/** A folder that is no backup, or one that cannot be used as things stand. */
export class BackupProblem extends Told {
  override name = 'BackupProblem';
}

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Manifest = z.object({
  format: z.literal(1),
  /** When the copy of the database began, in UTC. */
  madeAt: z.iso.datetime(),
  application: z.string(),
  /** The migrations of the database, oldest first: its version. */
  migrations: z.array(z.string()).min(1),
  /** Rows by table. */
  tables: z.record(z.string(), z.int().min(0)),
  ledger: z.object({ position: z.int().min(0), hash: Hash }),
  /** The ids of the keys that open what is sealed; never the keys. */
  keys: z.array(z.string()),
  /** Every other file of the backup, by its path in it; sizes in bytes. */
  files: z.record(z.string(), z.object({ bytes: z.int().min(0), sha256: Hash })),
  /** What was wrong already when the backup was made, in words. */
  faults: z.array(z.string()),
});
export type Manifest = z.infer<typeof Manifest>;
export type FileMark = Manifest['files'][string];

/** Writes the manifest and its hash, through to the disk. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  await writeThrough(path.join(folder, manifestFile), text);
  const line = `${hashOfText(text)}  ${manifestFile}\n`;
  await writeThrough(path.join(folder, manifestHashFile), line);
}

/**
 * @returns the manifest; its own hash, to be compared with one noted elsewhere; and whether it is as it was written
 * @throws BackupProblem where there is none: the folder is no backup, or one that was broken off
 */
export async function readManifest(
  folder: string,
): Promise<{ manifest: Manifest; hash: string; isAltered: boolean }> {
  const text = await textOf(path.join(folder, manifestFile));
  if (text === null) {
    throw new BackupProblem(
      `${folder} is not a backup: it has no ${manifestFile}, which is written last.`,
    );
  }
  const read = Manifest.safeParse(jsonOf(text));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new BackupProblem(
      `${path.join(folder, manifestFile)} cannot be read as a manifest: ${issue?.path.join('.')} ${issue?.message}`,
    );
  }
  const hash = hashOfText(text);
  const noted = await textOf(path.join(folder, manifestHashFile));
  return { manifest: read.data, hash, isAltered: noted?.slice(0, 64) !== hash };
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
