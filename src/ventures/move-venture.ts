import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { restateVentures } from '../ledger/restate.js';
import { endWaiversOf } from '../waivers/end-waiver.js';
import { openResidency } from './end-residency.js';
import { endTenanciesOf } from './end-tenancy.js';
import { isOpen } from './settle-venture.js';

export type Move = {
  ventureId: number;
  toParkId: number;
  /** The last day's morrow in the old park and the first day in the new one. */
  movedOn: Day;
  note: string;
};

/**
 * Moves a venture to another park (转园): one residency ends, the next begins on the same day, the jobs go along.
 * Returns for months after that day then count in the new park.
 * @returns the id of the new residency
 * @throws Refusal when it is the same park, the day is not after the first day, or the new park is not open then
 * @throws Conflict when the venture is in no park
 */
export async function moveVenture(tx: Tx, by: Actor, input: Move): Promise<number> {
  const { ventureId, toParkId, movedOn, note } = input;
  const open = await openResidency(tx, ventureId);
  const park = await tx.park.findUnique({ where: { id: toParkId } });
  refuseIf([
    toParkId === open.parkId && { field: 'toParkId', key: 'ventures.same-park' },
    movedOn > today(by.at) && { field: 'movedOn', key: 'calendar.in-future' },
    movedOn <= open.beganOn && {
      field: 'movedOn',
      key: 'ventures.end-before-begin',
      values: { day: open.beganOn },
    },
    !isOpen(park ?? undefined, movedOn) && { field: 'movedOn', key: 'ventures.park-not-open' },
  ]);
  const { count } = await tx.residency.updateMany({
    where: { id: open.id, endedOn: null },
    data: { endedOn: movedOn, endReason: 'moved', endNote: note, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict('ventures.not-settled');
  await endWaiversOf(tx, by, { ventureId }, { endedOn: movedOn, reason: 'moved', note });
  await endTenanciesOf(tx, by, ventureId, movedOn);
  const { id } = await tx.residency.create({
    data: { ventureId, parkId: toParkId, beganOn: movedOn },
  });
  recordEvent(tx, by, {
    verb: 'residency.moved',
    subjectKind: 'residency',
    subjectId: id,
    ventureId,
    parkId: toParkId,
    fromParkId: open.parkId,
    reason: note,
    detail: { movedOn, fromParkId: open.parkId, toParkId },
  });
  await restateVentures(tx, by, [ventureId], movedOn);
  return id;
}
