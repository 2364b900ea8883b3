import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Reads } from '../database/database.js';

/** A file is stored before its record: one that is this young may still be waiting for it. */
const youngMs = 60 * 60 * 1000;

/**
 * Deletes files to which no record refers: left by an upload that was broken off, or removed since.
 * @param now by the clock of the file system
 * @returns how many were deleted, and what records refer to that is not there
 */
export async function sweepProofs(
  reads: Reads,
  folder: string,
  now: Date,
): Promise<{ deleted: number; missing: string[] }> {
  // The folder first: what is recorded after it was read cannot then be taken for an orphan.
  const files = await filesIn(folder);
  const recorded = await reads.proofFile.findMany({
    where: { removedAt: null, uploadedAt: { lt: new Date(now.getTime() - youngMs) } },
    select: { storedAs: true },
  });
  const fresh = await reads.proofFile.findMany({
    where: { removedAt: null, uploadedAt: { gte: new Date(now.getTime() - youngMs) } },
    select: { storedAs: true },
  });
  const wanted = new Set([...recorded, ...fresh].map(({ storedAs }) => storedAs));
  let deleted = 0;
  for (const [name, file] of files) {
    if (!wanted.has(name) && (await deleteIfOld(file, now))) deleted += 1;
  }
  const missing = recorded.map(({ storedAs }) => storedAs).filter((name) => !files.has(name));
  return { deleted, missing };
}

/** Every stored file by its name, drafts too; none where nothing was ever stored. */
async function filesIn(folder: string): Promise<Map<string, string>> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return new Map(files.map(({ name, parentPath }) => [name, path.join(parentPath, name)]));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
}

async function deleteIfOld(file: string, now: Date): Promise<boolean> {
  const { mtimeMs } = await stat(file);
  if (now.getTime() - mtimeMs < youngMs) return false;
  await rm(file, { force: true });
  return true;
}
