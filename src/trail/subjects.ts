import type { Reads } from '../database/database.js';
import { day } from '../language/format.js';
import type { Lang } from '../language/words.js';
import { personHref } from '../people/kept-person.js';
import { peopleInScope, recordedVenturesInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import { visitsInScope } from '../visits/permissions.js';
import type { EventRow } from './queries.js';

/** What an event was done to: how it is called, and where it is shown to the viewer, if anywhere. */
export type Subject = { number: string; name: string; href: string | null };
type Found = Map<number, Subject>;

/** What some events were done to, by the event. The number of statements does not depend on that of the events. */
export async function subjectsOf(
  reads: Reads,
  viewer: Viewer,
  events: EventRow[],
  lang: Lang,
): Promise<(event: EventRow) => Subject | null> {
  const idsOf = (kind: string) => [
    ...new Set(events.filter((item) => item.subjectKind === kind).map((item) => item.subjectId)),
  ];
  const ventures = await findVentures(reads, viewer, events);
  const parks = await findParks(reads, events, lang);
  const others: Record<string, Found> = {
    space: await findSpaces(reads, idsOf('space')),
    person: await findPeople(reads, viewer, idsOf('person')),
    visit: await findVisits(reads, viewer, idsOf('visit'), lang),
    account: await findAccounts(reads, viewer, idsOf('account')),
    figure: await findFigures(reads, idsOf('figure')),
    policy: await findPolicies(reads, idsOf('policy')),
    'holiday-notice': await findHolidayNotices(reads, idsOf('holiday-notice')),
  };
  return (event) =>
    ventures.get(event.ventureId ?? 0) ??
    others[event.subjectKind]?.get(event.subjectId) ??
    parks.get(event.parkId ?? 0) ??
    null;
}

async function findVentures(reads: Reads, viewer: Viewer, events: EventRow[]): Promise<Found> {
  const ids = [...new Set(events.map(({ ventureId }) => ventureId))].filter((id) => id !== null);
  const rows = await reads.venture.findMany({
    where: { AND: [recordedVenturesInScope(viewer), { id: { in: ids } }] },
    select: { id: true, number: true, name: true },
  });
  return byId(rows, ({ number, name }) => ({ number, name, href: `/ventures/${number}` }));
}

async function findParks(reads: Reads, events: EventRow[], lang: Lang): Promise<Found> {
  const ids = [...new Set(events.map(({ parkId }) => parkId))].filter((id) => id !== null);
  const rows = await reads.park.findMany({ where: { id: { in: ids } } });
  return byId(rows, ({ number, nameZh, nameEn }) => ({
    number,
    name: lang === 'zh' ? nameZh : nameEn,
    href: `/parks/${number}`,
  }));
}

async function findSpaces(reads: Reads, ids: number[]): Promise<Found> {
  const rows = await reads.space.findMany({
    where: { id: { in: ids } },
    include: { park: { select: { number: true } } },
  });
  return byId(rows, ({ number, name, park }) => ({
    number,
    name,
    href: `/parks/${park.number}/spaces/${number}`,
  }));
}

async function findPeople(reads: Reads, viewer: Viewer, ids: number[]): Promise<Found> {
  const rows = await reads.person.findMany({
    where: { AND: [{ id: { in: ids } }, peopleInScope(viewer)] },
    select: { id: true, number: true, name: true },
  });
  return byId(rows, (person) => ({ ...person, href: personHref(person) }));
}

async function findVisits(reads: Reads, viewer: Viewer, ids: number[], lang: Lang): Promise<Found> {
  if (ids.length === 0) return new Map();
  const rows = await reads.visit.findMany({
    where: { AND: [{ id: { in: ids } }, visitsInScope(viewer)] },
    include: { park: { select: { number: true } } },
  });
  return byId(rows, ({ id, madeOn, park }) => ({
    number: park.number,
    name: day(madeOn, lang),
    href: `/visits/${id}`,
  }));
}

async function findAccounts(reads: Reads, viewer: Viewer, ids: number[]): Promise<Found> {
  const rows = await reads.account.findMany({ where: { id: { in: ids } } });
  const isKept = viewer.role === 'administrator' || viewer.role === 'auditor';
  return byId(rows, ({ id, username, name }) => ({
    number: username,
    name,
    href: isKept ? `/accounts/${id}` : null,
  }));
}

async function findFigures(reads: Reads, ids: number[]): Promise<Found> {
  const rows = await reads.publishedFigure.findMany({ where: { id: { in: ids } } });
  return byId(rows, ({ number }) => ({ number, name: '', href: `/figures/published/${number}` }));
}

/** A policy that only ever was a draft has no page of its own. */
async function findPolicies(reads: Reads, ids: number[]): Promise<Found> {
  if (ids.length === 0) return new Map();
  const rows = await reads.policy.findMany({
    where: { id: { in: ids } },
    include: {
      versions: { where: { putInForceAt: { not: null } }, select: { id: true }, take: 1 },
    },
  });
  return byId(rows, ({ code, versions }) => ({
    number: code,
    name: '',
    href: versions.length > 0 ? `/policies/${code}` : null,
  }));
}

async function findHolidayNotices(reads: Reads, ids: number[]): Promise<Found> {
  if (ids.length === 0) return new Map();
  const rows = await reads.holidayNotice.findMany({ where: { id: { in: ids } } });
  return byId(rows, ({ id, year, documentNumber }) => ({
    number: String(year),
    name: documentNumber,
    href: `/holidays/${id}`,
  }));
}

const byId = <Row extends { id: number }>(rows: Row[], of: (row: Row) => Subject): Found =>
  new Map(rows.map((row) => [row.id, of(row)]));
