import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';
import { closedAt } from '../ledger/closed-at.js';
import { restateRent, restateVentures } from '../ledger/restate.js';
import { keepingReviewed } from '../ledger/reviewed-returns.js';
import { endTenanciesOf } from './end-tenancy.js';
import { refuseUnlessInParks } from './home-park.js';
import { endWhatRestsOn } from './leaving.js';
import { closeResidency, residencyToLeave } from './open-residency.js';
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
export const moveVenture = (tx: Tx, by: Actor, input: Move): Promise<number> =>
  keepingReviewed(tx, by, { ventureIds: [input.ventureId], reason: input.note }, () =>
    closedAt('movedOn', () => moveStay(tx, by, input)),
  );

async function moveStay(tx: Tx, by: Actor, input: Move): Promise<number> {
  const { ventureId, toParkId, movedOn, note } = input;
  const open = await residencyToLeave(tx, ventureId, movedOn);
  await refuseUnlessInParks(tx, by, [open.parkId]);
  const [park] = await rowsOf<{ openedOn: Day; closedOn: Day | null }>(
    tx,
    sql`SELECT "openedOn", "closedOn" FROM "Park" WHERE "id" = ${toParkId}`,
  );
  refuseIf([
    toParkId === open.parkId && { field: 'toParkId', key: 'ventures.same-park' },
    movedOn > today(by.at) && { field: 'movedOn', key: 'calendar.in-future' },
    movedOn <= open.beganOn && {
      field: 'movedOn',
      key: 'ventures.end-before-begin',
      values: { day: { day: open.beganOn } },
    },
    !isOpen(park, movedOn) && { field: 'movedOn', key: 'ventures.park-not-open' },
  ]);
  const ending = { endedOn: movedOn, reason: 'moved', note } as const;
  await closeResidency(tx, open, ending);
  if (open.hasWaiver) await endWhatRestsOn(tx, by, { ventureId, ...ending });
  await endTenanciesOf(tx, by, open.held, movedOn);
  const next = { ventureId, parkId: toParkId, beganOn: movedOn };
  const [id = 0] = await insertRowsForIds(tx, 'Residency', [next]);
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
  await restateRent(tx, by, [ventureId]);
  return id;
}
