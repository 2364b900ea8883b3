import type { Reads } from '../database/database.js';
import { listed } from '../database/listed.js';
import { nothing, type Sql, sql } from '../database/sql.js';
import { type CauseKind, recordsOf, termsOf } from './measures.js';
import { parksOn } from './parks-on.js';
import { type RecordQuery, type RecordRow, recordRows } from './record-list.js';

/** A record with the names it is known by, and the newest entry that it rests on. */
export type NamedRecord = RecordRow & {
  park: { number: string; nameZh: string; nameEn: string };
  venture: { number: string; name: string } | null;
  /** The waiver of waived rent, and the case that it was granted in. */
  waiver: { number: string; application: { number: string } } | null;
  basis: { day: string; causeKind: CauseKind };
};

/** Some of the records of a number, in parks as they were called on its day, with a handful of statements however many there are. */
export async function namedRecords(
  reads: Reads,
  query: RecordQuery,
  page: { offset: number; limit: number },
): Promise<NamedRecord[]> {
  const rows = await recordRows(reads, query, page);
  if (rows.length === 0) return [];
  const bases = await basesOf(reads, query, rows);
  const parks = await parksOn(reads, query.asOf);
  const ventures = await reads.venture.findMany({
    where: { id: { in: ventureIdsOf(rows) } },
    select: { id: true, number: true, name: true },
  });
  const waiverOf = await waiversOf(reads, rows);
  const parkOf = new Map(parks.map((park) => [park.id, park]));
  const ventureOf = new Map(ventures.map((venture) => [venture.id, venture]));
  return rows.map((row) => ({
    ...row,
    park: known(parkOf.get(row.parkId)),
    venture: row.ventureId === null ? null : known(ventureOf.get(row.ventureId)),
    waiver: row.waiverId === null ? null : known(waiverOf.get(row.waiverId)),
    basis: known(bases.get(keyOf(row))),
  }));
}

const keyOf = ({ parkId, ventureId, waiverId }: Omit<RecordRow, 'amount'>): string =>
  `${parkId} ${ventureId ?? ''} ${waiverId ?? ''}`;

async function waiversOf(reads: Reads, rows: RecordRow[]) {
  const ids = rows.flatMap(({ waiverId }) => (waiverId === null ? [] : [waiverId]));
  if (ids.length === 0) return new Map<number, NonNullable<NamedRecord['waiver']>>();
  const waivers = await reads.waiver.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true, application: { select: { number: true } } },
  });
  return new Map(waivers.map(({ id, ...waiver }) => [id, waiver]));
}

const ventureIdsOf = (rows: RecordRow[]): number[] => [
  ...new Set(rows.flatMap(({ ventureId }) => (ventureId === null ? [] : [ventureId]))),
];

function known<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('a record of the ledger has lost what it belongs to');
  return thing;
}

/** The newest entry of each record that has not been taken back; of a difference, of what it is taken from. */
async function basesOf(reads: Reads, query: RecordQuery, rows: RecordRow[]) {
  const { position } = query;
  const summed = termsOf(query.measure).flatMap(({ of, sign }) => (sign === 1 ? [of] : []));
  const known = (table: Sql): Sql =>
    position === undefined ? nothing : sql`AND ${table}."position" <= ${position}`;
  const whose =
    recordsOf(query.measure) === 'park'
      ? sql`e."ventureId" IS NULL`
      : sql`e."ventureId" IN ${listed(ventureIdsOf(rows))}`;
  const isOfWaivers = recordsOf(query.measure) === 'waiver';
  const waiver = isOfWaivers ? sql`wm."waiverId"` : sql`NULL`;
  // Written so that only the index on ventures can serve: the others would read every entry of the measure.
  const found = await reads.$queryRaw<(Omit<RecordRow, 'amount'> & { newest: string })[]>`
    SELECT e."parkId", e."ventureId", ${waiver} AS "waiverId", MAX(e."effectiveOn" || e."causeKind") AS "newest"
    FROM "LedgerEntry" e ${isOfWaivers ? sql`JOIN "WaiverMonth" wm ON wm."id" = e."causeId"` : nothing}
    WHERE ${whose} AND e."measure" || '' IN ${listed(summed)} AND e."effectiveOn" <= ${query.asOf}
    AND COALESCE(e."reverses", 0) = 0 ${known(sql`e`)} AND NOT EXISTS (
      SELECT 1 FROM "LedgerEntry" r WHERE r."reverses" = e."position" ${known(sql`r`)})
    GROUP BY e."parkId", e."ventureId", ${waiver}`;
  const dayLength = 'YYYY-MM-DD'.length;
  return new Map(
    found.map((row) => [
      keyOf(row),
      {
        day: row.newest.slice(0, dayLength),
        causeKind: row.newest.slice(dayLength) as CauseKind,
      },
    ]),
  );
}
