import { today } from '../../calendar/days.js';
import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { refuseIf } from '../../language/refusal.js';
import { restateSubsidies } from '../../ledger/restate.js';
import { activePayee, payeesOf } from '../payees/payees-of.js';
import { goesByReceipts, sharesOfClaim } from './claim-sum.js';
import { grantedByMonth } from './claimable.js';
import { openClaim, type SeenClaim } from './find-claim.js';
import { moveClaim, refuseAtOtherClaimDesk } from './move-claim.js';

/**
 * Hands a claim in: it comes to what is granted for its months, and of a rent to no more than its receipts show.
 * @throws Refusal without a receipt where it goes by receipts, without an account to be paid to, or where nothing is granted any more
 */
export async function submitClaim(tx: Tx, by: Actor, seen: SeenClaim): Promise<void> {
  const claim = await openClaim(tx, seen);
  await refuseAtOtherClaimDesk(tx, by, claim, 'submit');
  const granted = await grantedByMonth(tx, claim.waiverId);
  const shares = sharesOfClaim(claim, granted);
  const fen = shares.reduce((sum, share) => sum + share, 0);
  const payee = activePayee(await payeesOf(tx, claim.waiver.ventureId));
  const lacksReceipt = goesByReceipts(claim) && claim.receipts.length === 0;
  refuseIf([
    lacksReceipt && { field: '', key: 'payments.claim.no-receipt' },
    !lacksReceipt && fen === 0 && { field: '', key: 'payments.claim.nothing' },
    payee === null && { field: '', key: 'payments.claim.no-payee' },
  ]);
  for (const [index, { id }] of claim.months.entries())
    await tx.subsidyClaimMonth.update({ where: { id }, data: { fen: shares[index] ?? 0 } });
  const submittedOn = claim.submittedOn ?? today(by.at);
  await moveClaim(tx, by, claim, { move: 'submit', fen, submittedOn });
  await restateSubsidies(tx, by, [claim.waiver.ventureId]);
}
