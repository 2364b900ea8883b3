import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { recordEvent } from '../../history/record.js';
import { Conflict, refuseIf } from '../../language/refusal.js';
import { actingViewer } from '../../people/acting-viewer.js';
import { Forbidden } from '../../web/errors.js';
import { stillGranted } from '../claims/decide-claim.js';
import { activePayee, payeesOf } from '../payees/payees-of.js';
import { canPay } from '../permissions.js';
import { batchById, type FullBatch } from './find-batch.js';

export type SeenBatch = { id: number; version: number };

/** The batch in the state that was seen, for who pays in its county. @throws Forbidden; Conflict */
async function batchToMove(tx: Tx, by: Actor, { id, version }: SeenBatch): Promise<FullBatch> {
  const viewer = await actingViewer(tx, by);
  const batch = await batchById(tx, id);
  if (!batch || (viewer !== null && !canPay(viewer, batch.regionCode))) throw new Forbidden();
  if (batch.version !== version || batch.state !== 'gathered')
    throw new Conflict('record.changed-meanwhile');
  return batch;
}

/**
 * Releases a batch as its second person: its lines may go to the bank.
 * @throws Forbidden for who gathered it; Refusal where meanwhile less is granted, or another account is paid to
 */
export async function releaseBatch(tx: Tx, by: Actor, seen: SeenBatch): Promise<void> {
  const batch = await batchToMove(tx, by, seen);
  if (by.accountId === null || batch.madeById === by.accountId) throw new Forbidden();
  for (const { claim, payeeId } of batch.lines) {
    const active = activePayee(await payeesOf(tx, claim.waiver.venture.id));
    const values = { number: claim.number };
    refuseIf([
      (await stillGranted(tx, claim)) && { field: '', key: 'payments.batch.barred-less', values },
      active?.id !== payeeId && { field: '', key: 'payments.batch.other-payee', values },
    ]);
  }
  await moveBatch(tx, by, batch, 'released');
}

/** Gives a batch up before it is released: its claims may be gathered again. */
export async function cancelBatch(tx: Tx, by: Actor, seen: SeenBatch): Promise<void> {
  await moveBatch(tx, by, await batchToMove(tx, by, seen), 'cancelled');
}

async function moveBatch(
  tx: Tx,
  by: Actor,
  { id, number, version, regionCode, lines }: FullBatch,
  to: 'released' | 'cancelled',
): Promise<void> {
  const done =
    to === 'released'
      ? { releasedAt: by.at, releasedById: by.accountId }
      : { cancelledAt: by.at, cancelledById: by.accountId };
  const { count } = await tx.paymentBatch.updateMany({
    where: { id, version, state: 'gathered' },
    data: { state: to, ...done, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict('record.changed-meanwhile');
  await tx.paymentLine.updateMany({
    where: { batchId: id, state: 'gathered' },
    data: to === 'released' ? { state: 'sent' } : { state: 'dropped', replacesId: null },
  });
  recordEvent(tx, by, {
    verb: `payment-batch.${to}`,
    subjectKind: 'payment-batch',
    subjectId: id,
    audience: 'inside',
    detail: {
      number,
      regionCode,
      lines: lines.length,
      sum: lines.reduce((sum, { fen }) => sum + fen, 0),
    },
  });
}
