import { type Day, today } from '../../calendar/days.js';
import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { recordEvent } from '../../history/record.js';
import { Conflict, type Fault, refuseIf, refuseTogether } from '../../language/refusal.js';
import { closedAt } from '../../ledger/closed-at.js';
import { refuseUnless } from '../../people/acting-viewer.js';
import { type FounderCategory, graduatePeriod } from '../../people/categories.js';
import { isCurrentPerson } from '../../people/merged-people.js';
import { numbersInText, withoutNumbers } from '../../people/numbers-in-text.js';
import { canCorrectPerson } from '../../people/permissions.js';
import { homeParkId } from '../../people/whereabouts.js';
import { changedStretches, commonDays, type Spell } from './changed-spells.js';
import { refuseClosedSpells } from './refuse-closed-spells.js';
import { waiversOnCategories } from './rests-on-categories.js';

/** A category from a day to a day, with what proves it, and the row of the form that it stands in. */
export type CategoryEntry = {
  row: number;
  category: FounderCategory;
  beganOn: Day;
  endedOn: Day | null;
  proof: string;
};

export type CategoriesCorrection = {
  personId: number;
  /** The version that was seen. */
  version: number;
  graduatedOn: Day | null;
  /** All that the person has beside 毕业五年内, which follows from the graduation day. */
  categories: CategoryEntry[];
  /** Why it was otherwise all along. */
  reason: string;
};

/**
 * Corrects the graduation day of a person and the founder categories with their days (更正): it was otherwise all along, and
 * what is split by the categories of founders comes out so. One that changes nothing writes nothing.
 * @throws Forbidden; Conflict when somebody changed the person since; Refusal without a reason, for days that make no
 *   sense, a category twice on a day, with each waiver that rests on what it was, and for a closed month
 */
export async function correctCategories(
  tx: Tx,
  by: Actor,
  input: CategoriesCorrection,
): Promise<void> {
  const { personId, graduatedOn } = input;
  const reason = input.reason.trim();
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    include: {
      categories: { orderBy: [{ beganOn: 'asc' }, { id: 'asc' }] },
      roles: { include: { venture: { include: { residencies: true } } } },
    },
  });
  await refuseUnless(tx, by, (viewer) => canCorrectPerson(viewer, person));
  refuseIf([
    reason === '' && { field: 'reason', key: 'web.field.required' },
    ...faultsOf(input.categories, today(by.at)),
  ]);
  const before = person.categories.map(spellOf);
  const after = spellsAfter(input);
  const isSame = sortedText(before) === sortedText(after);
  if (isSame && graduatedOn === person.graduatedOn) return;
  refuseIf(
    await waiversOnCategories(
      tx,
      personId,
      { graduatedOn: person.graduatedOn, spells: before },
      { graduatedOn, spells: after },
    ),
  );
  await refuseTogether(
    changedFields(input, before, after).map(({ field, category }) => () => {
      const of = (spells: readonly StoredSpell[]) =>
        spells.filter((each) => each.category === category);
      const stretches = changedStretches(of(before), of(after));
      return closedAt(field, () => refuseClosedSpells(tx, by, personId, stretches));
    }),
  );
  const { count } = await tx.person.updateMany({
    where: { AND: [{ id: personId, version: input.version }, isCurrentPerson.where] },
    data: { graduatedOn, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict('record.changed-meanwhile');
  if (!isSame) {
    await tx.personCategory.deleteMany({ where: { personId } });
    await tx.personCategory.createMany({
      data: after.map((spell) => Object.assign({ personId }, spell)),
    });
    // Without its category a certificate proves nothing; a decided case keeps its own.
    await tx.certificate.deleteMany({
      where: {
        personId,
        neededFor: null,
        category: { notIn: after.map(({ category }) => category) },
      },
    });
  }
  const newest = person.roles.at(-1)?.venture;
  recordEvent(tx, by, {
    verb: 'person.corrected',
    subjectKind: 'person',
    subjectId: personId,
    ...(newest ? { ventureId: newest.id, parkId: homeParkId(newest) } : {}),
    reason,
    detail: {
      ...(graduatedOn === person.graduatedOn
        ? {}
        : { graduatedOn: [person.graduatedOn, graduatedOn] }),
      ...(isSame ? {} : { categories: [before.map(toTell), after.map(toTell)] }),
    },
  });
}

type StoredSpell = Omit<CategoryEntry, 'row' | 'category'> & { category: string };

const spellOf = ({ category, beganOn, endedOn, proof }: StoredSpell): StoredSpell => ({
  category,
  beganOn,
  endedOn,
  proof,
});

/** A spell as history tells of it. */
const toTell = (spell: StoredSpell): StoredSpell =>
  Object.assign({}, spell, { proof: withoutNumbers(spell.proof) });

const sortedText = (spells: readonly StoredSpell[]): string =>
  spells
    .map((spell) => JSON.stringify(spellOf(spell)))
    .sort()
    .join('\n');

/** What the person has, with 毕业五年内 as it follows from the graduation day. */
function spellsAfter({ categories, graduatedOn }: CategoriesCorrection): StoredSpell[] {
  const chosen = categories.map(spellOf);
  if (graduatedOn === null) return chosen;
  return [...chosen, { category: 'graduate', ...graduatePeriod(graduatedOn), proof: '' }];
}

/** Each category of which the days change, and the field of the form that changes them. */
function changedFields(
  { categories: entries }: CategoriesCorrection,
  before: readonly StoredSpell[],
  after: readonly StoredSpell[],
): { field: string; category: string }[] {
  const isIn = (spells: readonly Spell[], { category, beganOn, endedOn }: Spell) =>
    spells.some(
      (each) => each.category === category && each.beganOn === beganOn && each.endedOn === endedOn,
    );
  const fieldOf = (category: string): string => {
    if (category === 'graduate') return 'graduatedOn';
    const entry = entries.find((each) => each.category === category && !isIn(before, each));
    if (entry) {
      const isBegun = before.some(
        (each) => each.category === category && each.beganOn === entry.beganOn,
      );
      return `rows.${entry.row}.${isBegun ? 'lastOn' : 'beganOn'}`;
    }
    // Taken out of its row, which the form shows in the order of what is stored.
    const stored = before.filter((each) => each.category !== 'graduate');
    const row = stored.findIndex((each) => each.category === category && !isIn(after, each));
    return `rows.${row}.category`;
  };
  const categories = [...before, ...after].map(({ category }) => category);
  return [...new Set(categories)].map((category) => ({ category, field: fieldOf(category) }));
}

function faultsOf(entries: readonly CategoryEntry[], now: Day): (Fault | false)[] {
  return entries.flatMap((entry, index) => {
    const { row, category, beganOn, endedOn, proof } = entry;
    const earlier = entries.slice(0, index).filter((each) => each.category === category);
    const own = { from: beganOn, to: endedOn };
    const isTwice = earlier.some(
      (each) => commonDays(own, { from: each.beganOn, to: each.endedOn }) !== null,
    );
    return [
      numbersInText(proof).length > 0 && {
        field: `rows.${row}.proof`,
        key: 'people.number-in-proof',
      },
      beganOn > now && { field: `rows.${row}.beganOn`, key: 'calendar.in-future' },
      endedOn !== null &&
        endedOn <= beganOn && {
          field: `rows.${row}.lastOn`,
          key: 'ventures.last-before-begin',
          values: { day: { day: beganOn } },
        },
      isTwice && { field: `rows.${row}.category`, key: 'ventures.categories.twice' },
    ];
  });
}
