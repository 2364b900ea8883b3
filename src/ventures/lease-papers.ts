import { type Db, type Tx, transact } from '../database/database.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { viewerOfAccount } from '../people/viewer-of-account.js';
import { readStored, type SealedFile, type StoredFile } from '../proofs/file-store.js';
import { markRemoved } from '../proofs/mark-removed.js';
import type { KeyRing } from '../vault/key-ring.js';
import { allow } from '../web/errors.js';
import { refuseUnlessKeeper } from './home-park.js';
import { readsLease } from './permissions.js';
import { findTenancy } from './tenancy-queries.js';

/** Of one lease: its pages as photographs, say, and what was added to it. */
const mostFiles = 20;

export type NewLeasePaper = {
  tenancyId: number;
  /** As it may be shown. */
  name: string;
  mediaType: string;
  stored: SealedFile;
};

/**
 * Attaches the scan of an agreement that was stored (租赁协议扫描件).
 * @throws Forbidden for who does not keep the venture; Conflict for a void lease; Refusal for a file that is there already,
 *   and for more files than a lease has
 */
export async function attachLeasePaper(tx: Tx, by: Actor, paper: NewLeasePaper): Promise<void> {
  const { tenancyId, name, mediaType, stored } = paper;
  const lease = await leaseOf(tx, tenancyId);
  await refuseUnlessKeeper(tx, by, [lease.ventureId]);
  if (lease.voidedAt !== null) throw new Conflict('ventures.lease.void-already');
  const { sha256 } = stored;
  const same = { tenancyId, proofFile: { sha256, removedAt: null } };
  refuseIf([
    (await tx.leasePaper.count({ where: same })) > 0 && {
      field: 'file',
      key: 'ventures.paper.same',
    },
    (await tx.leasePaper.count({ where: { tenancyId } })) >= mostFiles && {
      field: 'file',
      key: 'ventures.paper.many',
      values: { n: mostFiles },
    },
  ]);
  const uploaded = { uploadedAt: by.at, uploadedById: by.accountId };
  const row = { personId: null, item: 'lease', name, mediaType, ...stored, ...uploaded };
  const [proofFileId = 0] = await insertRowsForIds(tx, 'ProofFile', [row]);
  const attached = { attachedAt: by.at, attachedById: by.accountId };
  await insertRowsForIds(tx, 'LeasePaper', [{ tenancyId, proofFileId, ...attached }]);
  recordEvent(tx, by, eventOf('tenancy.paper-attached', lease, name));
}

/**
 * Removes the scan of an agreement.
 * @returns what it was stored as, to be deleted once this is committed
 * @throws Forbidden for who does not keep the venture; Refusal without a reason; Conflict where it is gone already
 */
export async function removeLeasePaper(
  tx: Tx,
  by: Actor,
  { id, reason }: { id: number; reason: string },
): Promise<string[]> {
  const paper = await tx.leasePaper.findUnique({ where: { id }, include: { proofFile: true } });
  if (!paper) throw new Conflict('record.changed-meanwhile');
  const lease = await leaseOf(tx, paper.tenancyId);
  await refuseUnlessKeeper(tx, by, [lease.ventureId]);
  refuseIf([reason.trim() === '' && { field: 'reason', key: 'web.field.required' }]);
  await tx.leasePaper.delete({ where: { id } });
  recordEvent(tx, by, {
    ...eventOf('tenancy.paper-removed', lease, paper.proofFile.name),
    reason: reason.trim(),
  });
  return markRemoved(tx, by, { id: paper.proofFileId });
}

/**
 * The content of a scan. That somebody of the staff opened it is recorded before it goes out: it names and is signed by
 * people. A founder opens the agreement of the own venture.
 * @throws Forbidden; BrokenSeal when it was tampered with
 */
export async function openLeasePaper(
  db: Db,
  by: Actor,
  { folder, keys }: { folder: string; keys: KeyRing },
  paper: { tenancyId: number; proofFile: StoredFile & { name: string } },
): Promise<Buffer> {
  const viewer = by.accountId === null ? null : await viewerOfAccount(db, by.accountId);
  const lease = viewer && (await findTenancy(db, viewer, paper.tenancyId));
  allow(viewer !== null && lease !== null && readsLease(viewer, lease));
  const bytes = await readStored(folder, keys, { personId: null, ...paper.proofFile });
  if (viewer?.role === 'founder') return bytes;
  await transact(db, async (tx) => {
    recordEvent(tx, by, {
      ...eventOf('tenancy.paper-opened', await leaseOf(tx, paper.tenancyId), paper.proofFile.name),
      audience: 'inside',
    });
  });
  return bytes;
}

const leaseOf = (tx: Tx, id: number) =>
  tx.tenancy.findUniqueOrThrow({
    where: { id },
    include: { space: { select: { parkId: true } } },
  });

type PaperAct = 'tenancy.paper-attached' | 'tenancy.paper-removed' | 'tenancy.paper-opened';
const eventOf = (verb: PaperAct, lease: Awaited<ReturnType<typeof leaseOf>>, name: string) => ({
  verb,
  subjectKind: 'tenancy' as const,
  subjectId: lease.id,
  ventureId: lease.ventureId,
  parkId: lease.space.parkId,
  detail: { name },
});
