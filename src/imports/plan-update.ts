import { type Month, monthOf } from '../calendar/days.js';
import { nameKey } from '../input/names.js';
import type { Fault } from '../language/refusal.js';
import { profileFaults } from '../ventures/venture-profile.js';
import type { ParsedRow } from './parse-row.js';
import { type ActPlan, type Around, firstShut, headcountIn, noteOf } from './plan-create.js';
import { planLease } from './plan-lease.js';
import { planVisit } from './plan-visit.js';
import type { Note, PlannedLease, ProfileChanges, UpdateAct } from './planned.js';
import type { StoredFounder, StoredVenture } from './register-facts.js';

/**
 * What brings a venture on record in line with a row: only what differs, and only what a list may change. What it may
 * not, a day of settling, a rent, a headcount that was filed, is left as it is and said.
 */
export function planUpdate(
  row: ParsedRow,
  venture: StoredVenture,
  around: Around,
): ActPlan<UpdateAct> {
  const { ground } = around;
  const notes: Note[] = [];
  const changes = profileChanges(row, venture, notes);
  const refused = profileFaults(Object.assign(profileOf(venture), changes), ground.today)
    .filter((fault): fault is Fault => fault !== false)
    .map(noteOf);
  const person = personChange(row, venture, notes, refused);
  lookAtSettling(row, venture, notes, refused);
  const lease = leaseOf(row, venture, around, notes, refused);
  const people = headcountOf(row, venture, around, notes);
  if (people.fault) refused.push(people.fault);
  if (refused.length > 0) return { refused };
  const { visit, notes: ofVisit } = planVisit(row, venture, around.index);
  notes.push(...ofVisit);
  const { id: ventureId, version, asideVersion } = venture;
  // So does a lease from a day before such a month ends.
  const leaseMonth = lease === null ? undefined : firstShut(lease.beganOn, ground);
  const act: UpdateAct = {
    kind: 'update',
    ventureId,
    version,
    changes,
    person,
    lease,
    headcount: people.headcount,
    asideVersion: people.headcount === null ? null : asideVersion,
    visit,
  };
  // A visit on a day of a closed month comes in through the backlog, as an arrival does.
  const visitMonth = visit && monthOf(visit.madeOn);
  const months: Month[] = [];
  if (visitMonth && ground.shut.has(visitMonth)) {
    const values = { month: visitMonth };
    notes.unshift({ field: 'visitedOn', key: 'imports.note.backlog-visit', values });
    months.push(visitMonth);
  }
  if (leaseMonth !== undefined) {
    const values = { month: leaseMonth };
    notes.unshift({ field: 'leaseFrom', key: 'imports.note.backlog', values });
    months.push(leaseMonth);
  }
  const [backlogFrom] = months.sort();
  return backlogFrom === undefined ? { act, notes } : { act, notes, backlogFrom };
}

/** Whether there is anything to do. */
export const isChange = (act: UpdateAct): boolean => changesRecord(act) || act.visit != null;

/** Whether it changes the venture itself, and not only logs a visit to it. */
export const changesRecord = ({ changes, person, lease, headcount }: UpdateAct): boolean =>
  Object.keys(changes).length > 0 || [person, lease, headcount].some((each) => each !== null);

const profileOf = ({ id: _, isNamed, ...venture }: StoredVenture) => {
  const { name, legalForm, creditCode, creditCodeNote, industry } = venture;
  const { trade, registeredOn, phone, about } = venture;
  const named = { name, legalForm, creditCode, creditCodeNote, industry };
  return Object.assign({ trade, registeredOn, phone, about, isNamed: isNamed === 1 }, named);
};

function profileChanges(row: ParsedRow, venture: StoredVenture, notes: Note[]): ProfileChanges {
  const changes: ProfileChanges = {};
  const note = (field: Note['field'], before: string | null, after: string) =>
    notes.push({ field, key: 'imports.change', values: { before: before ?? '—', after } });
  if (row.name !== venture.name) {
    changes.name = row.name;
    note('name', venture.name, row.name);
  }
  if (row.form !== null && row.form !== venture.legalForm) {
    changes.legalForm = row.form;
    notes.push({ field: 'form', key: 'imports.change-form', values: { form: row.form } });
  }
  if (row.code !== null && row.code !== venture.creditCode) {
    changes.creditCode = row.code;
    note('code', venture.creditCode, row.code);
  }
  if (row.phone !== null && row.phone !== venture.phone) {
    changes.phone = row.phone;
    note('phone', venture.phone, row.phone);
  }
  if (row.registeredOn !== null && row.registeredOn !== venture.registeredOn) {
    changes.registeredOn = row.registeredOn;
    note('registeredOn', venture.registeredOn, row.registeredOn);
  }
  return changes;
}

