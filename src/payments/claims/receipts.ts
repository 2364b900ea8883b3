import { type Day, today } from '../../calendar/days.js';
import { type Db, type Tx, transact } from '../../database/database.js';
import { insertRowsForIds } from '../../database/insert-rows.js';
import type { Actor } from '../../history/actor.js';
import { recordEvent } from '../../history/record.js';
import { Conflict, refuseIf } from '../../language/refusal.js';
import { refuseUnless } from '../../people/acting-viewer.js';
import { viewerOfAccount } from '../../people/viewer-of-account.js';
import { readStored, type SealedFile } from '../../proofs/file-store.js';
import { markRemoved } from '../../proofs/mark-removed.js';
import type { KeyRing } from '../../vault/key-ring.js';
import { allow, Forbidden } from '../../web/errors.js';
import { canClaim, canReadReceipts } from '../permissions.js';
import { isOpen } from './claim-states.js';
import { findClaim } from './find-claim.js';

/** Of one claim. */
export const mostReceipts = 24;

export type NewReceipt = {
  claimId: number;
  /** What it shows was paid. */
  fen: number;
  paidOn: Day;
  name: string;
  mediaType: string;
  stored: SealedFile;
};

/** A claim that its claimant may still change. @throws Forbidden; Conflict once it was handed in */
async function claimToChange(tx: Tx, by: Actor, claimId: number) {
  const claim = await tx.subsidyClaim.findUnique({
    where: { id: claimId },
    include: { waiver: true, _count: { select: { receipts: true } } },
  });
  if (!claim) throw new Forbidden();
  await refuseUnless(tx, by, (viewer) => canClaim(viewer, claim.waiver));
  if (!isOpen(claim.state)) throw new Conflict('payments.claim.not-open');
  return claim;
}

const eventOf = (
  verb: 'claim.receipt-added' | 'claim.receipt-removed' | 'claim.receipt-opened',
  claim: { id: number; number: string; waiver: { ventureId: number; parkId: number } },
  fen: number,
) =>
  ({
    verb,
    subjectKind: 'claim',
    subjectId: claim.id,
    ventureId: claim.waiver.ventureId,
    parkId: claim.waiver.parkId,
    detail: { number: claim.number, receipt: fen },
  }) as const;

/**
 * Adds a receipt that was stored to a claim.
 * @throws Forbidden; Conflict once the claim was handed in; Refusal for a day to come, for more than a claim takes, and for
 *   a file that stands in a living claim already: nothing is paid twice for one receipt
 */
export async function addReceipt(tx: Tx, by: Actor, input: NewReceipt): Promise<void> {
  const { claimId, fen, paidOn, name, mediaType, stored } = input;
  const claim = await claimToChange(tx, by, claimId);
  const same = await tx.subsidyReceipt.findFirst({
    where: {
      proofFile: { sha256: stored.sha256, removedAt: null },
      claim: { state: { notIn: ['refused', 'withdrawn'] } },
    },
    select: { id: true },
  });
  refuseIf([
    !(Number.isSafeInteger(fen) && fen > 0) && { field: 'fen', key: 'payments.receipt.amount' },
    paidOn > today(by.at) && { field: 'paidOn', key: 'payments.receipt.future' },
    claim._count.receipts >= mostReceipts && {
      field: 'file',
      key: 'payments.receipt.many',
      values: { n: mostReceipts },
    },
    same && { field: 'file', key: 'payments.receipt.same' },
  ]);
  const uploaded = { uploadedAt: by.at, uploadedById: by.accountId };
  const row = { personId: null, item: 'subsidy-receipt', name, mediaType, ...stored, ...uploaded };
  const [proofFileId = 0] = await insertRowsForIds(tx, 'ProofFile', [row]);
  await tx.subsidyReceipt.create({
    data: { claimId, proofFileId, fen, paidOn, addedAt: by.at, addedById: by.accountId },
  });
  recordEvent(tx, by, eventOf('claim.receipt-added', claim, fen));
}

/** Removes a receipt from a claim. @returns what it was stored as, to be deleted once this is committed */
export async function removeReceipt(
  tx: Tx,
  by: Actor,
  { id, claimId }: { id: number; claimId: number },
): Promise<string[]> {
  const claim = await claimToChange(tx, by, claimId);
  const receipt = await tx.subsidyReceipt.findFirst({ where: { id, claimId } });
  if (!receipt) throw new Conflict('record.changed-meanwhile');
  await tx.subsidyReceipt.delete({ where: { id } });
  recordEvent(tx, by, eventOf('claim.receipt-removed', claim, receipt.fen));
  return markRemoved(tx, by, { id: receipt.proofFileId });
}

/** The content of a receipt; that somebody else than the claimant opened it is recorded before it goes out. */
export async function openReceipt(
  db: Db,
  by: Actor,
  { folder, keys }: { folder: string; keys: KeyRing },
  { number, id }: { number: string; id: number },
): Promise<Buffer> {
  const viewer = by.accountId === null ? null : await viewerOfAccount(db, by.accountId);
  const claim = viewer && (await findClaim(db, viewer, number));
  const receipt = claim?.receipts.find((each) => each.id === id);
  allow(viewer !== null && claim !== null && canReadReceipts(viewer, claim.waiver));
  if (!claim || !receipt) throw new Forbidden();
  const bytes = await readStored(folder, keys, receipt.proofFile);
  await transact(db, async (tx) =>
    recordEvent(tx, by, eventOf('claim.receipt-opened', claim, receipt.fen)),
  );
  return bytes;
}
