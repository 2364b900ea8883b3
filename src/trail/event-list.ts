import type { Reads } from '../database/database.js';
import { join, type Sql, sql } from '../database/sql.js';
import type { EventRow } from './queries.js';
import type { Selection } from './selection.js';

export const eventsListed = 50;
const exportBatch = 1000;

type Place = { id: number; at: Date };
export type EventPage = {
  events: EventRow[];
  /** The events that the pages before and after this one go on from, or null where there is none. */
  newer: number | null;
  older: number | null;
};

/**
 * One page of the events of a selection, newest first. No event is counted and none is passed over: a page goes on
 * from an event of the one before, however far back that lies.
 */
export async function listEvents(
  reads: Reads,
  selection: Selection,
  { before, after }: { before: number | null; after: number | null },
): Promise<EventPage> {
  const backwards = after !== null;
  const from = await placeOf(reads, after ?? before);
  const ids = await idsFrom(reads, selection, { from, backwards, limit: eventsListed + 1 });
  const hasMore = ids.length > eventsListed;
  const shown = ids.slice(0, eventsListed);
  const events = await eventsOf(reads, backwards ? shown.reverse() : shown);
  const [first, last] = [events[0]?.id ?? null, events.at(-1)?.id ?? null];
  return {
    events,
    newer: (backwards ? hasMore : from !== null) ? first : null,
    older: (backwards ? from !== null : hasMore) ? last : null,
  };
}

/** All events of a selection, newest first, a batch at a time: what is recorded meanwhile is newer than the first. */
export async function* everyEvent(reads: Reads, selection: Selection): AsyncGenerator<EventRow[]> {
  for (let from: Place | null = null; ; ) {
    const ids = await idsFrom(reads, selection, { from, backwards: false, limit: exportBatch });
    if (ids.length === 0) return;
    const events: EventRow[] = await eventsOf(reads, ids);
    yield events;
    from = events.at(-1) ?? null;
  }
}

/** How many events a selection holds. */
export async function countEvents(
  reads: Reads,
  { conditions, period, scope }: Selection,
): Promise<number> {
  const all = join([period, scope, ...conditions.map(({ narrows }) => narrows)], ' AND ');
  const [row] = await reads.$queryRaw<{ count: number | bigint }[]>`
    SELECT COUNT(*) AS "count" FROM "HistoryEvent" WHERE ${all}`;
  return Number(row?.count ?? 0);
}

/** An event that is not there stands for the beginning. */
async function placeOf(reads: Reads, id: number | null): Promise<Place | null> {
  if (id === null) return null;
  return reads.historyEvent.findUnique({ where: { id }, select: { id: true, at: true } });
}

type Walk = { from: Place | null; backwards: boolean; limit: number };

async function idsFrom(reads: Reads, selection: Selection, walk: Walk): Promise<number[]> {
  const statement = idsStatement(selection, walk);
  if (statement === null) return [];
  const rows = await reads.$queryRaw<{ id: number | bigint }[]>(statement);
  return rows.map((row) => Number(row.id));
}

/**
 * The first condition is asked one value at a time, each by its index in the order of the list, and the few first
 * of each are put in order; so no more is read than what is shown. Null where nothing can match.
 */
export function idsStatement(
  { conditions, period, scope }: Selection,
  { from, backwards, limit }: Walk,
): Sql | null {
  const [first, ...others] = conditions;
  const each = first ? first.each : [sql`TRUE`];
  if (each.length === 0) return null;
  const way = backwards ? sql`ASC` : sql`DESC`;
  const order = sql`ORDER BY "at" ${way}, "id" ${way} LIMIT ${limit}`;
  const place = from === null ? sql`TRUE` : beyond(from, backwards);
  const narrowing = join([period, place, scope, ...others.map(({ narrows }) => narrows)], ' AND ');
  const parts = each.map(
    (item) => sql`SELECT * FROM (SELECT "id", "at" FROM "HistoryEvent"
      WHERE ${item} AND ${narrowing} ${order}) AS "part"`,
  );
  return sql`SELECT "id" FROM (${join(parts, ' UNION ALL ')}) AS "all" ${order}`;
}

const beyond = ({ at, id }: Place, backwards: boolean): Sql =>
  backwards ? sql`("at", "id") > (${at}, ${id})` : sql`("at", "id") < (${at}, ${id})`;

/** The events of some ids, in that order. */
async function eventsOf(reads: Reads, ids: number[]): Promise<EventRow[]> {
  const rows = await reads.historyEvent.findMany({ where: { id: { in: ids } } });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => rowOf.get(id) ?? []);
}
