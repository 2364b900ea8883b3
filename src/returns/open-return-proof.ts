import { type Db, transact } from '../database/database.js';
import type { ProofFile, ReturnProof } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { viewerOfAccount } from '../people/viewer-of-account.js';
import { readStored } from '../proofs/file-store.js';
import type { KeyRing } from '../vault/key-ring.js';
import { findVenture } from '../ventures/find-venture.js';
import { allow } from '../web/errors.js';
import { parkOfMonth } from './park-of-month.js';
import { canOpenReturnProofs } from './permissions.js';

/**
 * The content of a file that proves a headcount. That somebody opened it is recorded before it goes out: it names
 * people.
 * @throws Forbidden; BrokenSeal when it was tampered with
 */
export async function openReturnProof(
  db: Db,
  by: Actor,
  { folder, keys }: { folder: string; keys: KeyRing },
  proof: ReturnProof & { proofFile: ProofFile; venture: { number: string } },
): Promise<Buffer> {
  const { id, ventureId, month, kind, people } = proof;
  const viewer = by.accountId === null ? null : await viewerOfAccount(db, by.accountId);
  const venture = viewer && (await findVenture(db, viewer, proof.venture.number));
  allow(viewer !== null && venture !== null && canOpenReturnProofs(viewer, venture, month));
  const bytes = await readStored(folder, keys, proof.proofFile);
  const parkId = await parkOfMonth(db, ventureId, month);
  await transact(db, async (tx) =>
    recordEvent(tx, by, {
      verb: 'return-proof.opened',
      subjectKind: 'return-proof',
      subjectId: id,
      ventureId,
      ...(parkId === null ? {} : { parkId }),
      detail: { month, proofKind: kind, proved: people },
    }),
  );
  return bytes;
}
