import type { Reads } from '../../database/database.js';
import { day, number } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import type { FounderCategory, PersonRoleName } from '../../people/categories.js';
import { period } from '../../ventures/present-records.js';
import { categoryText } from '../present-person.js';
import type { FounderChange } from './changed-founders.js';
import { fromField } from './people-merge-forms.js';
import { personFields } from './plan-people-merge.js';
import type { PeopleRecords, PersonRow } from './stored-people.js';

/** The details of both beside each other; where they differ, one is chosen. */
export function detailLines(before: PeopleRecords, ownId: number, { say, lang }: Voice) {
  const own = before.Person.find(({ id }) => id === ownId) as PersonRow;
  const other = before.Person.find(({ id }) => id !== ownId) as PersonRow;
  const labels = {
    name: say('persons.field.name'),
    phone: say('people.person.phone'),
    graduatedOn: say('people.person.graduated'),
  };
  return personFields.map((field) => {
    const textOf = (row: PersonRow): string => {
      const value = row[field];
      if (value === null || value === '') return '—';
      return field === 'graduatedOn' ? day(value, lang) : value;
    };
    const [ownText, otherText] = [textOf(own), textOf(other)];
    return {
      field: fromField(field),
      label: labels[field],
      own: ownText,
      other: otherText,
      differs: ownText !== otherText,
    };
  });
}

/** What hangs on each: roles, categories, account and document, and how many of everything else. */
export async function hangingOnPeople(
  reads: Reads,
  before: PeopleRecords,
  ownId: number,
  voice: Voice,
) {
  const { say, lang } = voice;
  const roles = await roleTexts(reads, before, voice);
  const documents = await documentTexts(reads, before, voice);
  const isOwn = ({ personId }: { personId: number | null }) => personId === ownId;
  const line = (label: string, of: (own: boolean) => string[]) => ({
    label,
    own: of(true),
    other: of(false),
  });
  const many = (rows: readonly { personId: number | null }[]) => (own: boolean) => [
    number(rows.filter((row) => isOwn(row) === own).length, lang),
  ];
  return [
    line(say('persons.merge.roles'), (own) =>
      roles.filter((row) => isOwn(row) === own).map(({ text }) => text),
    ),
    line(say('people.person.categories'), (own) =>
      before.PersonCategory.filter((row) => isOwn(row) === own).map((row) =>
        categoryText(row, voice),
      ),
    ),
    line(say('persons.merge.account'), (own) =>
      before.Account.filter((row) => isOwn(row) === own).map(({ isActive }) =>
        say(isActive === 1 ? 'persons.merge.account-active' : 'persons.merge.account-closed'),
      ),
    ),
    line(say('persons.merge.identity'), (own) =>
      documents.filter((row) => isOwn(row) === own).map(({ text }) => text),
    ),
    line(say('persons.merge.consents'), many(before.Consent)),
    line(
      say('persons.merge.proofs'),
      many(before.ProofFile.filter(({ removedAt }) => removedAt === null)),
    ),
    line(say('persons.merge.messages'), many(before.OutboxMessage)),
    line(say('persons.merge.cases'), many(before.WaiverApplication)),
    line(say('persons.merge.waivers'), many(before.Waiver)),
  ];
}

async function roleTexts(reads: Reads, { PersonRole }: PeopleRecords, voice: Voice) {
  const ventures = await venturesOf(
    reads,
    PersonRole.map(({ ventureId }) => ventureId),
  );
  return PersonRole.map(({ personId, ventureId, role, beganOn, endedOn }) => {
    const name = voice.say(`ventures.person-role.${role as PersonRoleName}`);
    const days = period(beganOn, endedOn, voice);
    return { personId, text: `${ventures.get(ventureId) ?? ''} ${name} ${days}` };
  });
}

async function documentTexts(reads: Reads, { Identity }: PeopleRecords, { say }: Voice) {
  const rows = await reads.identity.findMany({
    where: { personId: { in: Identity.map(({ personId }) => personId) } },
    select: { personId: true, kind: true, masked: true },
  });
  return rows.map((row) => ({
    personId: row.personId,
    text: `${say(`identities.kind.${row.kind as 'resident'}`)} ${row.masked}`,
  }));
}

async function venturesOf(reads: Reads, ids: number[]): Promise<Map<number, string>> {
  const rows = await reads.venture.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, `${row.number} ${row.name}`]));
}

/** What changes of the totals by founders' categories, a line for each venture, category and stretch of days. */
export async function movedLines(
  reads: Reads,
  changes: readonly FounderChange[],
  voice: Voice,
): Promise<string[]> {
  const { say } = voice;
  const ventures = await venturesOf(
    reads,
    changes.map(({ ventureId }) => ventureId),
  );
  return changes.map(({ ventureId, category, from, to, hasNow }) => {
    const line = say('persons.merge.moved-line', {
      venture: ventures.get(ventureId) ?? '',
      category: say(`ventures.category.${category as FounderCategory}`),
      period: period(from, to, voice),
    });
    return say(hasNow ? 'persons.merge.moved-now' : 'persons.merge.moved-no-more', { line });
  });
}
