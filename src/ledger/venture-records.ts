import { type Day, type Month, monthOf } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { jsonTuples } from '../database/json.js';
import { listed } from '../database/listed.js';
import { sentOrder, sentValue, sentValues } from '../database/sent-rows.js';
import { column, nothing, type Sql, sql } from '../database/sql.js';
import { levelMeasures, type Stated, type VentureRecords } from './lines-of.js';
import { workerKinds } from './measures/workers.js';
import type { CauseKind, Line, Measure } from './measures.js';

export type LiveEntry = Line & { position: number };

const venture = sentValue('v');
const columns = (...names: string[]): Sql[] => names.map((name) => column(name));

const stays = jsonTuples(
  columns('id', 'parkId', 'beganOn', 'endedOn'),
  sql`"Residency" WHERE "ventureId" = ${venture}`,
  sql`"beganOn"`,
);
const returnsFrom = (from: Day): Sql =>
  jsonTuples(
    columns('id', 'month', 'headcount', ...workerKinds),
    sql`"JobsReturn" WHERE "ventureId" = ${venture} AND NOT "setAside" AND "month" >= ${monthOf(from)}`,
    sql`"month"`,
  );

/** The level before a day of what returns state, where it is not nil. */
const levelsBefore = (from: Day): Sql =>
  jsonTuples(
    columns('measure', 'amount'),
    sql`(SELECT "measure", SUM("amount") AS "amount" FROM "LedgerEntry" WHERE "ventureId" = ${venture}
      AND "measure" IN ${listed([...levelMeasures])} AND "effectiveOn" < ${from} GROUP BY "measure")`,
    sql`"measure"`,
  );

/** Of each venture its records from a day on, and the levels before it. */
const recordsFrom = (from: Day): Sql => sql`${venture} AS "ventureId",
  ${stays} AS "residencies", ${returnsFrom(from)} AS "returns", ${levelsBefore(from)} AS "levels"`;

/** What `liveIn` reads of an entry, in its order. */
export const columnsOfEntry = [
  ...columns('position', 'effectiveOn', 'measure', 'parkId'),
  ...columns('amount', 'causeKind', 'causeId', 'reverses'),
];

/** Of each venture the entries that its residencies and returns make, from a day on. */
const entriesFrom = (from: Day): Sql => {
  const those = sql`"LedgerEntry" WHERE "ventureId" = ${venture}
    AND "causeKind" IN ('residency', 'jobs-return') AND "effectiveOn" >= ${from}`;
  return sql`, ${jsonTuples(columnsOfEntry, those, sql`"position"`)} AS "entries"`;
};

type Row = { ventureId: number; residencies: string; returns: string; levels: string };
/** An entry as JSON has it. */
export type EntryRow = [number, Day, Measure, number, number, CauseKind, number, number | null];

/**
 * What the records say of each venture from the day on, and the levels that the ledger had before it.
 * @returns one for each id, in the order of the ids; '' as the day takes everything
 */
export async function recordsOf(
  reads: Reads,
  ventureIds: number[],
  from: Day,
): Promise<VentureRecords[]> {
  const rows = await ask<Row>(reads, recordsFrom(from), nothing, ventureIds);
  return rows.map((row) => recordsIn(row, from));
}

/** The same, and the entries from that day on that have not been taken back, in the order of posting: one question. */
export async function recordsAndEntries(
  tx: Tx,
  ventureIds: number[],
  from: Day,
): Promise<{ records: VentureRecords[]; live: LiveEntry[] }> {
  const rows = await ask<Row & { entries: string }>(
    tx,
    recordsFrom(from),
    entriesFrom(from),
    ventureIds,
  );
  const live = rows.flatMap(({ ventureId, entries }) => liveIn(ventureId, JSON.parse(entries)));
  return {
    records: rows.map((row) => recordsIn(row, from)),
    live: live.sort((a, b) => a.position - b.position),
  };
}

const ask = <T extends Row>(
  reads: Reads,
  records: Sql,
  entries: Sql,
  ventureIds: number[],
): Promise<T[]> =>
  rowsOf<T>(
    reads,
    sql`SELECT ${records}${entries} FROM ${sentValues(ventureIds)} v ORDER BY ${sentOrder('v')}`,
  );

function recordsIn({ ventureId, residencies, returns, levels }: Row, from: Day): VentureRecords {
  const stays: [number, number, Day, Day | null][] = JSON.parse(residencies);
  const filed: [number, Month, ...Stated][] = JSON.parse(returns);
  const before = new Map(JSON.parse(levels) as [Measure, number][]);
  return {
    ventureId,
    from,
    levelsBefore: levelMeasures.map((measure) => before.get(measure) ?? 0),
    residencies: stays.map(([id, parkId, beganOn, endedOn]) => ({ id, parkId, beganOn, endedOn })),
    returns: filed.map(([id, month, ...stated]) => ({ id, month, stated })),
  };
}

/** The entries of a venture that are neither taken back nor take one back. */
export function liveIn(ventureId: number, entries: EntryRow[]): LiveEntry[] {
  const taken = new Set(entries.map((entry) => entry[7]));
  return entries.flatMap(
    ([position, effectiveOn, measure, parkId, amount, causeKind, causeId, reverses]) =>
      reverses !== null || taken.has(position)
        ? []
        : [{ position, effectiveOn, measure, parkId, ventureId, amount, causeKind, causeId }],
  );
}
