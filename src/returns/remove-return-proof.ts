import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseClosed } from '../ledger/closed-months.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { markRemoved } from '../proofs/mark-removed.js';
import { refuseUnlessKeeper } from '../ventures/home-park.js';
import { gradeDetail, movingGrades } from './grade-moves.js';
import { parkOfMonth } from './park-of-month.js';
import { canFill } from './states.js';

/**
 * Removes a file from a venture's return; the grade of the return follows. A file that proves another month stays.
 * @returns what it was stored as, to be deleted once this is committed
 * @throws Forbidden for who does not fill in the return of the park; Refusal without a reason and for a closed month;
 *   Conflict where it is gone already
 */
export async function removeReturnProof(
  tx: Tx,
  by: Actor,
  { id, ventureId, reason }: { id: number; ventureId: number; reason: string },
): Promise<string[]> {
  const proof = await tx.returnProof.findFirst({ where: { id, ventureId } });
  if (!proof) throw new Conflict('record.changed-meanwhile');
  const { month, proofFileId, kind, people } = proof;
  const parkId = await parkOfMonth(tx, ventureId, month);
  if (parkId === null) await refuseUnlessKeeper(tx, by, [ventureId]);
  else await refuseUnless(tx, by, (viewer) => canFill(viewer, parkId));
  refuseIf([reason.trim() === '' && { field: 'reason', key: 'web.field.required' }]);
  await refuseClosed(tx, by, [{ month, parkId, ventureId }]);
  const of = { parkId: parkId ?? 0, month, ventureIds: [ventureId], reason };
  const { moves } = await movingGrades(tx, by, of, () => tx.returnProof.delete({ where: { id } }));
  const others = await tx.returnProof.count({ where: { proofFileId } });
  recordEvent(tx, by, {
    verb: 'return-proof.removed',
    subjectKind: 'return-proof',
    subjectId: id,
    ventureId,
    ...(parkId === null ? {} : { parkId }),
    reason,
    detail: { month, proofKind: kind, proved: people, ...gradeDetail(moves.get(ventureId)) },
  });
  return others === 0 ? markRemoved(tx, by, { id: proofFileId }) : [];
}
