import type { Reads, Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { Conflict, type Fault, refuseIf } from '../../language/refusal.js';
import { restateSubsidies } from '../../ledger/restate.js';
import { grantedByMonth } from './claimable.js';
import { type FullClaim, openClaim, type SeenClaim } from './find-claim.js';
import { claimRecusal, moveClaim, refuseAtOtherClaimDesk, tellClaimant } from './move-claim.js';

/** Why a claim cannot go on as it is: less is granted for one of its months than it asks. */
export async function stillGranted(
  reads: Reads,
  { waiverId, months }: Pick<FullClaim, 'waiverId' | 'months'>,
): Promise<Fault | null> {
  const granted = await grantedByMonth(reads, waiverId);
  const over = months.find(({ month, fen }) => fen > (granted.get(month) ?? 0));
  return over
    ? { field: '', key: 'payments.claim.granted-less', values: { month: { month: over.month } } }
    : null;
}

/** The county approves a claim that the park has checked: it may be paid. @throws Forbidden; Refusal; Conflict */
export async function approveClaim(
  tx: Tx,
  by: Actor,
  seen: SeenClaim,
  { note }: { note: string },
): Promise<void> {
  const claim = await openClaim(tx, seen);
  const viewer = await refuseAtOtherClaimDesk(tx, by, claim, 'approve');
  refuseIf([viewer && (await claimRecusal(tx, viewer, claim)), await stillGranted(tx, claim)]);
  await moveClaim(tx, by, claim, { move: 'approve', note: note.trim() });
  await tellClaimant(tx, by, claim, 'approved', { fen: claim.fen });
}

/** The county refuses a claim with a reason; its months may be claimed again. */
export async function refuseClaim(
  tx: Tx,
  by: Actor,
  seen: SeenClaim,
  { note }: { note: string },
): Promise<void> {
  const claim = await openClaim(tx, seen);
  const viewer = await refuseAtOtherClaimDesk(tx, by, claim, 'refuse');
  refuseIf([
    viewer && (await claimRecusal(tx, viewer, claim)),
    note.trim() === '' && { field: 'note', key: 'web.field.required' },
  ]);
  await moveClaim(tx, by, claim, { move: 'refuse', note: note.trim() });
  await restateSubsidies(tx, by, [claim.waiver.ventureId]);
  await tellClaimant(tx, by, claim, 'refused', { fen: claim.fen, note: note.trim() });
}

/**
 * The desk where a claim is returns it to be corrected, with what is wrong; what was approved, as long as no payment of it
 * is under way.
 */
export async function returnClaim(
  tx: Tx,
  by: Actor,
  seen: SeenClaim,
  { note }: { note: string },
): Promise<void> {
  const claim = await openClaim(tx, seen);
  const viewer = await refuseAtOtherClaimDesk(tx, by, claim, 'return');
  if (isUnderPayment(claim)) throw new Conflict('payments.claim.under-payment');
  refuseIf([
    viewer && (await claimRecusal(tx, viewer, claim)),
    note.trim() === '' && { field: 'note', key: 'web.field.required' },
  ]);
  await moveClaim(tx, by, claim, { move: 'return', note: note.trim() });
  await tellClaimant(tx, by, claim, 'sent-back', { fen: claim.fen, note: note.trim() });
}

/** Whether a payment of it waits, is under way or was made. */
export const isUnderPayment = ({ lines }: Pick<FullClaim, 'lines'>): boolean =>
  lines.some(({ state }) => ['gathered', 'sent', 'paid'].includes(state));
