import path from 'node:path';
import type { Reads } from '../database/database.js';
import type { RecordedProof } from '../proofs/check-proofs.js';
import { pathOf } from '../proofs/file-store.js';
import { copyThrough } from './durable-files.js';
import { type FileMark, proofsName } from './manifest.js';

/** Copied beside each other: a disk that is told to flush waits most of the time. */
const AT_ONCE = 8;

/** What was copied, by the name that it is stored under. */
export type CopiedProofs = Map<string, FileMark>;

/** The records of all files of proof that were not removed, oldest first. */
export const recordedProofs = (reads: Reads): Promise<RecordedProof[]> =>
  reads.proofFile.findMany({
    where: { removedAt: null },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      personId: true,
      storedAs: true,
      keyId: true,
      size: true,
      sha256: true,
      sealedSha256: true,
    },
  });

/** Where a file lies in a backup: as in the data. */
export const proofPath = (storedAs: string): string => pathOf(proofsName, storedAs);

/**
 * Copies the files that are not copied yet, and notes them.
 * @returns the records whose file is not there, now at least
 */
export async function copyProofs(
  proofs: RecordedProof[],
  { from, to, copied }: { from: string; to: string; copied: CopiedProofs },
): Promise<RecordedProof[]> {
  const missing: RecordedProof[] = [];
  const waiting = proofs.filter(({ storedAs }) => !copied.has(storedAs));
  const copyNext = async () => {
    for (let proof = waiting.shift(); proof; proof = waiting.shift()) {
      const mark = await copyIfThere(
        pathOf(from, proof.storedAs),
        path.join(to, proofPath(proof.storedAs)),
      );
      if (mark) copied.set(proof.storedAs, mark);
      else missing.push(proof);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, copyNext));
  return missing;
}

async function copyIfThere(from: string, to: string): Promise<FileMark | null> {
  try {
    return await copyThrough(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
