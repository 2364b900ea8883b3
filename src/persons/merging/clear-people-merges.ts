import { today } from '../../calendar/days.js';
import type { Db } from '../../database/database.js';
import { lastDayToUndo } from '../../ventures/merging/days-to-undo.js';
import { type PeopleRecords, peopleTables } from './stored-people.js';

/**
 * Deletes what merges stored of two people once they can no longer be undone: names, phones, graduation days, categories
 * and all that hung on them. In which ventures both had a role stays, as by it who may see the merge is known; that they
 * were merged, by whom and why, stands beside it and in the history.
 * @returns how many merges
 */
export async function clearPeopleMerges(db: Db, at: Date): Promise<number> {
  const merges = await db.personMerge.findMany({
    where: { clearedAt: null },
    select: { id: true, mergedAt: true },
  });
  const old = merges.filter((merge) => lastDayToUndo(merge) < today(at));
  for (const { id } of old) {
    const { before, after } = await db.personMerge.findUniqueOrThrow({ where: { id } });
    const [first, last] = [before, after].map((records) =>
      cleared(records as unknown as PeopleRecords),
    );
    if (!first || !last) throw new Error('a merge has nothing before or after it');
    const data = { before: first, after: last, clearedAt: at };
    await db.personMerge.updateMany({ where: { id, clearedAt: null }, data });
  }
  return old.length;
}

/** Of records the numbers of both and their roles, and nothing else. */
function cleared({ Person, PersonRole }: PeopleRecords) {
  const nothing = Object.fromEntries(peopleTables.map((table) => [table, []]));
  return Object.assign(nothing, {
    Person: Person.map(({ id, number }) => ({ id, number })),
    PersonRole: PersonRole.map(({ id, personId, ventureId, role, beganOn, endedOn }) => ({
      id,
      personId,
      ventureId,
      role,
      beganOn,
      endedOn,
    })),
  });
}
