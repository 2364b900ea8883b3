import type { Day } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import type { Fault } from '../../language/refusal.js';
import { waiversOnCategories } from '../../ventures/categories/rests-on-categories.js';
import { countingWaivers } from '../../ventures/counting-waivers.js';
import { documentsOf, haveOtherCertificates, type PeopleRecords } from './stored-people.js';

/** What has to be undone or put right before two records of one person are merged, each named. */
export async function peopleObstacles(
  reads: Reads,
  ownId: number,
  { before, after }: { before: PeopleRecords; after: PeopleRecords },
): Promise<Fault[]> {
  const ids = before.Person.map(({ id }) => id);
  const active = before.Account.filter(({ isActive }) => isActive === 1);
  const marks = new Set((await documentsOf(reads, ids)).map(({ mark }) => mark));
  const faults: Fault[] = [];
  if (active.length > 1) faults.push({ field: '', key: 'persons.merge.two-accounts' });
  if (marks.size > 1) faults.push({ field: '', key: 'persons.merge.two-documents' });
  if (await haveOtherCertificates(reads, ids))
    faults.push({ field: '', key: 'persons.merge.two-certificates' });
  return [
    ...faults,
    ...(await waivedTwice(reads, ids)),
    ...(await restingOnCategories(reads, ownId, before, after)),
  ];
}

type Term = { number: string; beganOn: Day; endedOn: Day | null; termEndOn: Day; personId: number };

/** Waivers of both for the same days: a person has one benefit for rent at a time. */
async function waivedTwice(reads: Reads, ids: number[]): Promise<Fault[]> {
  const waivers: Term[] = await countingWaivers(reads, { personId: { in: ids } });
  const until = ({ endedOn, termEndOn }: Term): Day => endedOn ?? termEndOn;
  return waivers.flatMap((one, at) =>
    waivers
      .slice(at + 1)
      .filter((other) => other.personId !== one.personId)
      .filter((other) => one.beganOn < until(other) && other.beganOn < until(one))
      .map((other) => ({
        field: '',
        key: 'persons.merge.waived-twice' as const,
        values: { own: one.number, other: other.number },
      })),
  );
}

/** Waivers that were granted on a category or a graduation day that the merged person would not have. */
async function restingOnCategories(
  reads: Reads,
  ownId: number,
  before: PeopleRecords,
  after: PeopleRecords,
): Promise<Fault[]> {
  const standing = ({ Person, PersonCategory }: PeopleRecords, id: number) => ({
    graduatedOn: Person.find((row) => row.id === id)?.graduatedOn ?? null,
    spells: PersonCategory.filter(({ personId }) => personId === id),
  });
  const faults: Fault[] = [];
  for (const { id } of before.Person)
    faults.push(
      ...(await waiversOnCategories(reads, id, standing(before, id), standing(after, ownId))),
    );
  return faults;
}
