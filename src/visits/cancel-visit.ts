import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';
import { changeVisit, standingVisit } from './standing-visit.js';
import { refuseClosedVisit } from './visit-rules.js';

/**
 * Cancels a visit that was logged by mistake: it stays to be read, and counts nowhere.
 * @throws Forbidden; Conflict for one that was cancelled or changed since; Refusal without a reason
 */
export async function cancelVisit(
  tx: Tx,
  by: Actor,
  id: number,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  const { parkId, kind, madeOn, ventures } = await standingVisit(tx, by, id, version);
  refuseIf([reason.trim() === '' && { field: 'reason', key: 'web.field.required' }]);
  const ventureIds = ventures.map(({ ventureId }) => ventureId);
  await refuseClosedVisit(tx, by, [{ parkId, ventureIds, madeOn }]);
  const cancelled = { cancelledAt: by.at, cancelledById: by.accountId, cancelReason: reason };
  await changeVisit(tx, { id, version }, cancelled);
  recordEvent(tx, by, {
    verb: 'visit.cancelled',
    subjectKind: 'visit',
    subjectId: id,
    parkId,
    reason,
    detail: { kind, madeOn },
  });
}
