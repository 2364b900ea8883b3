import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { refuseIf, refuseTogether } from '../language/refusal.js';
import { valuesOf } from './cell-values.js';
import { fileHeadcount } from './file-headcounts.js';
import { filedBefore } from './filed-before.js';
import type { Filing } from './keep-returns.js';
import { reviewAgain } from './review-again.js';
import { keepRows } from './save-cells.js';
import { isHandedIn } from './states.js';
import { ventureWarnings } from './venture-warnings.js';

/**
 * Files or corrects the return of one venture by itself. Once the park's return was handed in this corrects it:
 * it takes a reason, and a return that was approved or accepted is to be reviewed again.
 * Whoever approved or accepted it, and the county, is told with the old and the new number.
 * @throws as fileHeadcounts does; Refusal without a reason, or for what has to be confirmed first
 */
export async function fileOneReturn(tx: Tx, by: Actor, filing: Filing): Promise<void> {
  const { monthly, headcount } = await filedBefore(tx, filing.ventureId, filing.month);
  const isCorrection = monthly !== null && isHandedIn(monthly.state);
  const lacksReason = isCorrection && filing.note.trim() === '';
  await refuseTogether([
    () => refuseIf([lacksReason && { field: 'note', key: 'returns.reason-needed' }]),
    () => refuseUnconfirmed(tx, filing),
  ]);
  await fileHeadcount(tx, by, filing);
  if (!monthly) return;
  const { others = null, confirmed: _, ...values } = filing;
  await keepRows(tx, by, monthly.id, [[filing.ventureId, valuesOf({ ...values, others })]]);
  if (monthly.state !== 'approved' && monthly.state !== 'accepted') return;
  const { ventureId, headcount: now, note: reason } = filing;
  await reviewAgain(tx, by, monthly, [{ ventureId, before: headcount, now, reason }]);
}

/** Asks about what the grid would ask about. @throws Refusal with each question, until somebody says why */
async function refuseUnconfirmed(tx: Tx, filing: Filing): Promise<void> {
  if ((filing.confirmed ?? '').trim() !== '') return;
  const warnings = await ventureWarnings(tx, filing);
  refuseIf(warnings.map(({ key, values }) => ({ field: 'confirmed', key, values })));
}
