import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';
import type { PersonRoleName } from '../people/categories.js';
import { enterPeople, type NewPerson } from '../people/enter-people.js';
import { homeParkId } from '../people/whereabouts.js';
import { refuseUnlessKeeper } from './home-park.js';
import {
  newestCategory,
  refuseClosedCategories,
  refuseClosedRole,
} from './refuse-closed-people.js';
import { restateSearchText } from './restate-search-text.js';

export type NewRole = {
  ventureId: number;
  person: NewPerson;
  role: PersonRoleName;
  beganOn: Day;
  /** Why the person is another one than somebody who looks the same, where that was asked. */
  another?: string | null;
};

/**
 * Gives a person a role in a venture: somebody known by name and phone, or a new one.
 * @returns the id of the role
 * @throws Refusal for a day in the future, or when the person holds that role already or did on that day
 */
export async function addRole(tx: Tx, by: Actor, input: NewRole): Promise<number> {
  const { ventureId, person, role, beganOn } = input;
  await refuseUnlessKeeper(tx, by, [ventureId]);
  const now = today(by.at);
  refuseIf([
    beganOn > now && { field: 'beganOn', key: 'calendar.in-future' },
    person.categories.some((held) => held.beganOn > now) && {
      field: 'since',
      key: 'calendar.in-future',
    },
  ]);
  const newest = await newestCategory(tx);
  const [personId = 0] = await enterPeople(tx, by, [person]);
  await refuseClosedCategories(tx, by, newest, [{ id: personId, person, fields: '' }]);
  const held = await tx.personRole.findMany({ where: { personId, ventureId, role } });
  refuseIf([
    held.some(({ endedOn }) => endedOn === null || endedOn > beganOn) && {
      field: 'role',
      key: 'ventures.role.held',
    },
  ]);
  const { id } = await tx.personRole.create({ data: { personId, ventureId, role, beganOn } });
  await refuseClosedRole(tx, by, 'PersonRole.beganOn', { roleId: id, from: beganOn });
  await restateSearchText(tx, ventureId);
  const venture = await tx.venture.findUniqueOrThrow({
    where: { id: ventureId },
    include: { residencies: true },
  });
  recordEvent(tx, by, {
    verb: 'role.began',
    subjectKind: 'person',
    subjectId: personId,
    ventureId,
    parkId: homeParkId(venture),
    reason: input.another ?? '',
    detail: { person: person.name, role, beganOn },
  });
  return id;
}