/** The founder whose phone the row gives anew; one who is not on record is nothing that a list decides. */
function personChange(
  { founders, phone }: ParsedRow,
  { founders: stored }: StoredVenture,
  notes: Note[],
  refused: Note[],
): UpdateAct['person'] {
  const own = (name: string): StoredFounder | undefined =>
    stored.find((founder) => nameKey(founder.name) === nameKey(name));
  const strange = founders.find((name) => !own(name));
  if (strange !== undefined) {
    const names = stored.map(({ name }) => name).join('、');
    refused.push({ field: 'founder', key: 'imports.why.other-founder', values: { names } });
    return null;
  }
  const first = founders[0] === undefined ? undefined : own(founders[0]);
  if (!first || phone === null || first.phone === phone) return null;
  if (first.hasAccount === 1) {
    refused.push({ field: 'phone', key: 'ventures.person.own-phone' });
    return null;
  }
  const { personId, version, name, phone: before } = first;
  const values = { name, before: before ?? '—', after: phone };
  notes.push({ field: 'phone', key: 'imports.change-founder-phone', values });
  return { personId, version, name, phone };
}

/** A list settles new ventures only: when one on record settled is put right on its own page. */
function lookAtSettling(
  { settledOn }: ParsedRow,
  { stays }: StoredVenture,
  notes: Note[],
  refused: Note[],
): void {
  if (settledOn === null) return;
  const open = stays.find(({ endedOn }) => endedOn === null);
  if (open) {
    if (open.beganOn !== settledOn)
      notes.push({
        field: 'settledOn',
        key: 'imports.note.settled',
        values: { day: open.beganOn },
      });
    return;
  }
  const key = stays.length > 0 ? 'imports.why.has-left' : 'imports.why.not-settled';
  refused.push({ field: 'settledOn', key });
}

function leaseOf(
  { row, lease: stated }: ParsedRow,
  { leases, stays }: StoredVenture,
  around: Around,
  notes: Note[],
  refused: Note[],
): PlannedLease | null {
  if (stated === null) return null;
  const { number: said, key } = stated.space;
  const meant = around.spaces.filter((space) =>
    said === null ? space.key === key : space.number === said,
  );
  const running = leases.find(({ spaceId }) => meant.some(({ id }) => id === spaceId));
  if (running) {
    if (stated.rent !== null && stated.rent !== running.rent)
      notes.push({ field: 'rent', key: 'imports.note.rent' });
    return null;
  }
  const since = stays.find(({ endedOn }) => endedOn === null)?.beganOn;
  if (since === undefined) {
    refused.push({ field: 'settledOn', key: 'imports.why.settling-needed' });
    return null;
  }
  const plan = planLease(since, { row, lease: stated }, around);
  if ('refused' in plan) {
    refused.push(...plan.refused);
    return null;
  }
  if (plan.lease !== null)
    notes.push({ field: 'space', key: 'imports.note.lets', values: { space: stated.space.shown } });
  notes.push(...plan.notes);
  return plan.lease;
}

function headcountOf(
  row: ParsedRow,
  { headcount: filed, stays }: StoredVenture,
  { ground }: Around,
  notes: Note[],
): { headcount: number | null; fault?: Note } {
  const { month } = ground;
  if (row.headcount !== null && filed !== null) {
    const values = { filed, month: month ?? '' };
    if (row.headcount !== filed)
      notes.push({ field: 'headcount', key: 'imports.note.headcount-filed', values });
    return { headcount: null };
  }
  const since = stays.find(({ endedOn }) => endedOn === null)?.beganOn ?? row.settledOn;
  const { note, ...people } = headcountIn(row, since, ground);
  if (note) notes.push(note);
  if (people.headcount !== null)
    notes.push({
      field: 'headcount',
      key: 'imports.note.files',
      values: { people: people.headcount },
    });
  return people;
}
