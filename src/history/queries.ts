import type { Reads } from '../database/database.js';
import type { Lang } from '../language/words.js';
import type { Names } from './fields.js';

export const eventsOnAPage = 50;

/** Whose history: a venture's, or a park's with that of the ventures in it. */
export type Subject = { ventureId: number } | { parkId: number };

export type EventRow = {
  id: number;
  at: Date;
  actorId: number | null;
  verb: string;
  ventureId: number | null;
  reason: string;
  detail: unknown;
};

/** The newest events of a subject. */
export const latestEvents = (reads: Reads, subject: Subject, take: number): Promise<EventRow[]> =>
  reads.historyEvent.findMany({ where: subject, orderBy: { id: 'desc' }, take });

/** One page of a subject's events, newest first, and how many there are; beyond the last page stands the last. */
export async function eventsOf(
  reads: Reads,
  subject: Subject,
  page: number,
): Promise<{ events: EventRow[]; total: number }> {
  const total = await reads.historyEvent.count({ where: subject });
  const last = Math.max(1, Math.ceil(total / eventsOnAPage));
  const events = await reads.historyEvent.findMany({
    where: subject,
    orderBy: { id: 'desc' },
    skip: (Math.min(page, last) - 1) * eventsOnAPage,
    take: eventsOnAPage,
  });
  return { events, total };
}

/** The names of what some events speak of. */
export async function namesFor(reads: Reads, events: EventRow[], lang: Lang): Promise<Names> {
  const actorIds = events.map((event) => event.actorId).filter((id) => id !== null);
  const spaceIds = events.map(({ detail }) => (detail as { spaceId?: number }).spaceId);
  const accounts = await reads.account.findMany({ where: { id: { in: [...new Set(actorIds)] } } });
  const parks = await reads.park.findMany();
  const spaces = await reads.space.findMany({
    where: { id: { in: [...new Set(spaceIds)].filter((id) => id !== undefined) } },
  });
  return {
    accounts: new Map(accounts.map(({ id, name }) => [id, name])),
    parks: new Map(parks.map((park) => [park.id, lang === 'zh' ? park.nameZh : park.nameEn])),
    spaces: new Map(spaces.map((space) => [space.id, `${space.number} ${space.name}`])),
  };
}
