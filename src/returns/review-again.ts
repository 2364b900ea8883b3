import type { Month } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import type { ReviewedChange } from '../ledger/reviewed-returns.js';
import { type Correction, tellCorrection } from './tell-return.js';

type Monthly = {
  id: number;
  parkId: number;
  month: Month;
  version: number;
  approvedById: number | null;
  acceptedById: number | null;
};

/**
 * Has a park's return reviewed again that was approved or accepted before a number in it changed, and tells whoever let it
 * pass, and the county, the old and the new number.
 */
export async function reviewAgain(
  tx: Tx,
  by: Actor,
  monthly: Monthly,
  changes: Correction[],
): Promise<void> {
  const none = { approvedAt: null, approvedById: null, acceptedAt: null, acceptedById: null };
  await tx.monthlyReturn.update({
    where: { id: monthly.id },
    data: {
      ...none,
      state: 'submitted',
      submittedAt: by.at,
      submittedById: by.accountId,
      version: monthly.version + 1,
    },
  });
  for (const change of changes) {
    recordEvent(tx, by, {
      verb: 'monthly-return.reopened',
      subjectKind: 'monthly-return',
      subjectId: monthly.id,
      parkId: monthly.parkId,
      ventureId: change.ventureId,
      reason: change.reason,
      detail: { month: monthly.month },
    });
    await tellCorrection(tx, by, monthly, change);
  }
}

/** The same for numbers that changed without being filed: see `src/ledger/reviewed-returns.ts`. */
export async function reviewChangedAgain(
  tx: Tx,
  by: Actor,
  changes: ReviewedChange[],
  reason: string,
): Promise<void> {
  const ids = [...new Set(changes.map(({ monthlyId }) => monthlyId))];
  const returns = await tx.monthlyReturn.findMany({ where: { id: { in: ids } } });
  for (const monthly of returns) {
    const own = changes.filter(({ monthlyId }) => monthlyId === monthly.id);
    const corrections = own.map(({ ventureId, before, now }) => ({
      ventureId,
      before,
      now,
      reason,
    }));
    await reviewAgain(tx, by, monthly, corrections);
  }
}
