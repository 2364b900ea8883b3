import { type Db, transact } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { mayOfPerson } from '../people/acting-on-person.js';
import { canSeePrivate } from '../people/permissions.js';
import { viewerOfAccount } from '../people/viewer-of-account.js';
import type { KeyRing } from '../vault/key-ring.js';
import { allow } from '../web/errors.js';
import { readStored, type StoredFile } from './file-store.js';

type StoredProof = StoredFile & { id: number; personId: number; item: string };

/**
 * The content of a file of proof. That somebody other than the person opened it is recorded before it goes out.
 * @throws Forbidden; BrokenSeal when it was tampered with
 */
export async function openProof(
  db: Db,
  by: Actor,
  { folder, keys }: { folder: string; keys: KeyRing },
  file: StoredProof,
): Promise<Buffer> {
  const viewer = by.accountId === null ? null : await viewerOfAccount(db, by.accountId);
  allow(viewer !== null && (await mayOfPerson(db, viewer, file.personId, canSeePrivate)));
  const bytes = await readStored(folder, keys, file);
  if (viewer?.personId === file.personId) return bytes;
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
