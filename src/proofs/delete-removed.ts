import { rm } from 'node:fs/promises';
import type { Reads } from '../database/database.js';
import { filesAside, filesIn } from '../upkeep/file-folder.js';
import { proofFiles } from './sweep-proofs.js';

/**
 * Deletes the files whose own records say that they were removed: where a process ended between the record and the
 * file, or a file came back with a backup. What a consent promised does not wait aside; its record is enough.
 * @returns how many
 */
export async function deleteRemoved(reads: Reads, folder: string): Promise<number> {
  const files = proofFiles(folder);
  const found = new Map(await filesIn(files));
  const aside = await filesAside(files);
  if (found.size + aside.length === 0) return 0;
  const records = await reads.proofFile.findMany({
    where: { removedAt: { not: null } },
    select: { storedAs: true },
  });
  const removed = new Set(records.map(({ storedAs }) => storedAs));
  const doomed = [...[...found].map(([name, file]) => ({ name, file })), ...aside].filter(
    ({ name }) => removed.has(name),
  );
  for (const { file } of doomed) await rm(file, { force: true });
  return doomed.length;
}
