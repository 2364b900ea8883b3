import { addDays, monthOf, monthsBetween, today } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { closedAmong } from '../ledger/closed-months.js';
import { keepAskedReopening, keepEnded, mostDaysOpen } from '../returns/reopen-month.js';
import { type Batch, batchWith, isDecidable } from './batch.js';
import { refuseUnlessImporter } from './permissions.js';
import { backlogMonths, isBacklog } from './planned.js';

/**
 * Asks the bureau to agree to a backlog (补录): arrivals of a list in closed months, which are reopened for its park from
 * the first of them on. Whoever brings the list in asks, the bureau agrees, and the run of the list ends it.
 * @returns the id of the reopening
 * @throws Forbidden; Refusal without a reason; Conflict where no row waits for it, or it was asked for already
 */
export async function askBacklog(
  tx: Tx,
  by: Actor,
  { batchId, reason }: { batchId: number; reason: string },
): Promise<number> {
  const batch = await batchWith(tx, batchId);
  const { parkId } = batch;
  await refuseUnlessImporter(tx, by, parkId);
  const [first] = backlogMonths(batch.plan.rows);
  if (!isDecidable(batch) || first === undefined) throw new Conflict('record.changed-meanwhile');
  const now = today(by.at);
  if ((await openBacklog(tx, batchId, now)) !== null) throw new Conflict('imports.backlog-asked');
  refuseIf([reason.trim() === '' && { field: 'reason', key: 'web.field.required' }]);
  // An arrival moves every month after its own.
  const closed = await closedAmong(tx, monthsBetween(first, monthOf(now)));
  return keepAskedReopening(tx, by, {
    month: first,
    throughMonth: closed.at(-1) ?? first,
    scope: 'park',
    parkId,
    ventureId: null,
    reason: reason.trim(),
    lastDay: addDays(now, mostDaysOpen),
    importBatchId: batchId,
  });
}

/** The reopening for a batch that waits for the bureau or is in force on a day; null where there is none. */
export const openBacklog = (reads: Reads, batchId: number, day: string) =>
  reads.reopening.findFirst({
    where: {
      importBatchId: batchId,
      refusedAt: null,
      endedAt: null,
      lastDay: { gte: day },
    },
    orderBy: { id: 'desc' },
  });

/**
 * Ends the reopening for the backlog of a batch once nothing of it is left to bring in: its months are closed again at
 * once, and not on the last day. Called by the verb that ran it.
 */
export async function endBacklog(
  tx: Tx,
  by: Actor,
  { id, plan }: Pick<Batch, 'id' | 'plan'>,
): Promise<void> {
  if (plan.rows.some((row) => isBacklog(row) || row.outcome === 'possible')) return;
  const open = await openBacklog(tx, id, today(by.at));
  if (open !== null && open.agreedAt !== null) await keepEnded(tx, by, open);
}
