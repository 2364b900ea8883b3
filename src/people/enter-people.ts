import type { Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';
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
  const created = await tx.person.createManyAndReturn({
    data: unique.map((input, index) => ({
      number: `R${String(count + index + 1).padStart(6, '0')}`,
      name: input.name,
      namePinyin: pinyinOfName(input.name),
      phone: input.phone,
      graduatedOn: input.graduatedOn,
    })),
    select: { id: true, number: true, name: true, phone: true },
  });
  await recordEvents(
    tx,
    by,
    created.map(({ id, number }) => ({
      verb: 'person.entered',
      subjectKind: 'person',
      subjectId: id,
      detail: { number },
    })),
  );
  const fromInput = new Map(unique.map((input, index) => [input, created[index]?.id as number]));
  for (const person of created) {
    const key = keyOf(person);
    if (key) known.set(key, person.id);
  }
  const ids = inputs.map((input) => fromInput.get(input) ?? (known.get(keyOf(input)) as number));
  await addCategories(tx, inputs, ids);
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

async function addCategories(tx: Tx, inputs: NewPerson[], ids: number[]): Promise<void> {
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
  const held = await tx.personCategory.findMany({ where: { personId: { in: ids } } });
  const keyed = new Set(held.map((row) => `${row.personId} ${row.category}`));
  const data = wanted.filter((row) => {
    const key = `${row.personId} ${row.category}`;
    return !keyed.has(key) && keyed.add(key);
  });
  await insertRows(tx, 'PersonCategory', data);
}
