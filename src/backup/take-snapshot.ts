import { rm } from 'node:fs/promises';
import path from 'node:path';
import { copyDatabase } from '../database/copy-database.js';
import type { Db } from '../database/database.js';
import { openReadOnly } from '../database/read-only.js';
import type { RecordedProof } from '../proofs/check-proofs.js';
import { type CopiedProofs, copyProofs, proofPath, recordedProofs } from './copy-proofs.js';
import { databaseName } from './manifest.js';

const MOST_TRIES = 5;

type Source = { db: Db; databaseFile: string; proofs: string };
export type Snapshot = {
  db: Db;
  close: () => Promise<void>;
  madeAt: Date;
  copied: CopiedProofs;
  missing: RecordedProof[];
};

/**
 * Copies the files of proof and the database so that they belong together, while people go on working. Most files are
 * copied before the database is: one that is removed or sealed anew after that moment is there already. What was
 * stored between is copied afterwards; where such a file is gone again, both are done once more.
 * @returns the copy of the database, opened, and the files of it that are missing in the data too
 */
export async function takeSnapshot(
  source: Source,
  folder: string,
  now: () => Date,
): Promise<Snapshot> {
  const copied: CopiedProofs = new Map();
  const ways = { from: source.proofs, to: folder, copied };
  const file = path.join(folder, databaseName);
  await copyProofs(await recordedProofs(source.db), ways);
  for (let tries = 1; ; tries += 1) {
    const madeAt = now();
    await copyDatabase(source.databaseFile, file);
    const { db, close } = await openReadOnly(file);
    try {
      const proofs = await recordedProofs(db);
      const missing = await copyProofs(proofs, ways);
      const isSettled = !(await wereRemoved(source.db, missing)) || tries === MOST_TRIES;
      if (isSettled) {
        await dropOthers(proofs, folder, copied);
        return { db, close, madeAt, copied, missing };
      }
    } catch (error) {
      await close();
      throw error;
    }
    await close();
    await rm(file);
  }
}

/** Whether one of the missing files is gone because its record changed since. */
async function wereRemoved(db: Db, missing: RecordedProof[]): Promise<boolean> {
  for (const { id, storedAs } of missing) {
    const isCurrent = await db.proofFile.count({ where: { id, storedAs, removedAt: null } });
    if (isCurrent === 0) return true;
  }
  return false;
}

/** Files that were removed, or sealed anew, before the database was copied are no part of the backup. */
async function dropOthers(
  proofs: RecordedProof[],
  folder: string,
  copied: CopiedProofs,
): Promise<void> {
  const named = new Set(proofs.map(({ storedAs }) => storedAs));
  for (const storedAs of [...copied.keys()].filter((name) => !named.has(name))) {
    await rm(path.join(folder, proofPath(storedAs)));
    copied.delete(storedAs);
  }
}
