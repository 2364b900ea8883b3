import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';
import { closedAt } from '../ledger/closed-at.js';
import { dropPhotos } from '../photos/keep-photos.js';
import { changeVisit, standingVisit } from './standing-visit.js';
import { refuseClosedVisit } from './visit-rules.js';

/**
 * Cancels a visit that was logged by mistake: it stays to be read, and counts nowhere. Its photos go.
 * @returns what their files were stored as, to be deleted once this is committed
 * @throws Forbidden; Conflict for one that was cancelled or changed since; Refusal without a reason
 */
export async function cancelVisit(
  tx: Tx,
  by: Actor,
  id: number,
  { version, reason }: { version: number; reason: string },
): Promise<string[]> {
  const { parkId, kind, madeOn, ventures } = await standingVisit(tx, by, id, version);
  refuseIf([reason.trim() === '' && { field: 'reason', key: 'web.field.required' }]);
  const ventureIds = ventures.map(({ ventureId }) => ventureId);
  await closedAt('', () => refuseClosedVisit(tx, by, [{ parkId, ventureIds, madeOn }]));
  const cancelled = { cancelledAt: by.at, cancelledById: by.accountId, cancelReason: reason };
  await changeVisit(tx, { id, version }, cancelled);
  const photos = await tx.photo.findMany({ where: { visitId: id } });
  recordEvent(tx, by, {
    verb: 'visit.cancelled',
    subjectKind: 'visit',
    subjectId: id,
    parkId,
    reason,
    detail: { kind, madeOn, ...(photos.length > 0 ? { photos: photos.length } : {}) },
  });
  return dropPhotos(tx, by, photos);
}
