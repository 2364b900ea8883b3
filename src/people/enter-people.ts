import type { Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import { asJson, jsonRows } from '../database/json.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvents } from '../history/record.js';
import { cleanName, isName, nameKey } from '../input/names.js';
import { phoneOf } from '../input/phones.js';
import { refuseIf } from '../language/refusal.js';
import { addToKnown, type KnownPerson } from './add-to-known.js';
import type { FounderCategory } from './categories.js';
import { survivorOf } from './merged-people.js';
import { numbersInText } from './numbers-in-text.js';
import { pinyinOfName } from './pinyin.js';

export type NewPerson = {
  name: string;
  phone: string | null;
  graduatedOn: Day | null;
  /** Categories beside graduate status, which follows from the graduation day; each from a day. */
  categories: { category: FounderCategory; beganOn: Day; proof: string }[];
};

/**
 * Enters people, or finds the ones already known by the same name and phone, and adds to them what is new. Both are
 * brought into their one form first.
 * @param fieldsOf what the names of the form's fields of each begin with
 * @returns their ids, in the order given
 * @throws Refusal for what contradicts the register of somebody known: it is corrected there, and not passed over; for the
 *   number of a certificate in what proves a category
 */
export async function enterPeople(
  tx: Tx,
  by: Actor,
  typed: NewPerson[],
  fieldsOf: (index: number) => string = () => '',
): Promise<number[]> {
  refuseNumbers(typed, fieldsOf);
  const inputs = agreeing(typed.map(cleaned), fieldsOf);
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
  await addToKnown(tx, inputs, ids, { known: [...known.values()], fieldsOf });
  return ids;
}

/** The number of a certificate is entered sealed, on the page of the person. @throws Refusal at the field */
function refuseNumbers(inputs: NewPerson[], fieldsOf: (index: number) => string): void {
  refuseIf(
    inputs.map(
      ({ categories }, index) =>
        categories.some(({ proof }) => numbersInText(proof).length > 0) && {
          field: `${fieldsOf(index)}proof`,
          key: 'people.number-in-proof',
        },
    ),
  );
}

/** One person is one name and one phone, however they were typed; without a phone, each is a new one. */
function keyOf(person: { name: string; phone: string | null }): string | undefined {
  return person.phone === null ? undefined : `${person.phone} ${nameKey(person.name)}`;
}

/** The same person in several rows of one form has one graduation day. @throws Refusal at that of a later row */
function agreeing(inputs: NewPerson[], fieldsOf: (index: number) => string): NewPerson[] {
  const days = new Map<string, Day>();
  const faults = inputs.map((input, index) => {
    const [key, day] = [keyOf(input), input.graduatedOn];
    if (key === undefined || day === null) return false;
    if (!days.has(key)) days.set(key, day);
    const field = `${fieldsOf(index)}graduatedOn`;
    return days.get(key) !== day && { field, key: 'people.twice.graduated' as const };
  });
  refuseIf(faults);
  return inputs.map((input) =>
    Object.assign({}, input, { graduatedOn: days.get(keyOf(input) ?? '') ?? input.graduatedOn }),
  );
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

type NamedPerson = KnownPerson & { name: string; phone: string };

const spells = {
  id: sql`c."id"`,
  category: sql`c."category"`,
  beganOn: sql`c."beganOn"`,
  endedOn: sql`c."endedOn"`,
  proof: sql`c."proof"`,
};

/** A record that went into another one is found under its own name and phone, and leads to the one that stayed. */
const knownByPhone = (phones: string[]): Sql =>
  jsonRows(
    {
      id: sql`s."id"`,
      name: sql`p."name"`,
      phone: sql`p."phone"`,
      graduatedOn: sql`s."graduatedOn"`,
      spells: asJson(jsonRows(spells, sql`"PersonCategory" c WHERE c."personId" = s."id"`)),
    },
    sql`"Person" p JOIN "Person" s ON s."id" = ${survivorOf(sql`p."id"`)} WHERE p."phone" IN ${listed(phones)}`,
  );

/** How many people there are, and those with a phone that is given, by their keys. */
async function peopleBefore(tx: Tx, inputs: NewPerson[]) {
  const phones = inputs.map((input) => input.phone).filter((phone) => phone !== null);
  const [before] = await rowsOf<{ count: number; known: string }>(
    tx,
    sql`SELECT (SELECT COUNT(*) FROM "Person") AS "count",
      ${knownByPhone(phones)} AS "known"`,
  );
  const people: NamedPerson[] = JSON.parse(before?.known ?? '[]');
  return {
    count: Number(before?.count ?? 0),
    known: new Map(people.map((person) => [keyOf(person), person])),
  };
}
