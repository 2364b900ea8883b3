import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, Refusal, refuseIf } from '../language/refusal.js';
import { endWaiversOf } from '../waivers/end-waiver.js';

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
  if (tenancy.endedOn !== null) throw new Conflict('ventures.tenancy-ended-already');
  await endOn(tx, by, tenancy, endedOn);
}

/**
 * Ends what a venture still holds on the day that it leaves its park. A tenancy that was ended later than
 * that, before the leaving was recorded, ends on that day too.
 */
export async function endTenanciesOf(
  tx: Tx,
  by: Actor,
  ventureId: number,
  endedOn: Day,
): Promise<void> {
  const held = await tx.tenancy.findMany({
    where: { ventureId, OR: [{ endedOn: null }, { endedOn: { gt: endedOn } }] },
    include: { space: true },
    orderBy: { id: 'asc' },
  });
  const late = held.find((tenancy) => tenancy.endedOn === null && tenancy.beganOn >= endedOn);
  if (late)
    throw new Refusal([
      { field: '', key: 'ventures.tenancy-begins-later', values: { day: late.beganOn } },
    ]);
  for (const tenancy of held.filter(({ beganOn }) => beganOn < endedOn)) {
    await endOn(tx, by, tenancy, endedOn);
  }
}

type Held = Prisma.TenancyGetPayload<{ include: { space: true } }>;

/** @throws Conflict when the tenancy is no longer as it was read */
async function endOn(
  tx: Tx,
  by: Actor,
  { id, version, ventureId, space }: Held,
  endedOn: Day,
): Promise<void> {
  const { count } = await tx.tenancy.updateMany({
    where: { id, version },
    data: { endedOn, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict('ventures.tenancy-ended-already');
  const of = { ventureId, tenancyId: id };
  await endWaiversOf(tx, by, of, { endedOn, reason: 'tenancy-ended', note: '' });
  recordEvent(tx, by, {
    verb: 'tenancy.ended',
    subjectKind: 'tenancy',
    subjectId: id,
    ventureId,
    parkId: space.parkId,
    detail: { endedOn },
  });
}
