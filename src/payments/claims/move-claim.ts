import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { recordEvent } from '../../history/record.js';
import { Conflict, type Fault } from '../../language/refusal.js';
import { announce } from '../../outbox/announce.js';
import { actingViewer } from '../../people/acting-viewer.js';
import type { Viewer } from '../../people/viewer.js';
import { isOwnCase } from '../../waivers/recusal.js';
import { Forbidden } from '../../web/errors.js';
import { canApprove, canCheck, canClaim } from '../permissions.js';
import { type ClaimMove, claimMoves } from './claim-states.js';
import type { FullClaim } from './find-claim.js';

/** Whether the viewer sits at the desk that makes a move in the state where a claim is. */
export function sitsAtClaim(
  viewer: Viewer,
  { state, waiver }: Pick<FullClaim, 'state'> & { waiver: { parkId: number; personId: number } },
  move: ClaimMove,
): boolean {
  const { from, by } = claimMoves[move];
  if (!(from as readonly string[]).includes(state)) return false;
  if (by === 'claimant') return canClaim(viewer, waiver);
  if (by === 'park' || (by === 'desk' && state === 'submitted')) return canCheck(viewer, waiver);
  return canApprove(viewer, waiver);
}

/** Refuses who does not sit at the desk. @throws Forbidden; Conflict in another state */
export async function refuseAtOtherClaimDesk(
  tx: Tx,
  by: Actor,
  claim: FullClaim,
  move: ClaimMove,
): Promise<Viewer | null> {
  const viewer = await actingViewer(tx, by);
  const isAnyDesk = (state: string) =>
    viewer === null || sitsAtClaim(viewer, { ...claim, state }, move);
  if (!claimMoves[move].from.some(isAnyDesk)) throw new Forbidden();
  if (!(claimMoves[move].from as readonly string[]).includes(claim.state))
    throw new Conflict('payments.claim.moved');
  if (!isAnyDesk(claim.state)) throw new Forbidden();
  return viewer;
}

/**
 * Why somebody may not judge a claim, or null: nobody judges one of the own venture, nor at a second desk one that they
 * judged at the first, nor one that they handed in.
 */
export async function claimRecusal(
  reads: Parameters<typeof isOwnCase>[0],
  viewer: Viewer,
  { steps, waiver, state }: FullClaim,
): Promise<Fault | null> {
  const isJudge = (move: string) => ['check', 'submit'].includes(move);
  const before = steps.some(
    ({ move, byId }) => byId === viewer.accountId && isJudge(move) && state !== 'submitted',
  );
  if (before) return { field: '', key: 'payments.claim.judged-before' };
  const own = { personId: waiver.personId, ventureId: waiver.ventureId };
  return (await isOwnCase(reads, viewer, own))
    ? { field: '', key: 'waivers.fault.own-case' }
    : null;
}

/** Moves a claim on in the state that was seen, with the step and the event that tell of it. @throws Conflict */
export async function moveClaim(
  tx: Tx,
  by: Actor,
  claim: FullClaim,
  {
    move,
    note = '',
    ...data
  }: { move: ClaimMove; note?: string; fen?: number; submittedOn?: string },
): Promise<void> {
  const { to } = claimMoves[move];
  const { count } = await tx.subsidyClaim.updateMany({
    where: { id: claim.id, version: claim.version, state: claim.state },
    data: { state: to, ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict('record.changed-meanwhile');
  await tx.subsidyStep.create({
    data: { claimId: claim.id, move, at: by.at, byId: by.accountId, note },
  });
  if (to === 'refused' || to === 'withdrawn')
    await tx.subsidyClaimMonth.updateMany({
      where: { claimId: claim.id, endedAt: null },
      data: { endedAt: by.at },
    });
  recordEvent(tx, by, {
    verb: `claim.${move}`,
    subjectKind: 'claim',
    subjectId: claim.id,
    ventureId: claim.waiver.ventureId,
    parkId: claim.waiver.parkId,
    reason: note,
    detail: { number: claim.number, sum: data.fen ?? claim.fen },
  });
}

/** What a claimant is told of, and by which message: a payment comes back from the bank, a claim from a desk. */
const messages = {
  'sent-back': 'returned',
  approved: 'approved',
  refused: 'refused',
  paid: 'paid',
  failed: 'failed',
  returned: 'came-back',
  repaid: 'repaid',
} as const;

/** Tells the applicant what became of a claim. */
export const tellClaimant = (
  tx: Tx,
  by: Actor,
  { number, waiver }: Pick<FullClaim, 'number'> & { waiver: { personId: number } },
  what: keyof typeof messages,
  values: { fen: number; note?: string },
): Promise<void> =>
  announce(tx, by, {
    personId: waiver.personId,
    key: `payments.message.claim-${messages[what]}`,
    href: `/payments/claims/${number}`,
    values: { number, sum: { fen: values.fen }, note: values.note ?? '' },
    expiresAt: new Date(by.at.getTime() + 30 * 86_400_000),
  });
