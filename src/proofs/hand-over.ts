import type { Reads, Tx } from '../database/database.js';
import { Conflict } from '../language/refusal.js';
import type { KeyRing } from '../vault/key-ring.js';
import { deleteStored, readStored, type SealedFile, storeFile } from './file-store.js';

/** A file of proof that was sealed anew for another person: what it was stored as until then, and what it is. */
export type HandedOver = { id: number; was: string; stored: SealedFile };

type Store = { folder: string; keys: KeyRing };

/**
 * Seals the files of one person anew for another, as what is sealed for one does not open for another, and acts. The new
 * ones are stored before the act and the old ones deleted after it; where it is refused, the new ones.
 * @param act hands the files over in its transaction, and calls `keep` at its end
 */
export async function withFilesSealedFor<T>(
  reads: Reads,
  { folder, keys }: Store,
  { fromId, toId, ids }: { fromId: number; toId: number; ids?: readonly number[] },
  act: (files: HandedOver[], keep: () => void) => Promise<T>,
): Promise<T> {
  const files: HandedOver[] = [];
  let isKept = false;
  try {
    for (const file of await currentFiles(reads, fromId, ids)) {
      const bytes = await readStored(folder, keys, file);
      const stored = await storeFile(folder, keys, { personId: toId, bytes });
      files.push({ id: file.id, was: file.storedAs, stored });
    }
    return await act(files, () => {
      isKept = true;
    });
  } catch (error) {
    isKept = false;
    throw error;
  } finally {
    const spare = files.map(({ was, stored }) => (isKept ? was : stored.storedAs));
    await deleteStored(folder, spare);
  }
}

/**
 * Makes files another person's that were sealed for that one.
 * @throws Conflict where the files are not those that were sealed: one came or went meanwhile
 */
export async function handOverFiles(
  tx: Tx,
  files: readonly HandedOver[],
  { fromId, toId, ids }: { fromId: number; toId: number; ids?: readonly number[] },
): Promise<void> {
  const current = await currentFiles(tx, fromId, ids);
  const isSame = current.every(({ id, storedAs }) =>
    files.some((file) => file.id === id && file.was === storedAs),
  );
  if (!isSame || current.length !== files.length) throw new Conflict('record.changed-meanwhile');
  for (const { id, stored } of files) {
    const { storedAs, keyId, sealedSha256 } = stored;
    await tx.proofFile.update({
      where: { id },
      data: { personId: toId, storedAs, keyId, sealedSha256 },
    });
  }
}

/** Of removed files only the records are left: they are not sealed anew. */
export const currentFiles = (reads: Reads, personId: number, ids?: readonly number[]) =>
  reads.proofFile.findMany({
    where: { personId, removedAt: null, ...(ids ? { id: { in: [...ids] } } : {}) },
    orderBy: { id: 'asc' },
  });
