import { type Day, today } from '../../calendar/days.js';
import type { Tx } from '../../database/database.js';
import { insertRows } from '../../database/insert-rows.js';
import type { Actor } from '../../history/actor.js';
import { recordEvent } from '../../history/record.js';
import { refuseIf } from '../../language/refusal.js';
import { restateSubsidies } from '../../ledger/restate.js';
import { refuseUnless } from '../../people/acting-viewer.js';
import { Forbidden } from '../../web/errors.js';
import { tellClaimant } from '../claims/move-claim.js';
import { canApprove } from '../permissions.js';
import { dueOfClaim } from './recoveries.js';

export type NewRepayment = { claimId: number; fen: number; receivedOn: Day; note: string };

/**
 * Enters what came back of a claim whose months are no longer granted: the earliest month first, and never more than is
 * due. A month that came back whole may be claimed again, should it be granted again.
 * @throws Forbidden; Refusal for more than is due, and for a day to come or before it was paid
 */
export async function enterRepayment(tx: Tx, by: Actor, input: NewRepayment): Promise<void> {
  const { claimId, fen, receivedOn, note } = input;
  const claim = await tx.subsidyClaim.findUnique({
    where: { id: claimId },
    include: { waiver: true, months: true, lines: { where: { state: 'paid' } } },
  });
  if (!claim) throw new Forbidden();
  await refuseUnless(tx, by, (viewer) => canApprove(viewer, claim.waiver));
  const due = await dueOfClaim(tx, claimId);
  const sum = due.reduce((total, month) => total + month.due, 0);
  const paidOn = claim.lines[0]?.paidOn ?? '';
  refuseIf([
    (fen <= 0 || fen > sum) && {
      field: 'fen',
      key: 'payments.recovery.at-most',
      values: { sum: (sum / 100).toFixed(2) },
    },
    (receivedOn > today(by.at) || receivedOn < paidOn) && {
      field: 'receivedOn',
      key: 'payments.recovery.day',
    },
  ]);
  let left = fen;
  const rows = due.flatMap((month) => {
    const part = Math.min(left, month.due);
    left -= part;
    return part > 0
      ? [{ month: month.month, fen: part, isWhole: month.repaid + part === month.paid }]
      : [];
  });
  const at = {
    claimId,
    receivedOn,
    note: note.trim(),
    enteredAt: by.at,
    enteredById: by.accountId,
  };
  await insertRows(
    tx,
    'SubsidyRepayment',
    rows.map((row) => ({ ...at, month: row.month, fen: row.fen })),
  );
  await tx.subsidyClaimMonth.updateMany({
    where: {
      claimId,
      endedAt: null,
      month: { in: rows.filter(({ isWhole }) => isWhole).map(({ month }) => month) },
    },
    data: { endedAt: by.at },
  });
  recordEvent(tx, by, {
    verb: 'claim.repaid',
    subjectKind: 'claim',
    subjectId: claimId,
    ventureId: claim.waiver.ventureId,
    parkId: claim.waiver.parkId,
    detail: { number: claim.number, sum: fen, receivedOn },
  });
  await tellClaimant(tx, by, claim, 'repaid', { fen });
  await restateSubsidies(tx, by, [claim.waiver.ventureId]);
}
