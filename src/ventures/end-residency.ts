import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';
import { closedAt } from '../ledger/closed-at.js';
import { restateRent, restateVentures } from '../ledger/restate.js';
import { keepingReviewed } from '../ledger/reviewed-returns.js';
import { endTenanciesOf } from './end-tenancy.js';
import { refuseUnlessInParks } from './home-park.js';
import type { EndReason } from './kinds.js';
import { endWhatRestsOn } from './leaving.js';
import { closeResidency, residencyToLeave } from './open-residency.js';
import { setAsideReturns } from './set-aside-returns.js';

export type Ending = {
  ventureId: number;
  /** The first day on which it is no longer in the park. */
  endedOn: Day;
  reason: EndReason;
  note: string;
  /** Whether returns for months that end on or after that day are set aside; without it they are a fault. */
  setsAsideReturns: boolean;
};

/**
 * Ends the open residency of a venture, its tenancies with it, and takes its jobs away from that day.
 * @throws Refusal when the day is not after the first day or lies in the future, or later returns stand in the way
 * @throws Conflict when it is in no park
 */
export const endResidency = (tx: Tx, by: Actor, input: Ending): Promise<void> =>
  keepingReviewed(tx, by, { ventureIds: [input.ventureId], reason: input.note }, () =>
    closedAt('endedOn', () => endStay(tx, by, input)),
  );

async function endStay(tx: Tx, by: Actor, input: Ending): Promise<void> {
  const { ventureId, endedOn, reason, note } = input;
  const open = await residencyToLeave(tx, ventureId, endedOn);
  await refuseUnlessInParks(tx, by, [open.parkId]);
  const later = open.returns;
  refuseIf([
    endedOn > today(by.at) && { field: 'endedOn', key: 'calendar.in-future' },
    endedOn <= open.beganOn && {
      field: 'endedOn',
      key: 'ventures.end-before-begin',
      values: { day: { day: open.beganOn } },
    },
    later.length > 0 &&
      !input.setsAsideReturns && {
        field: 'setsAsideReturns',
        key: 'ventures.returns-after-end',
        values: { months: { eachMonth: later.map((r) => r.month) } },
      },
  ]);
  await closeResidency(tx, open, input);
  await setAsideReturns(tx, by, later, { ventureId, parkId: open.parkId });
  if (open.hasWaiver) await endWhatRestsOn(tx, by, { ventureId, endedOn, reason: 'left', note });
  await endTenanciesOf(tx, by, open.held, endedOn);
  recordEvent(tx, by, {
    verb: 'residency.ended',
    subjectKind: 'residency',
    subjectId: open.id,
    ventureId,
    parkId: open.parkId,
    reason: note,
    detail: { endedOn, reason, setAside: later.map((filed) => filed.month) },
  });
  await restateVentures(tx, by, [ventureId], endedOn);
  await restateRent(tx, by, [ventureId]);
}
