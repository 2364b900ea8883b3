import type { Reads } from '../database/database.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import type { Viewer } from '../people/viewer.js';
import { eventsInScope } from './scope.js';

export const eventsOnAPage = 50;

/** Whose history: a venture's, or a park's with that of the ventures in it. */
export type Subject = { ventureId: number } | { parkId: number };

export type EventRow = {
  id: number;
  at: Date;
  actorId: number | null;
  verb: string;
  subjectKind: string;
  subjectId: number;
  ventureId: number | null;
  parkId: number | null;
  reason: string;
  detail: unknown;
};

/** A move stands in the history of both parks. */
const about = (subject: Subject): Sql =>
  'parkId' in subject
    ? sql`("parkId" = ${subject.parkId} OR "fromParkId" = ${subject.parkId})`
    : sql`"ventureId" = ${subject.ventureId}`;

/** The newest events of a subject that the viewer reads. */
export const latestEvents = (
  reads: Reads,
  viewer: Viewer,
  subject: Subject,
  take: number,
): Promise<EventRow[]> => newest(reads, viewer, about(subject), { take, skip: 0 });

/** One page of a subject's events, newest first, and how many there are; beyond the last page stands the last. */
export async function eventsOf(
  reads: Reads,
  viewer: Viewer,
  subject: Subject,
  page: number,
): Promise<{ events: EventRow[]; total: number }> {
  const [row] = await reads.$queryRaw<{ count: number | bigint }[]>`
    SELECT COUNT(*) AS "count" FROM "HistoryEvent" WHERE ${about(subject)} AND ${eventsInScope(viewer)}`;
  const total = Number(row?.count ?? 0);
  const last = Math.max(1, Math.ceil(total / eventsOnAPage));
  const skip = (Math.min(page, last) - 1) * eventsOnAPage;
  const events = await newest(reads, viewer, about(subject), { take: eventsOnAPage, skip });
  return { events, total };
}

/** More than this of one record are not shown; hardly a record has ten. */
const mostOfARecord = 500;

/**
 * What was done to one record, newest first. Its own id comes first among the subjects; of the others,
 * only the move that ended it.
 */
export async function eventsOfRecord(
  reads: Reads,
  viewer: Viewer,
  subjectKind: string,
  subjectIds: number[],
): Promise<EventRow[]> {
  const isOfIt = sql`"subjectKind" = ${subjectKind} AND "subjectId" IN ${listed(subjectIds)}`;
  const events = await newest(reads, viewer, isOfIt, { take: mostOfARecord, skip: 0 });
  const [own] = subjectIds;
  return events.filter(({ subjectId, verb }) => subjectId === own || verb === 'residency.moved');
}

type RawEvent = Omit<EventRow, 'at'> & { at: Date | string };

async function newest(
  reads: Reads,
  viewer: Viewer,
  which: Sql,
  { take, skip }: { take: number; skip: number },
): Promise<EventRow[]> {
  const rows = await reads.$queryRaw<RawEvent[]>`
    SELECT "id", "at", "actorId", "verb", "subjectKind", "subjectId", "ventureId", "parkId", "reason", "detail"
    FROM "HistoryEvent" WHERE ${which} AND ${eventsInScope(viewer)}
    ORDER BY "at" DESC, "id" DESC LIMIT ${take} OFFSET ${skip}`;
  return rows.map(fromRaw);
}

/** A question in SQL gives numbers, times and JSON as the driver does. */
const fromRaw = (row: RawEvent): EventRow => ({
  id: Number(row.id),
  at: new Date(row.at),
  actorId: numberOr(row.actorId),
  verb: row.verb,
  subjectKind: row.subjectKind,
  subjectId: Number(row.subjectId),
  ventureId: numberOr(row.ventureId),
  parkId: numberOr(row.parkId),
  reason: row.reason,
  detail: typeof row.detail === 'string' ? JSON.parse(row.detail) : row.detail,
});

const numberOr = (value: number | null): number | null => (value === null ? null : Number(value));
