import { type Day, monthOf } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { join, type Sql, sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import {
  linesOf,
  type ResidencyRecord,
  type ReturnRecord,
  type VentureRecords,
} from './lines-of.js';
import type { Line, Measure } from './measures.js';
import { type Posting, postEntries } from './post-entries.js';

/** The measures that a venture's records make. */
const OF_VENTURES: Measure[] = ['ventures', 'jobs', 'returns'];

type LiveEntry = Line & { position: number };

/**
 * Brings the ledger in line with the records of ventures from a day on, after a verb has changed them:
 * entries that the records no longer make are reversed, missing ones are added, nothing else is touched.
 * Records before that day must not have changed; '' looks at everything.
 */
export async function restateVentures(
  tx: Tx,
  by: Actor,
  ventureIds: number[],
  from: Day,
): Promise<void> {
  const [records, live] = await Promise.all([
    recordsOf(tx, ventureIds, from),
    liveEntries(tx, ventureIds, from),
  ]);
  await postEntries(tx, by, difference(live, records.flatMap(linesOf)));
}

/** Reversals of what is no longer wanted, then what is wanted and not yet there, each in the order of days. */
export function difference(live: LiveEntry[], wanted: Line[]): Posting[] {
  const standing = new Map<string, LiveEntry>();
  for (const entry of live) standing.set(keyOf(entry), entry);
  const added: Posting[] = [];
  for (const line of wanted) {
    if (!standing.delete(keyOf(line))) added.push(line);
  }
  const reversed = [...standing.values()].map(({ position, ...line }) => ({
    ...line,
    amount: -line.amount,
    reverses: position,
  }));
  return [
    ...reversed,
    ...added.sort((a, b) =>
      a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0,
    ),
  ];
}

const keyOf = (line: Line): string =>
  [
    line.measure,
    line.ventureId,
    line.parkId,
    line.effectiveOn,
    line.amount,
    line.causeKind,
    line.causeId,
  ].join(' ');

/** Entries from the day on that have not been taken back. */
async function liveEntries(reads: Reads, ventureIds: number[], from: Day): Promise<LiveEntry[]> {
  const entries = await rowsOf<LiveEntry & { reverses: number | null }>(
    reads,
    sql`SELECT "position", "effectiveOn", "measure", "parkId", "ventureId", "amount", "causeKind", "causeId", "reverses"
      FROM "LedgerEntry" WHERE ${among(ventureIds)} AND "measure" IN (${join(OF_VENTURES)})
      AND "effectiveOn" >= ${from} ORDER BY "position"`,
  );
  const taken = new Set(entries.map((entry) => entry.reverses));
  return entries
    .filter((entry) => entry.reverses === null && !taken.has(entry.position))
    .map(({ reverses: _, ...entry }) => ({ ...entry, amount: Number(entry.amount) }));
}

/** What the records say of each venture from the day on, and the level that the ledger had before it. */
export async function recordsOf(
  reads: Reads,
  ventureIds: number[],
  from: Day,
): Promise<VentureRecords[]> {
  const [residencies, returns, levelOf] = await Promise.all([
    rowsOf<ResidencyRecord & { ventureId: number }>(
      reads,
      sql`SELECT "id", "ventureId", "parkId", "beganOn", "endedOn" FROM "Residency"
        WHERE ${among(ventureIds)} ORDER BY "beganOn"`,
    ),
    rowsOf<ReturnRecord & { ventureId: number }>(
      reads,
      sql`SELECT "id", "ventureId", "month", "headcount" FROM "JobsReturn"
        WHERE ${among(ventureIds)} AND NOT "setAside" AND "month" >= ${monthOf(from)} ORDER BY "month"`,
    ),
    levelsBefore(reads, ventureIds, from),
  ]);
  const residenciesOf = byVenture(residencies);
  const returnsOf = byVenture(returns);
  return ventureIds.map((ventureId) => ({
    ventureId,
    from,
    levelBefore: levelOf.get(ventureId) ?? 0,
    residencies: residenciesOf.get(ventureId) ?? [],
    returns: returnsOf.get(ventureId) ?? [],
  }));
}

async function levelsBefore(
  reads: Reads,
  ventureIds: number[],
  day: Day,
): Promise<Map<number, number>> {
  if (day === '') return new Map();
  const levels = await rowsOf<{ ventureId: number; level: number }>(
    reads,
    sql`SELECT "ventureId", SUM("amount") AS "level" FROM "LedgerEntry"
      WHERE ${among(ventureIds)} AND "measure" = 'jobs' AND "effectiveOn" < ${day} GROUP BY "ventureId"`,
  );
  return new Map(levels.map(({ ventureId, level }) => [ventureId, Number(level)]));
}

const among = (ventureIds: number[]): Sql =>
  ventureIds.length === 0 ? sql`FALSE` : sql`"ventureId" IN (${join(ventureIds)})`;

function byVenture<T extends { ventureId: number }>(rows: T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.ventureId);
    if (group) group.push(row);
    else groups.set(row.ventureId, [row]);
  }
  return groups;
}
