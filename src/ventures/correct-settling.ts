import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Park, Residency } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, type Fault, refuseIf } from '../language/refusal.js';
import { closedAt } from '../ledger/closed-at.js';
import { restateRent, restateVentures } from '../ledger/restate.js';
import { keepingReviewed } from '../ledger/reviewed-returns.js';
import { endLeasesOtherwise } from './end-leases-otherwise.js';
import { refuseUnlessInParks } from './home-park.js';
import { leftFor, parksOfStay } from './permissions.js';
import { leasesTouched, returnsTouched, waiversTouched } from './rests-on-settling.js';
import { setAsideReturns } from './set-aside-returns.js';
import { isOpen } from './settle-venture.js';

export type SettlingCorrection = {
  residencyId: number;
  /** The version that was seen. */
  version: number;
  /** The day on which it settled in fact. */
  beganOn: Day;
  /** Why it was otherwise all along. */
  reason: string;
  /** Whether returns for months that ended before that day are set aside; without it they are a fault. */
  setsAsideReturns: boolean;
};

/**
 * Corrects the day on which a venture settled in a park (更正入驻日): the ledger is reversed and entered again. Where it moved
 * there from another park, the day on which it left that one goes along, and a lease there that ended with it. A
 * correction that changes nothing writes nothing.
 * @throws Forbidden for who does not keep both parks; Conflict when somebody changed it since; Refusal for a day on which
 *   the park was not open, in the future, or on which the venture was elsewhere; with each lease and waiver that begins
 *   before it; for a closed month without a reopening
 */
export async function correctSettling(tx: Tx, by: Actor, input: SettlingCorrection): Promise<void> {
  const stay = await tx.residency.findUniqueOrThrow({
    where: { id: input.residencyId },
    include: { park: true },
  });
  const of = { ventureIds: [stay.ventureId], reason: input.reason };
  await keepingReviewed(tx, by, of, () =>
    closedAt('beganOn', () => correctStay(tx, by, stay, input)),
  );
}

async function correctStay(
  tx: Tx,
  by: Actor,
  stay: Residency & { park: Park },
  input: SettlingCorrection,
): Promise<void> {
  const { ventureId, parkId, beganOn: before } = stay;
  const others = await tx.residency.findMany({ where: { ventureId, NOT: { id: stay.id } } });
  const from = leftFor(stay, others);
  await refuseUnlessInParks(tx, by, parksOfStay(stay, others));
  const { beganOn } = input;
  const reason = input.reason.trim();
  if (beganOn === before) return;
  if (stay.version !== input.version) throw new Conflict('record.changed-meanwhile');
  const isElsewhere = others.some(
    (other) =>
      other !== from && other.beganOn < (stay.endedOn ?? '9') && (other.endedOn ?? '9') > beganOn,
  );
  refuseIf([
    reason === '' && { field: 'reason', key: 'web.field.required' },
    beganOn > today(by.at) && { field: 'beganOn', key: 'calendar.in-future' },
    !isOpen(stay.park, beganOn) && { field: 'beganOn', key: 'ventures.park-not-open' },
    stay.endedOn !== null && beganOn >= stay.endedOn && beforeEnd(stay.endedOn),
    from !== undefined && beganOn <= from.beganOn && afterBegin(from.beganOn),
    isElsewhere && { field: 'beganOn', key: 'ventures.overlaps-residency' },
  ]);
  const change = { ventureId, parkId, before, beganOn, from: from ?? null };
  refuseIf(await leasesTouched(tx, change));
  refuseIf(await waiversTouched(tx, change));
  const returns = await returnsTouched(tx, change);
  refuseIf([
    returns.length > 0 &&
      !input.setsAsideReturns && {
        field: 'setsAsideReturns',
        key: 'ventures.settling.returns-before',
        values: { months: { eachMonth: returns.map(({ month }) => month) } },
      },
  ]);
  const began = () => changeResidency(tx, stay.id, { beganOn });
  // At no time two at once, which the database refuses: the one before makes room first where the move was earlier.
  if (!from) await began();
  else {
    const ended = () => changeResidency(tx, from.id, { endedOn: beganOn });
    for (const write of beganOn < before ? [ended, began] : [began, ended]) await write();
    await endLeasesOtherwise(tx, by, { ventureId, parkId: from.parkId, before, beganOn });
  }
  await setAsideReturns(tx, by, returns, { ventureId, parkId });
  recordEvent(tx, by, {
    verb: 'residency.corrected',
    subjectKind: 'residency',
    subjectId: stay.id,
    ventureId,
    parkId,
    ...(from ? { fromParkId: from.parkId } : {}),
    reason,
    detail: { beganOn: [before, beganOn], setAside: returns.map(({ month }) => month) },
  });
  await restateVentures(tx, by, [ventureId], before < beganOn ? before : beganOn);
  await restateRent(tx, by, [ventureId]);
}

const changeResidency = (tx: Tx, id: number, days: { beganOn: Day } | { endedOn: Day }) =>
  tx.residency.update({ where: { id }, data: { ...days, version: { increment: 1 } } });

const beforeEnd = (day: Day): Fault => ({
  field: 'beganOn',
  key: 'ventures.settling.before-end',
  values: { day: { day } },
});
const afterBegin = (day: Day): Fault => ({
  field: 'beganOn',
  key: 'ventures.end-before-begin',
  values: { day: { day } },
});
