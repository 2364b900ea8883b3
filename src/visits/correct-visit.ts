import type { Tx } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { changesBetween, recordEvent } from '../history/record.js';
import { refuseIf, refuseTogether } from '../language/refusal.js';
import { changeVisit, standingVisit } from './standing-visit.js';
import { refuseClosedVisit, refuseVisit, type VisitFacts } from './visit-rules.js';

export type Correction = VisitFacts & { version: number; reason: string };

/**
 * Corrects what was said of a visit, with the reason. What changes nothing writes nothing.
 * @throws Forbidden; Conflict for a visit that was cancelled or changed since; Refusal as `logVisit`, or without a reason
 */
export async function correctVisit(
  tx: Tx,
  by: Actor,
  id: number,
  { version, reason, ventureIds: ticked, ...facts }: Correction,
): Promise<void> {
  const before = await standingVisit(tx, by, id, version);
  const ventureIds = [...new Set(ticked)].sort((a, b) => a - b);
  const idsBefore = before.ventures.map((item) => item.ventureId);
  const isSame = ventureIds.join() === idsBefore.join();
  const changes = changesBetween(before, facts);
  if (isSame && Object.keys(changes).length === 0) return;
  refuseIf([reason.trim() === '' && { field: 'reason', key: 'web.field.required' }]);
  // Reports count services by day, kind and venture, and read nothing else of them.
  const isCounted = !isSame || changes.kind !== undefined || changes.madeOn !== undefined;
  const counted = [
    { parkId: before.parkId, ventureIds: idsBefore, madeOn: before.madeOn },
    { parkId: before.parkId, ventureIds, madeOn: facts.madeOn },
  ];
  await refuseTogether([
    () => refuseVisit(tx, by, before.parkId, { ...facts, ventureIds }),
    () => refuseClosedVisit(tx, by, isCounted ? counted : []),
  ]);
  await changeVisit(tx, { id, version }, facts);
  const numbers = before.ventures.map(({ venture }) => venture.number);
  const ventures = isSame ? {} : { ventures: [numbers.join(' '), await keep(tx, id, ventureIds)] };
  recordEvent(tx, by, {
    verb: 'visit.corrected',
    subjectKind: 'visit',
    subjectId: id,
    parkId: before.parkId,
    reason,
    detail: { ...changes, ...ventures },
  });
}

/** Whom it was for instead. @returns their numbers */
async function keep(tx: Tx, visitId: number, ventureIds: number[]): Promise<string> {
  await tx.visitVenture.deleteMany({ where: { visitId } });
  await insertRows(
    tx,
    'VisitVenture',
    ventureIds.map((ventureId) => ({ visitId, ventureId })),
  );
  const now = await tx.venture.findMany({
    where: { id: { in: ventureIds } },
    select: { number: true },
    orderBy: { id: 'asc' },
  });
  return now.map(({ number }) => number).join(' ');
}
