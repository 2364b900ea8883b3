import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';

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

const newestFirst: Prisma.HistoryEventOrderByWithRelationInput[] = [{ at: 'desc' }, { id: 'desc' }];

/** A move stands in the history of both parks. */
const about = (subject: Subject): Prisma.HistoryEventWhereInput =>
  'parkId' in subject ? { OR: [subject, { fromParkId: subject.parkId }] } : subject;

/** The newest events of a subject. */
export const latestEvents = (reads: Reads, subject: Subject, take: number): Promise<EventRow[]> =>
  reads.historyEvent.findMany({ where: about(subject), orderBy: newestFirst, take });

/** One page of a subject's events, newest first, and how many there are; beyond the last page stands the last. */
export async function eventsOf(
  reads: Reads,
  subject: Subject,
  page: number,
): Promise<{ events: EventRow[]; total: number }> {
  const total = await reads.historyEvent.count({ where: about(subject) });
  const last = Math.max(1, Math.ceil(total / eventsOnAPage));
  const events = await reads.historyEvent.findMany({
    where: about(subject),
    orderBy: newestFirst,
    skip: (Math.min(page, last) - 1) * eventsOnAPage,
    take: eventsOnAPage,
  });
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
  subjectKind: string,
  subjectIds: number[],
): Promise<EventRow[]> {
  const events = await reads.historyEvent.findMany({
    where: { subjectKind, subjectId: { in: subjectIds } },
    orderBy: newestFirst,
    take: mostOfARecord,
  });
  const [own] = subjectIds;
  return events.filter(({ subjectId, verb }) => subjectId === own || verb === 'residency.moved');
}
