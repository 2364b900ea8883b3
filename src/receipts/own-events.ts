import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import type { Viewer } from '../people/viewer.js';
import type { EventRow } from '../trail/queries.js';
import { comesWithOthers } from './main-acts.js';

/** A form that was cut off and is sent again says what it did the first time; after this, history does. */
const FRESH_MS = 60 * 60 * 1000;

/** What one request recorded. @property others how often other acts were recorded with it, in the order of doing */
export type Recorded = { main: EventRow; count: number; others: { verb: string; count: number }[] };

/**
 * The events of an act by their numbers, as far as the viewer made them, just now; null where there are none. The
 * numbers come from a cookie: anybody can write others into it, and reads nothing of anybody else by that.
 */
export async function ownEvents(
  reads: Reads,
  viewer: Viewer,
  { ids, now }: { ids: number[]; now: Date },
): Promise<Recorded | null> {
  if (ids.length === 0) return null;
  const since = new Date(now.getTime() - FRESH_MS);
  const groups = await rowsOf<{ verb: string; count: number; first: number }>(
    reads,
    sql`SELECT "verb", COUNT(*) AS "count", MIN("id") AS "first" FROM "HistoryEvent"
      WHERE "id" IN ${listed(ids)} AND "actorId" = ${viewer.accountId} AND "at" >= ${since}
      GROUP BY "verb" ORDER BY "first"`,
  );
  const group = groups.find(({ verb }) => !comesWithOthers(verb)) ?? groups[0];
  if (!group) return null;
  const main = await reads.historyEvent.findUniqueOrThrow({ where: { id: group.first } });
  return { main, count: group.count, others: groups.filter((other) => other !== group) };
}
