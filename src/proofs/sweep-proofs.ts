import { existsSync } from 'node:fs';
import type { Reads } from '../database/database.js';
import { type FileFolder, filesIn } from '../upkeep/file-folder.js';
import { lookAtFiles, type Referred, type Swept, sweepFiles } from '../upkeep/sweep-files.js';
import { pathOf } from './file-store.js';

/** A record that is this young may belong to a file that is just being sealed anew. */
const youngMs = 60 * 60 * 1000;

export const proofFiles = (folder: string): FileFolder => ({
  folder,
  pathOf: (storedAs) => pathOf(folder, storedAs),
  daysAside: 30,
});

export type SweptProofs = Swept & {
  /** What records refer to and what is not there: something is wrong. */
  missing: string[];
};

/**
 * Sets aside files of proof to which no record refers, left by an upload that was broken off; after 30 days they are
 * deleted. Nothing is moved where the database may not be that of the files.
 * @param now by the clock of the file system
 */
export async function sweepProofs(reads: Reads, folder: string, now: Date): Promise<SweptProofs> {
  const swept = await sweepFiles(proofFiles(folder), () => referredProofs(reads), now);
  return { missing: await missingProofs(reads, folder, now), ...swept };
}

/** What a sweep would find; only what records refer to is put back. */
export async function lookAtProofs(reads: Reads, folder: string, now: Date): Promise<SweptProofs> {
  const found = await lookAtFiles(proofFiles(folder), () => referredProofs(reads), now);
  return { missing: await missingProofs(reads, folder, now), ...found };
}

async function referredProofs(reads: Reads): Promise<Referred> {
  const files = await reads.proofFile.findMany({
    where: { removedAt: null },
    select: { storedAs: true },
  });
  const { _max } = await reads.proofFile.aggregate({ _max: { uploadedAt: true } });
  return { names: new Set(files.map(({ storedAs }) => storedAs)), newest: _max.uploadedAt };
}

async function missingProofs(reads: Reads, folder: string, now: Date): Promise<string[]> {
  const recorded = await reads.proofFile.findMany({
    where: { removedAt: null, uploadedAt: { lt: new Date(now.getTime() - youngMs) } },
    select: { storedAs: true },
  });
  const files = await filesIn(proofFiles(folder));
  return recorded
    .map(({ storedAs }) => storedAs)
    .filter((name) => !files.has(name) && !existsSync(pathOf(folder, name)));
}
