import { addMonths, type Day, firstOf, type Month, monthOf } from '../../calendar/days.js';
import type { Reads, Tx } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { asJson, jsonTuples } from '../../database/json.js';
import { sentOrder, sentValue, sentValues } from '../../database/sent-rows.js';
import { column, nothing, type Sql, sql } from '../../database/sql.js';
import { rentByDay } from '../../policies/rent-by-day.js';
import { earlierAreasAsPairs } from '../space-on.js';
import { columnsOfEntry, type LiveEntry, liveIn } from '../venture-records.js';
import type { RentRecords, Valuation, WaivedDays } from './leases.js';

type Row = { ventureId: number; residencies: string; leases: string; waived: string };

const venture = sentValue('v');
const own = (alias: string, ...names: string[]): Sql[] =>
  names.map((name) => sql`${column(alias)}.${column(name)}`);

const valuations = jsonTuples(
  own('x', 'fromOn', 'fen'),
  sql`"SpaceValuation" x WHERE x."spaceId" = t."spaceId"`,
  sql`x."fromOn", x."id"`,
);
const steps = jsonTuples(
  own('p', 'fromOn', 'fen'),
  sql`"RentStep" p WHERE p."tenancyId" = t."id"`,
  sql`p."fromOn"`,
);
const residencies = jsonTuples(
  own('s', 'id', 'parkId', 'beganOn', 'endedOn'),
  sql`"Residency" s WHERE s."ventureId" = ${venture}`,
  sql`s."beganOn"`,
);
const leases = jsonTuples(
  [
    ...own('t', 'id', 'beganOn', 'endedOn', 'termEndOn', 'heldOverTo', 'rent', 'area'),
    sql`(SELECT s."area" FROM "Space" s WHERE s."id" = t."spaceId")`,
    asJson(earlierAreasAsPairs(sql`t."spaceId"`)),
    asJson(valuations),
    sql`t."rentFreeTo"`,
    asJson(steps),
  ],
  sql`"Tenancy" t WHERE t."ventureId" = ${venture}`,
  sql`t."beganOn", t."id"`,
);
const waived = jsonTuples(
  [
    ...own('w', 'tenancyId', 'beganOn'),
    sql`COALESCE(w."endedOn", w."termEndOn")`,
    ...own('m', 'month', 'fen'),
  ],
  sql`"Waiver" w JOIN "WaiverMonth" m ON m."waiverId" = w."id"
    WHERE w."ventureId" = ${venture} AND w."tenancyId" IS NOT NULL AND w."form" = 'waiver'`,
  sql`m."id"`,
);

/** Of each venture its stays, its leases with the valuations of their spaces, and what is waived of them. */
const recordsSql = sql`${venture} AS "ventureId", ${residencies} AS "residencies", ${leases} AS "leases",
  ${waived} AS "waived"`;

/** Of each venture the entries that its leases made and that were not taken back. */
const entriesSql = sql`, ${jsonTuples(
  columnsOfEntry,
  sql`"LedgerEntry" WHERE "ventureId" = ${venture} AND "causeKind" = 'tenancy'`,
  sql`"position"`,
)} AS "entries"`;

const ask = <T extends Row>(reads: Reads, entries: Sql, ventureIds: number[]): Promise<T[]> =>
  rowsOf<T>(
    reads,
    sql`SELECT ${recordsSql}${entries} FROM ${sentValues(ventureIds)} v ORDER BY ${sentOrder('v')}`,
  );

/** What the leases of ventures rest on, one for each id in their order. */
export const rentRecordsOf = async (reads: Reads, ventureIds: number[]): Promise<RentRecords[]> =>
  (await ask<Row>(reads, nothing, ventureIds)).map(recordsIn);

/** The same, and the entries that they made until now. */
export async function rentRecordsAndEntries(
  tx: Tx,
  ventureIds: number[],
): Promise<{ records: RentRecords[]; live: LiveEntry[] }> {
  const rows = await ask<Row & { entries: string }>(tx, entriesSql, ventureIds);
  const live = rows.flatMap(({ ventureId, entries }) => liveIn(ventureId, JSON.parse(entries)));
  return { records: rows.map(recordsIn), live: live.sort((a, b) => a.position - b.position) };
}

type LeaseRow = [
  id: number,
  beganOn: Day,
  endedOn: Day | null,
  termEndOn: Day,
  heldOverTo: Day | null,
  rent: number,
  area: number,
  spaceArea: number,
  earlierAreas: [Day, number][],
  valuations: [Day, number | null][],
  rentFreeTo: Day | null,
  steps: [Day, number][],
];

function recordsIn({ ventureId, residencies, leases, waived }: Row): RentRecords {
  const stays: [number, number, Day, Day | null][] = JSON.parse(residencies);
  const rows: LeaseRow[] = JSON.parse(leases);
  return {
    ventureId,
    residencies: stays.map(([id, parkId, beganOn, endedOn]) => ({ id, parkId, beganOn, endedOn })),
    leases: rows.map(([id, beganOn, endedOn, termEndOn, heldOverTo, rent, ...of]) => ({
      id,
      beganOn,
      endedOn,
      to: endedOn ?? heldOverTo ?? termEndOn,
      rents: rentByDay({
        beganOn,
        rent,
        rentFreeTo: of[4],
        steps: of[5].map(([fromOn, fen]) => ({ fromOn, fen })),
      }),
      area: of[0],
      space: { area: of[1], earlier: of[2].map(([changedOn, area]) => ({ changedOn, area })) },
      valuations: of[3].map(([fromOn, fen]): Valuation => ({ fromOn, fen })),
    })),
    waived: waivedIn(JSON.parse(waived)),
  };
}

/** What stands of each month after what was taken back, with the days of it that the waiver covers. */
function waivedIn(rows: [number, Day, Day, Month, number][]): WaivedDays[] {
  const sums = new Map<string, WaivedDays>();
  for (const [tenancyId, beganOn, endOn, month, fen] of rows) {
    const [first, next] = [firstOf(month), firstOf(addMonths(month, 1))];
    const from = beganOn > first ? beganOn : first;
    const to = endOn < next ? endOn : next;
    if (from >= to) continue;
    const key = `${tenancyId} ${beganOn} ${month}`;
    const sum = sums.get(key) ?? { tenancyId, from, to, fen: 0 };
    sum.fen += fen;
    sums.set(key, sum);
  }
  return [...sums.values()].filter(({ fen }) => fen > 0);
}

/** The month after the one of a day: until then the rent of a lease that ran out is entered. */
export const nextMonth = (day: Day): Day => firstOf(addMonths(monthOf(day), 1));
