import type { Tx } from '../database/database.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { refuseTogether } from '../language/refusal.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { canWriteVisit } from './permissions.js';
import { refuseClosedVisit, refuseVisit, type VisitFacts } from './visit-rules.js';

export type NewVisit = VisitFacts & { parkId: number };

/**
 * Logs what a park did for some of its residents on a day: a call, a visit, guidance, a training, a fair.
 * @returns the id of the visit
 * @throws Forbidden for who does not keep the park's records; Refusal as `refuseVisit` does
 */
export async function logVisit(tx: Tx, by: Actor, input: NewVisit): Promise<number> {
  const { parkId, ventureIds: ticked, ...facts } = input;
  const ventureIds = [...new Set(ticked)];
  await refuseUnless(tx, by, (viewer) => canWriteVisit(viewer, { parkId }));
  await refuseTogether([
    () => refuseVisit(tx, by, parkId, { ...facts, ventureIds }),
    () => refuseClosedVisit(tx, by, [{ parkId, ventureIds, madeOn: facts.madeOn }]),
  ]);
  const logged = { parkId, ...facts, loggedAt: by.at, loggedById: by.accountId };
  const [id = 0] = await insertRowsForIds(tx, 'Visit', [logged]);
  await insertRows(
    tx,
    'VisitVenture',
    ventureIds.map((ventureId) => ({ visitId: id, ventureId })),
  );
  const { kind, madeOn, madeBy, note, followUpOn } = facts;
  recordEvent(tx, by, {
    verb: 'visit.logged',
    subjectKind: 'visit',
    subjectId: id,
    parkId,
    detail: { kind, madeOn, ventures: ventureIds.length, madeBy, note, followUpOn },
  });
  return id;
}
