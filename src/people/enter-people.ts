import type { Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvents } from '../history/record.js';
import { type FounderCategory, graduatePeriod } from './categories.js';
import { pinyinOfName } from './pinyin.js';

export type NewPerson = {
  name: string;
  phone: string | null;
  graduatedOn: Day | null;
  /** Categories beside graduate status, which follows from the graduation day; each from a day. */
  categories: { category: FounderCategory; beganOn: Day; proof: string }[];
};

/**
 * Enters people, or finds the ones already known by the same name and phone, and adds categories that are new.
 * @returns their ids, in the order given
 */
export async function enterPeople(tx: Tx, by: Actor, inputs: NewPerson[]): Promise<number[]> {
  const known = await knownPeople(tx, inputs);
  const fresh = inputs.filter((input) => !known.has(keyOf(input)));
  const unique = [
    ...new Map(fresh.map((input, index) => [keyOf(input) ?? `new ${index}`, input])).values(),
  ];
  const count = await tx.person.count();
  const rows = unique.map((input, index) => ({
    number: `R${String(count + index + 1).padStart(6, '0')}`,
    name: input.name,
    namePinyin: pinyinOfName(input.name),
    phone: input.phone,
    graduatedOn: input.graduatedOn,
  }));
  const created = await insertRowsForIds(tx, 'Person', rows);
  recordEvents(
    tx,
    by,
    created.map((id, index) => ({
      verb: 'person.entered',
      subjectKind: 'person',
      subjectId: id,
      detail: { number: rows[index]?.number ?? '' },
    })),
  );
  const fromInput = new Map(unique.map((input, index) => [input, created[index] as number]));
  const idOf = new Map(known);
  for (const [input, id] of fromInput) idOf.set(keyOf(input), id);
  const ids = inputs.map((input) => fromInput.get(input) ?? (idOf.get(keyOf(input)) as number));
  await addCategories(tx, inputs, ids, new Set(known.values()));
  return ids;
}

/** People are told apart by name and phone; without a phone, each is a new one. */
function keyOf(person: { name: string; phone: string | null }): string | undefined {
  return person.phone === null ? undefined : `${person.phone} ${person.name}`;
}

async function knownPeople(tx: Tx, inputs: NewPerson[]): Promise<Map<string | undefined, number>> {
  const phones = inputs.map((input) => input.phone).filter((phone) => phone !== null);
  const people = await tx.person.findMany({
    where: { phone: { in: phones } },
    select: { id: true, name: true, phone: true },
  });
  return new Map(people.map((person) => [keyOf(person), person.id]));
}

/** @param known the people that were entered before, who may hold some already */
async function addCategories(
  tx: Tx,
  inputs: NewPerson[],
  ids: number[],
  known: Set<number>,
): Promise<void> {
  const wanted = inputs.flatMap((input, index) => {
    const personId = ids[index] as number;
    const chosen = input.categories.map((given) => ({
      ...given,
      personId,
      endedOn: null as Day | null,
    }));
    if (input.graduatedOn === null) return chosen;
    return [
      ...chosen,
      { personId, category: 'graduate', proof: '', ...graduatePeriod(input.graduatedOn) },
    ];
  });
  const before = ids.filter((id) => known.has(id));
  const held =
    before.length === 0
      ? []
      : await tx.personCategory.findMany({ where: { personId: { in: before } } });
  const keyed = new Set(held.map((row) => `${row.personId} ${row.category}`));
  const data = wanted.filter((row) => {
    const key = `${row.personId} ${row.category}`;
    return !keyed.has(key) && keyed.add(key);
  });
  await insertRows(tx, 'PersonCategory', data);
}
