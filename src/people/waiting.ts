import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import type { Prisma } from '../database/generated/client.js';
import { Kept } from '../database/kept.js';
import { join, type Sql, sql } from '../database/sql.js';
import type { WaitingByPlace } from './navigation.js';
import type { Viewer } from './viewer.js';

/** What waits at a page of the menu, as a room counts it. */
export type WaitingSource = {
  href: string;
  /** All that the count is read from: when one of them changes, it is counted again. */
  tables: readonly Prisma.ModelName[];
  /** A value within another question; null where nothing ever waits there for the viewer. */
  count(reads: Reads, viewer: Viewer, now: Date): Promise<Sql | null>;
};

export type CountWaiting = (reads: Reads, viewer: Viewer, now: Date) => Promise<WaitingByPlace>;

const nothing: WaitingByPlace = new Map();

/** Counts what waits for a viewer, in one question for all pages, and only after something of it has changed. */
export function countWaiting(sources: readonly WaitingSource[]): CountWaiting {
  const tables = [...new Set(sources.flatMap((source) => source.tables))];
  const counts = new Kept<WaitingByPlace>(tables, 2000);
  return (reads, viewer, now) => {
    const { accountId, role, parkIds, personId } = viewer;
    const hour = Math.floor(now.getTime() / 3_600_000);
    const key = JSON.stringify([accountId, role, parkIds, personId, hour]);
    return counts.get(reads, key, () => count(sources, reads, viewer, now));
  };
}

async function count(
  sources: readonly WaitingSource[],
  reads: Reads,
  viewer: Viewer,
  now: Date,
): Promise<WaitingByPlace> {
  const values: Sql[] = [];
  const places: string[] = [];
  for (const source of sources) {
    const value = await source.count(reads, viewer, now);
    if (value === null) continue;
    values.push(sql`${value} AS ${sql([`"n${places.length}"`])}`);
    places.push(source.href);
  }
  if (values.length === 0) return nothing;
  const [row = {}] = await rowsOf<Record<string, number>>(reads, sql`SELECT ${join(values)}`);
  return new Map(places.map((href, at) => [href, Number(row[`n${at}`] ?? 0)]));
}
