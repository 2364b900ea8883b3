import { type Db, transact } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import type { KeyRing } from '../vault/key-ring.js';
import { readStored, type StoredFile } from './file-store.js';

type Kept = StoredFile & { id: number; personId: number; item: string };

/**
 * The content of a file of proof. That somebody other than the person opened it is recorded before it goes out.
 * @throws BrokenSeal when it was tampered with
 */
export async function openProof(
  db: Db,
  by: Actor,
  { folder, keys, isOwn }: { folder: string; keys: KeyRing; isOwn: boolean },
  file: Kept,
): Promise<Buffer> {
  const bytes = await readStored(folder, keys, file);
  if (isOwn) return bytes;
  await transact(db, async (tx) =>
    recordEvent(tx, by, {
      verb: 'proof.opened',
      subjectKind: 'person',
      subjectId: file.personId,
      detail: { proofId: file.id, proofItem: file.item },
    }),
  );
  return bytes;
}
