import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { refuseIf } from '../../language/refusal.js';
import { stillGranted } from './decide-claim.js';
import { openClaim, type SeenClaim } from './find-claim.js';
import { claimRecusal, moveClaim, refuseAtOtherClaimDesk } from './move-claim.js';

/** The park has checked the receipts of a claim: it goes to the county. @throws Forbidden; Refusal; Conflict */
export async function checkClaim(
  tx: Tx,
  by: Actor,
  seen: SeenClaim,
  { note }: { note: string },
): Promise<void> {
  const claim = await openClaim(tx, seen);
  const viewer = await refuseAtOtherClaimDesk(tx, by, claim, 'check');
  refuseIf([viewer && (await claimRecusal(tx, viewer, claim)), await stillGranted(tx, claim)]);
  await moveClaim(tx, by, claim, { move: 'check', note: note.trim() });
}
