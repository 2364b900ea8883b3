import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { recordEvent } from '../../history/record.js';
import { Conflict, refuseIf } from '../../language/refusal.js';
import { actingAccount } from '../../people/acting-viewer.js';
import { Forbidden } from '../../web/errors.js';
import { canConfirmPayee, canEnterPayee, canReadPayee } from '../permissions.js';
import { holderFault, tellPayeeChange } from './enter-payee.js';
import { type PayeeVenture, payeeVentureFor } from './payee-venture.js';
import { activePayee, type PayeeRow, payeesOf, proposedPayee } from './payees-of.js';

/** The change of a venture's account that waits, for who may see it. @throws Forbidden; Conflict where none waits */
async function waiting(
  tx: Tx,
  by: Actor,
  { ventureId, number }: { ventureId: number; number: string },
): Promise<{ venture: PayeeVenture; proposed: PayeeRow; all: PayeeRow[] }> {
  const { venture } = await payeeVentureFor(tx, by, ventureId, canReadPayee);
  const all = await payeesOf(tx, ventureId);
  const proposed = proposedPayee(all);
  if (proposed?.number !== number) throw new Conflict('payments.payee.none-waits');
  return { venture, proposed, all };
}

/** Whether it was the founder's side that entered a row: then staff has to be the second person. */
export async function isByFounder(
  tx: Pick<Tx, 'account'>,
  { enteredById }: Pick<PayeeRow, 'enteredById'>,
): Promise<boolean> {
  if (enteredById === null) return false;
  const account = await tx.account.findUniqueOrThrow({
    where: { id: enteredById },
    select: { role: true },
  });
  return account.role === 'founder';
}

async function refuseUnlessSecond(
  tx: Tx,
  by: Actor,
  venture: PayeeVenture,
  proposed: PayeeRow,
): Promise<void> {
  const viewer = await actingAccount(tx, by);
  const entered = {
    enteredById: proposed.enteredById,
    isByFounder: await isByFounder(tx, proposed),
  };
  if (!canConfirmPayee(viewer, venture, entered)) throw new Forbidden();
}

/**
 * Confirms a change of the account, as its second person: it is paid to from now on.
 * @throws Forbidden for who entered it; Refusal where the holder is neither the venture nor its founder any more
 */
export async function confirmPayee(
  tx: Tx,
  by: Actor,
  which: { ventureId: number; number: string },
): Promise<void> {
  const { venture, proposed, all } = await waiting(tx, by, which);
  await refuseUnlessSecond(tx, by, venture, proposed);
  const fault = holderFault(venture, proposed);
  refuseIf([fault && { ...fault, field: '' }]);
  const before = activePayee(all);
  if (before)
    await tx.payeeAccount.update({
      where: { id: before.id },
      data: { state: 'replaced', endedAt: by.at, endedById: by.accountId },
    });
  await tx.payeeAccount.update({
    where: { id: proposed.id },
    data: { state: 'active', confirmedAt: by.at, confirmedById: by.accountId },
  });
  recordEvent(tx, by, {
    verb: 'payee.confirmed',
    subjectKind: 'payee',
    subjectId: proposed.id,
    ventureId: venture.id,
    detail: { number: proposed.number },
  });
  await tellPayeeChange(tx, by, venture, 'confirmed', proposed.lastFour);
}

/** Refuses a change with why, or, by who entered it, takes it back. @throws Forbidden; Refusal without a reason */
export async function refusePayee(
  tx: Tx,
  by: Actor,
  { reason, ...which }: { ventureId: number; number: string; reason: string },
): Promise<void> {
  const { venture, proposed } = await waiting(tx, by, which);
  const isOwn = proposed.enteredById === by.accountId;
  if (!isOwn) await refuseUnlessSecond(tx, by, venture, proposed);
  refuseIf([reason.trim() === '' && { field: 'reason', key: 'web.field.required' }]);
  await tx.payeeAccount.update({
    where: { id: proposed.id },
    data: {
      state: isOwn ? 'withdrawn' : 'refused',
      ...erased,
      endedAt: by.at,
      endedById: by.accountId,
    },
  });
  recordEvent(tx, by, {
    verb: isOwn ? 'payee.withdrawn' : 'payee.refused',
    subjectKind: 'payee',
    subjectId: proposed.id,
    ventureId: venture.id,
    reason: reason.trim(),
    detail: { number: proposed.number },
  });
  if (!isOwn) await tellPayeeChange(tx, by, venture, 'refused', proposed.lastFour);
}

/** What is left of a number that nobody is paid to any more: its last four digits. */
const erased = { sealed: new Uint8Array(), keyId: '', lookup: '', lookupKeyId: '' };

/**
 * Deletes the number of the account that is paid to, as whoever gave it wishes.
 * @throws Conflict where there is none; Refusal while a payment to it is under way
 */
export async function removePayee(
  tx: Tx,
  by: Actor,
  { ventureId, number }: { ventureId: number; number: string },
): Promise<void> {
  const { venture } = await payeeVentureFor(tx, by, ventureId, canEnterPayee);
  const active = activePayee(await payeesOf(tx, ventureId));
  if (active?.number !== number) throw new Conflict('payments.payee.gone');
  const underWay = await tx.paymentLine.count({
    where: { payeeId: active.id, state: { in: ['gathered', 'sent'] } },
  });
  refuseIf([underWay > 0 && { field: '', key: 'payments.payee.under-way' }]);
  await tx.payeeAccount.update({
    where: { id: active.id },
    data: { state: 'removed', ...erased, endedAt: by.at, endedById: by.accountId },
  });
  recordEvent(tx, by, {
    verb: 'payee.removed',
    subjectKind: 'payee',
    subjectId: active.id,
    ventureId,
    detail: { number },
  });
  await tellPayeeChange(tx, by, venture, 'removed', active.lastFour);
}
