import type { Reads } from '../database/database.js';
import { month } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { canReadTotals } from '../ledger/seen-scope.js';
import { applicationsInScope, waiversInScope } from '../people/case-scope.js';
import { personHref } from '../people/kept-person.js';
import { canSeePrivate } from '../people/permissions.js';
import {
  parksInScope,
  peopleInScope,
  recordedVenturesInScope,
  venturesInScope,
} from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import type { Whereabouts } from '../people/whereabouts.js';
import { readsMonth, readsOfPark } from '../ventures/own-time.js';
import { canSeePhones } from '../ventures/permissions.js';
import { presentVisit, visitHref } from '../visits/present.js';
import { findVisit } from '../visits/queries.js';
import { canReadAccountHistory, seesEveryPhone } from './permissions.js';

/** A record whose history is read: how it is called, where it is shown, and what its events are. */
export type RecordOfHistory = {
  name: string;
  /** The page that it stands on, or null where it has none of its own for the viewer. */
  href: string | null;
  /** The ids of the subject; a move, which begins one stay, also ends the one before. */
  subjectIds: number[];
  showsPhones: boolean;
  /** The kinds of act that the viewer is not told of. */
  hides?: string[];
};

type Find = (
  reads: Reads,
  viewer: Viewer,
  id: number,
  voice: Voice,
) => Promise<RecordOfHistory | null>;

const withStays = { include: { residencies: true } } as const;
type Tenant = Whereabouts & { number: string; name: string };

const ofVenture = (viewer: Viewer, venture: Tenant) => ({
  href: `/ventures/${venture.number}`,
  showsPhones: canSeePhones(viewer, venture),
});
const called = ({ number, name }: { number: string; name: string }) => `${number} ${name}`;

const residency: Find = async (reads, viewer, id, { say }) => {
  const stay = await reads.residency.findFirst({
    where: { id, venture: venturesInScope(viewer) },
    include: { venture: withStays },
  });
  if (!stay || !readsOfPark(viewer, stay.venture, stay.parkId)) return null;
  const { venture, endedOn } = stay;
  const next = venture.residencies.find(({ beganOn }) => beganOn === endedOn);
  return {
    name: say('history.record.residency', { number: venture.number, name: venture.name }),
    subjectIds: next && stay.endReason === 'moved' ? [id, next.id] : [id],
    ...ofVenture(viewer, venture),
  };
};

const tenancy: Find = async (reads, viewer, id, { say }) => {
  const tenancy = await reads.tenancy.findFirst({
    where: { id, venture: venturesInScope(viewer) },
    include: { space: true, venture: withStays },
  });
  if (!tenancy || !readsOfPark(viewer, tenancy.venture, tenancy.space.parkId)) return null;
  return {
    name: `${called(tenancy.venture)} · ${say('history.record.tenancy', { space: called(tenancy.space) })}`,
    subjectIds: [id],
    ...ofVenture(viewer, tenancy.venture),
  };
};

const jobsReturn: Find = async (reads, viewer, id, { say, lang }) => {
  const filed = await reads.jobsReturn.findFirst({
    where: { id, venture: venturesInScope(viewer) },
    include: { venture: withStays },
  });
  if (!filed || !readsMonth(viewer, filed.venture, filed.month)) return null;
  const { href, showsPhones } = ofVenture(viewer, filed.venture);
  const of = say('history.record.jobs-return', { month: month(filed.month, lang) });
  return {
    name: `${called(filed.venture)} · ${of}`,
    href: `${href}/returns/${filed.month}`,
    subjectIds: [id],
    showsPhones,
  };
};

const monthlyReturn: Find = async (reads, viewer, id, { say, lang }) => {
  const found = await reads.monthlyReturn.findFirst({
    where: { id, park: parksInScope(viewer) },
    include: { park: true },
  });
  if (!found) return null;
  const { park } = found;
  const name = lang === 'zh' ? park.nameZh : park.nameEn;
  const of = say('history.record.jobs-return', { month: month(found.month, lang) });
  return {
    name: `${park.number} ${name} · ${of}`,
    href: `/returns/${found.month}/${park.number}`,
    subjectIds: [id],
    showsPhones: false,
  };
};

/** A closed month: who closed it, and every reopening. */
const closedMonth: Find = async (reads, viewer, id, { lang }) => {
  if (!canReadTotals(viewer)) return null;
  const text = `${String(id).slice(0, 4)}-${String(id).slice(4)}`;
  const closed = await reads.closedMonth.findUnique({ where: { month: text } });
  return (
    closed && {
      name: month(text, lang),
      href: `/returns/${text}/closing`,
      subjectIds: [id],
      showsPhones: false,
    }
  );
};

