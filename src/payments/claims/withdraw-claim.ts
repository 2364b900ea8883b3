import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { restateSubsidies } from '../../ledger/restate.js';
import { openClaim, type SeenClaim } from './find-claim.js';
import { moveClaim, refuseAtOtherClaimDesk } from './move-claim.js';

/** Takes a claim back that was not decided; its months may be claimed again. @throws Forbidden; Conflict */
export async function withdrawClaim(tx: Tx, by: Actor, seen: SeenClaim): Promise<void> {
  const claim = await openClaim(tx, seen);
  await refuseAtOtherClaimDesk(tx, by, claim, 'withdraw');
  await moveClaim(tx, by, claim, { move: 'withdraw' });
  await restateSubsidies(tx, by, [claim.waiver.ventureId]);
}
