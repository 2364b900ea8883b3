import type { Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { changeRows } from '../database/direct-sql.js';
import { insertRows } from '../database/insert-rows.js';
import { sql } from '../database/sql.js';
import { type Fault, refuseIf } from '../language/refusal.js';
import { graduatePeriod } from './categories.js';
import type { NewPerson } from './enter-people.js';

type Spell = { category: string; beganOn: Day; endedOn: Day | null; proof: string };

/** Somebody whom the register has, with what was entered of them before. */
export type KnownPerson = {
  id: number;
  graduatedOn: Day | null;
  spells: (Spell & { id: number })[];
};

/**
 * Adds to people what was typed beside name and phone: the graduation day, and categories from a day on. What somebody
 * known has on that day already is not entered twice.
 * @param known the people that were entered before
 * @param fieldsOf what the names of the form's fields of each begin with
 * @throws Refusal at the field for another graduation day than the stored one, and for a category that is stored
 *   from a later day or with another proof: each is a correction, and has its reason
 */
export async function addToKnown(
  tx: Tx,
  inputs: NewPerson[],
  ids: number[],
  { known, fieldsOf }: { known: KnownPerson[]; fieldsOf: (index: number) => string },
): Promise<void> {
  const stored = new Map(known.map((person) => [person.id, person]));
  const added: (Spell & { personId: number })[] = [];
  for (const [index, input] of inputs.entries()) {
    const personId = ids[index] as number;
    const before = stored.get(personId) ?? { id: personId, graduatedOn: null, spells: [] };
    refuseIf(contradictions(before, input, fieldsOf(index)));
    if (stored.has(personId)) await fillIn(tx, before, input);
    for (const spell of spellsOf(input)) {
      const isThere = [...before.spells, ...added.filter((row) => row.personId === personId)].some(
        (held) => holds(held, spell),
      );
      if (!isThere) added.push(rowOf(personId, spell));
    }
  }
  await insertRows(tx, 'PersonCategory', added);
}

/** The same columns in the same order, so that one statement serves for all. */
const rowOf = (personId: number, { category, beganOn, endedOn, proof }: Spell) => ({
  personId,
  category,
  beganOn,
  endedOn,
  proof,
});

function spellsOf({ categories, graduatedOn }: NewPerson): Spell[] {
  const chosen = categories.map(({ category, beganOn, proof }) => ({
    category,
    beganOn,
    endedOn: null,
    proof,
  }));
  if (graduatedOn === null) return chosen;
  return [...chosen, { category: 'graduate', ...graduatePeriod(graduatedOn), proof: '' }];
}

/** Whether a category is held already on the day from which another spell of it is to begin. */
const holds = (held: Spell, spell: Spell): boolean =>
  held.category === spell.category &&
  held.beganOn <= spell.beganOn &&
  (held.endedOn === null || held.endedOn > spell.beganOn);

const heldOf = ({ spells }: KnownPerson, typed: NewPerson['categories'][number]) =>
  spells.find((held) => holds(held, Object.assign({ endedOn: null }, typed)));

/** What the register has otherwise. */
function contradictions(before: KnownPerson, input: NewPerson, fields: string): (Fault | false)[] {
  const graduate = before.spells.find(({ category }) => category === 'graduate');
  const day = before.graduatedOn ?? graduate?.beganOn ?? null;
  const isOtherDay = day !== null && input.graduatedOn !== null && day !== input.graduatedOn;
  return [
    isOtherDay && { field: `${fields}graduatedOn`, key: 'people.known.graduated' },
    input.categories.some((typed) => isOtherwise(before, typed)) && {
      field: `${fields}categories`,
      key: 'people.known.category',
    },
  ];
}

function isOtherwise(before: KnownPerson, typed: NewPerson['categories'][number]): boolean {
  const held = heldOf(before, typed);
  if (held) return typed.proof !== '' && held.proof !== '' && held.proof !== typed.proof;
  return before.spells.some(
    ({ category, beganOn }) => category === typed.category && beganOn > typed.beganOn,
  );
}

/** Fills in the graduation day and proof that the register lacks. */
async function fillIn(tx: Tx, before: KnownPerson, input: NewPerson): Promise<void> {
  const { graduatedOn } = input;
  if (graduatedOn !== null && before.graduatedOn === null)
    await changeRows(
      tx,
      sql`UPDATE "Person" SET "graduatedOn" = ${graduatedOn}, "version" = "version" + 1
        WHERE "id" = ${before.id}`,
    );
  for (const typed of input.categories) {
    const held = heldOf(before, typed);
    if (held && held.proof === '' && typed.proof !== '')
      await changeRows(
        tx,
        sql`UPDATE "PersonCategory" SET "proof" = ${typed.proof} WHERE "id" = ${held.id}`,
      );
  }
}