const space: Find = async (reads, viewer, id) => {
  const found = await reads.space.findFirst({
    where: { id, park: parksInScope(viewer) },
    include: { park: true },
  });
  const showsPhones = seesEveryPhone(viewer);
  return (
    found && {
      name: called(found),
      href: `/parks/${found.park.number}/spaces/${found.number}`,
      subjectIds: [id],
      showsPhones,
    }
  );
};

const visit: Find = async (reads, viewer, id, { say, lang }) => {
  const found = await findVisit(reads, viewer, id);
  if (!found) return null;
  const { title } = presentVisit(found, { say, lang });
  return { name: title, href: visitHref(found), subjectIds: [id], showsPhones: false };
};

/** Consents, identity numbers and proof are told only to whom the person's page shows them. */
const aboutPrivate = ['consent', 'identity', 'certificate', 'proof'];

const person: Find = async (reads, viewer, id) => {
  const found = await reads.person.findFirst({
    where: { AND: [{ id }, peopleInScope(viewer)] },
    include: { roles: { include: { venture: withStays } } },
  });
  return (
    found && {
      name: called(found),
      href: personHref(found),
      subjectIds: [id],
      showsPhones: seesEveryPhone(viewer),
      hides: canSeePrivate(viewer, found) ? [] : aboutPrivate,
    }
  );
};

/** What is said between reviewers is told to nobody else; nor who objected, to the one objected to. */
const application: Find = async (reads, viewer, id, { say }) => {
  const found = await reads.waiverApplication.findFirst({
    where: { AND: [{ id }, applicationsInScope(viewer)] },
  });
  if (!found) return null;
  const name = say('history.record.application', { number: found.number });
  return { name, href: `/waivers/${found.number}`, subjectIds: [id], showsPhones: false };
};

const waiver: Find = async (reads, viewer, id, { say }) => {
  const found = await reads.waiver.findFirst({
    where: { AND: [{ id }, waiversInScope(viewer)] },
    include: { application: { select: { number: true } } },
  });
  if (!found) return null;
  const name = say('history.record.waiver', { number: found.number });
  const href = `/waivers/${found.application.number}`;
  return { name, href, subjectIds: [id], showsPhones: false };
};

const account: Find = async (reads, viewer, id, { say }) => {
  if (!canReadAccountHistory(viewer)) return null;
  const found = await reads.account.findUnique({ where: { id } });
  if (!found) return null;
  const name = say('history.record.account', { username: found.username });
  const href = viewer.role === 'bureau-staff' ? null : `/accounts/${id}`;
  return { name, href, subjectIds: [id], showsPhones: true };
};

/** How a record of each kind is found by its id: null where there is none or the viewer does not see it. */
export const findRecord: Record<string, Find> = {
  residency,
  tenancy,
  'jobs-return': jobsReturn,
  'monthly-return': monthlyReturn,
  month: closedMonth,
  space,
  visit,
  person,
  account,
  application,
  waiver,
};

/** The page that says which other record of the same person a record went into, to who sees that one alone; else null. */
async function wentInto(reads: Reads, viewer: Viewer, id: number): Promise<string | null> {
  const merge = await reads.personMerge.findFirst({
    where: { undoneAt: null, loserId: id, survivor: peopleInScope(viewer) },
    select: { loser: { select: { number: true } } },
  });
  if (merge === null) return null;
  const isSeen =
    (await reads.person.count({ where: { AND: [{ id }, peopleInScope(viewer)] } })) > 0;
  return isSeen ? null : personHref(merge.loser);
}

/** The address of the history of what has a public number: it stands under the record's own. */
export async function numberedHistory(
  reads: Reads,
  viewer: Viewer,
  kind: string,
  id: number,
): Promise<string | null> {
  const select = { number: true } as const;
  if (kind === 'venture') {
    const where = { AND: [{ id }, recordedVenturesInScope(viewer)] };
    const venture = await reads.venture.findFirst({ where, select });
    return venture && `/ventures/${venture.number}/history`;
  }
  if (kind === 'person') return wentInto(reads, viewer, id);
  if (kind !== 'park') return null;
  const park = await reads.park.findFirst({
    where: { AND: [{ id }, parksInScope(viewer)] },
    select,
  });
  return park && `/parks/${park.number}/history`;
}
