import { type Day, today } from '../calendar/days.js';
import { dayAfter } from '../calendar/last-day.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { homeParkId } from '../people/whereabouts.js';
import { refuseUnlessKeeper } from './home-park.js';
import { refuseClosedRole } from './refuse-closed-people.js';

/**
 * Ends a person's role in a venture; the person stays on record.
 * @param endedOn the first day on which the role is no longer held
 * @throws Refusal when the day after which it is no longer held is not after the first, or the last day lies ahead, or no founder would be left
 * @throws Conflict when it has ended already
 */
export async function endRole(tx: Tx, by: Actor, roleId: number, endedOn: Day): Promise<void> {
  const held = await tx.personRole.findUniqueOrThrow({
    where: { id: roleId },
    include: { person: true, venture: { include: { residencies: true } } },
  });
  await refuseUnlessKeeper(tx, by, [held.ventureId]);
  if (held.endedOn !== null) throw new Conflict('ventures.role.ended-already');
  const { role, ventureId, person, venture } = held;
  const others = await tx.personRole.count({
    where: { ventureId, role: 'founder', endedOn: null, id: { not: roleId } },
  });
  refuseIf([
    endedOn > dayAfter(today(by.at)) && { field: 'lastOn', key: 'calendar.in-future' },
    endedOn <= held.beganOn && {
      field: 'lastOn',
      key: 'ventures.last-before-begin',
      values: { day: { day: held.beganOn } },
    },
    role === 'founder' && others === 0 && { field: '', key: 'ventures.role.last-founder' },
  ]);
  await refuseClosedRole(tx, by, 'PersonRole.endedOn', { roleId, from: endedOn });
  await tx.personRole.update({ where: { id: roleId }, data: { endedOn } });
  recordEvent(tx, by, {
    verb: 'role.ended',
    subjectKind: 'person',
    subjectId: person.id,
    ventureId,
    parkId: homeParkId(venture),
    detail: { person: person.name, role, endedOn },
  });
}
