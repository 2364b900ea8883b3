import type { Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import { asJson, jsonRows, jsonValues } from '../database/json.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvents } from '../history/record.js';
import { cleanName, isName, nameKey } from '../input/names.js';
import { phoneOf } from '../input/phones.js';
import { refuseIf } from '../language/refusal.js';
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
 * Enters people, or finds the ones already known by the same name and phone, and adds categories that are new. Both are
 * brought into their one form first.
 * @returns their ids, in the order given
 */
export async function enterPeople(tx: Tx, by: Actor, typed: NewPerson[]): Promise<number[]> {
  const inputs = typed.map(cleaned);
  const { known, count } = await peopleBefore(tx, inputs);
  const fresh = inputs.filter((input) => !known.has(keyOf(input)));
  const unique = [
    ...new Map(fresh.map((input, index) => [keyOf(input) ?? `new ${index}`, input])).values(),
  ];
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
  const idOf = new Map([...known].map(([key, person]) => [key, person.id]));
  for (const [input, id] of fromInput) idOf.set(keyOf(input), id);
  const ids = inputs.map((input) => fromInput.get(input) ?? (idOf.get(keyOf(input)) as number));
  await addCategories(tx, inputs, ids, [...known.values()]);
  return ids;
}

/** One person is one name and one phone, however they were typed; without a phone, each is a new one. */
function keyOf(person: { name: string; phone: string | null }): string | undefined {
  return person.phone === null ? undefined : `${person.phone} ${nameKey(person.name)}`;
}

/** @throws Refusal for a name without a letter in it, or a phone that is none */
function cleaned(input: NewPerson): NewPerson {
  const name = cleanName(input.name);
  const phone = input.phone === null ? null : phoneOf(input.phone);
  refuseIf([
    !isName(name) && { field: 'name', key: 'web.field.name' },
    input.phone !== null && phone === null && { field: 'phone', key: 'web.field.phone' },
  ]);
  const { graduatedOn, categories } = input;
  return { name, phone, graduatedOn, categories };
}

type KnownPerson = { id: number; name: string; phone: string; categories: string[] };

const knownByPhone = (phones: string[]): Sql =>
  jsonRows(
    {
      id: sql`p."id"`,
      name: sql`p."name"`,
      phone: sql`p."phone"`,
      categories: asJson(
        jsonValues(sql`c."category"`, sql`"PersonCategory" c WHERE c."personId" = p."id"`),
      ),
    },
    sql`"Person" p WHERE p."phone" IN ${listed(phones)}`,
  );

/** How many people there are, and those with a phone that is given, by their keys. */
async function peopleBefore(tx: Tx, inputs: NewPerson[]) {
  const phones = inputs.map((input) => input.phone).filter((phone) => phone !== null);
  const [before] = await rowsOf<{ count: number; known: string }>(
    tx,
    sql`SELECT (SELECT COUNT(*) FROM "Person") AS "count",
      ${knownByPhone(phones)} AS "known"`,
  );
  const people: KnownPerson[] = JSON.parse(before?.known ?? '[]');
  return {
    count: Number(before?.count ?? 0),
    known: new Map(people.map((person) => [keyOf(person), person])),
  };
}

/** @param known the people that were entered before, who may hold some already */
async function addCategories(
  tx: Tx,
  inputs: NewPerson[],
  ids: number[],
  known: KnownPerson[],
): Promise<void> {
  const wanted = inputs.flatMap((input, index) => {
    const personId = ids[index] as number;
    // The same columns in the same order, so that one statement serves for all.
    const category = (category: string, beganOn: Day, endedOn: Day | null, proof: string) => ({
      personId,
      category,
      beganOn,
      endedOn,
      proof,
    });
    const chosen = input.categories.map((item) =>
      category(item.category, item.beganOn, null, item.proof),
    );
    if (input.graduatedOn === null) return chosen;
    const { beganOn, endedOn } = graduatePeriod(input.graduatedOn);
    return [...chosen, category('graduate', beganOn, endedOn, '')];
  });
  const keyed = new Set(
    known.flatMap(({ id, categories }) => categories.map((category) => `${id} ${category}`)),
  );
  const data = wanted.filter((row) => {
    const key = `${row.personId} ${row.category}`;
    return !keyed.has(key) && keyed.add(key);
  });
  await insertRows(tx, 'PersonCategory', data);
}
