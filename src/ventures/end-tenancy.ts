import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, Refusal, refuseIf } from '../language/refusal.js';

/**
 * Ends a tenancy; the space is free from that day.
 * @throws Refusal when the day is before the tenancy's first day or in the future
 * @throws Conflict when it has ended already
 */
export async function endTenancy(
  tx: Tx,
  by: Actor,
  tenancyId: number,
  endedOn: Day,
): Promise<void> {
  const tenancy = await tx.tenancy.findUniqueOrThrow({
    where: { id: tenancyId },
    include: { space: true },
  });
  refuseIf([
    endedOn > today(by.at) && { field: 'endedOn', key: 'calendar.in-future' },
    endedOn <= tenancy.beganOn && {
      field: 'endedOn',
      key: 'ventures.end-before-begin',
      values: { day: tenancy.beganOn },
    },
  ]);
  const { count } = await tx.tenancy.updateMany({
    where: { id: tenancyId, endedOn: null },
    data: { endedOn, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict('ventures.tenancy-ended-already');
  const { ventureId, space } = tenancy;
  await recordEvent(tx, by, {
    verb: 'tenancy.ended',
    subjectKind: 'tenancy',
    subjectId: tenancyId,
    ventureId,
    parkId: space.parkId,
    detail: { endedOn },
  });
}

/** Ends what a venture still holds on the day that it leaves its park. */
export async function endTenanciesOf(
  tx: Tx,
  by: Actor,
  ventureId: number,
  endedOn: Day,
): Promise<void> {
  const open = await tx.tenancy.findMany({ where: { ventureId, endedOn: null } });
  const late = open.find((tenancy) => tenancy.beganOn >= endedOn);
  if (late)
    throw new Refusal([
      { field: '', key: 'ventures.tenancy-begins-later', values: { day: late.beganOn } },
    ]);
  for (const { id } of open) await endTenancy(tx, by, id, endedOn);
}
