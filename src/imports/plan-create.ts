import { type Day, endOfMonth, type Month, monthOf } from '../calendar/days.js';
import type { Fault } from '../language/refusal.js';
import { MOST_PEOPLE } from '../returns/headcount.js';
import type { NewVenture } from '../ventures/log-venture.js';
import { isOpen } from '../ventures/settle-venture.js';
import { profileFaults } from '../ventures/venture-profile.js';
import type { ColumnKey } from './columns.js';
import type { ListIndex } from './list-index.js';
import type { ParsedRow } from './parse-row.js';
import { planLease } from './plan-lease.js';
import { planVisit } from './plan-visit.js';
import type { CreateAct, Note, PlannedLease } from './planned.js';
import type { StoredSpace } from './register-facts.js';

/** What a list is brought into: a park on a day, and what becomes of headcounts. */
export type Ground = {
  park: {
    id: number;
    openedOn: Day;
    closedOn: Day | null;
    villageZh: string;
    islandZh: string;
  };
  /** Whether who brings the list in adds spaces to the park. */
  mayAddSpaces: boolean;
  today: Day;
  /** Of which month the headcounts are; null where they are not taken. */
  month: Month | null;
  /** Why the headcounts of that month cannot be filed, or null where they can. */
  monthShut: Note['key'] | null;
  /** Closed months that no reopening opens for the park, the earliest first. */
  shut: ReadonlySet<Month>;
};
export type Around = { ground: Ground; spaces: readonly StoredSpace[]; index: ListIndex };
/** @see Planned.backlogFrom */
export type ActPlan<Act> = { act: Act; notes: Note[]; backlogFrom?: Month } | { refused: Note[] };

/** The column that a field of a verb is read from. */
export const columnOf: Record<string, ColumnKey> = {
  name: 'name',
  legalForm: 'form',
  creditCode: 'code',
  creditCodeNote: 'code',
  phone: 'phone',
  registeredOn: 'registeredOn',
  founderName: 'founder',
  foundedOn: 'settledOn',
  beganOn: 'settledOn',
  spaceId: 'space',
  openedOn: 'leaseFrom',
  rentSource: 'rentSource',
  rent: 'rent',
  area: 'area',
  termLastOn: 'leaseTo',
  headcount: 'headcount',
  confirmed: 'headcount',
  month: 'headcount',
  another: 'name',
  madeOn: 'visitedOn',
  ventureIds: 'visitedOn',
  followUpOn: 'followUpOn',
};
export const noteOf = ({ field, key, values }: Fault): Note => {
  const column = columnOf[field] ?? '';
  return values ? { field: column, key, values } : { field: column, key };
};

/** What logs the venture of a row, settles it, lets it its space and files its headcount; or all that is wrong. */
export function planCreate(
  row: ParsedRow,
  another: string | null,
  around: Around,
): ActPlan<CreateAct> {
  const { ground, index } = around;
  const venture = newVentureOf(row, another, ground);
  const refused = profileFaults(venture, ground.today).filter(isFault).map(noteOf);
  const { name } = row;
  if (row.founders.length === 0 && row.visit !== null)
    return { refused: [{ field: 'name', key: 'imports.why.no-name', values: { name } }] };
  if (row.founders.length === 0) refused.push({ field: 'founder', key: 'ventures.founder-needed' });
  const { settledOn } = row;
  if (settledOn !== null) refused.push(...settlingFaults(settledOn, ground));
  else if (row.lease !== null || row.headcount !== null)
    refused.push({ field: 'settledOn', key: 'imports.why.settling-needed' });
  const notes: Note[] =
    settledOn === null ? [{ field: 'settledOn', key: 'imports.note.unsettled' }] : [];
  if (row.isIndustryGuess) notes.push(guessed(row));
  let lease: PlannedLease | null = null;
  if (row.lease !== null && settledOn !== null) {
    const plan = planLease(settledOn, { row: row.row, lease: row.lease }, around);
    if ('refused' in plan) refused.push(...plan.refused);
    else {
      lease = plan.lease;
      notes.push(...plan.notes);
    }
  }
  const { visit, notes: ofVisit } = planVisit(row, null, index);
  if (visit !== null && settledOn === null)
    refused.push({ field: 'settledOn', key: 'imports.why.settling-needed' });
  notes.push(...ofVisit);
  const people = headcountIn(row, settledOn, ground);
  if (people.fault) refused.push(people.fault);
  if (people.note) notes.push(people.note);
  if (refused.length > 0) return { refused };
  const { headcount } = people;
  const act: CreateAct = { kind: 'create', venture, settledOn, lease, headcount, visit };
  const month = settledOn === null ? undefined : firstShut(settledOn, ground);
  if (month === undefined) return { act, notes };
  notes.unshift({ field: 'settledOn', key: 'imports.note.backlog', values: { month } });
  return { act, notes, backlogFrom: month };
}

const isFault = (fault: Fault | false): fault is Fault => fault !== false;

const guessed = ({ industry }: ParsedRow): Note => ({
  field: 'industry',
  key: 'imports.note.industry',
  values: { industry },
});

function newVentureOf(row: ParsedRow, another: string | null, { park, today }: Ground): NewVenture {
  const implied = row.registeredOn ?? row.settledOn ?? today;
  const foundedOn = implied < today ? implied : today;
  const { name, form, code, industry, registeredOn, phone, categories, graduatedOn } = row;
  return {
    name,
    legalForm: form ?? 'team',
    creditCode: code,
    creditCodeNote: null,
    industry,
    trade: null,
    registeredOn,
    phone,
    about: '',
    isNamed: false,
    parkId: park.id,
    foundedOn,
    another,
    // The phone of a row is that of the first who is named.
    founders: row.founders.map((founder, place) => ({
      name: founder,
      phone: place === 0 ? phone : null,
      graduatedOn: place === 0 ? graduatedOn : null,
      categories:
        place === 0
          ? categories.map((category) => ({ category, beganOn: foundedOn, proof: '' }))
          : [],
    })),
  };
}

function settlingFaults(settledOn: Day, { park, today }: Ground): Note[] {
  if (settledOn > today) return [{ field: 'settledOn', key: 'calendar.in-future' }];
  if (!isOpen(park, settledOn)) return [{ field: 'settledOn', key: 'ventures.park-not-open' }];
  return [];
}

/** The first closed month that an arrival, or a lease, moves: it is there at the end of its month and of all after it. */
export const firstShut = (from: Day, { shut }: Ground): Month | undefined =>
  [...shut].find((month) => month >= monthOf(from));

/** The headcount that is filed; one that cannot be is left out, and said to be. */
export function headcountIn(
  { headcount }: ParsedRow,
  since: Day | null,
  { month, monthShut }: Ground,
): { headcount: number | null; note?: Note; fault?: Note } {
  if (headcount === null) return { headcount: null };
  const left = (key: Note['key']) => ({
    headcount: null,
    note: { field: 'headcount', key, values: { month: month ?? '' } } as Note,
  });
  if (headcount > MOST_PEOPLE)
    return {
      headcount: null,
      fault: { field: 'headcount', key: 'returns.number-range', values: { most: MOST_PEOPLE } },
    };
  if (month === null) return left('imports.note.headcount-no-month');
  if (monthShut !== null) return left(monthShut);
  if (since !== null && since > endOfMonth(month)) return left('imports.note.headcount-later');
  return { headcount };
}
