import { addMonths, type Day, firstOf, type Month, monthOf } from '../../calendar/days.js';
import type { Reads, Tx } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { nothing, type Sql, sql } from '../../database/sql.js';
import { type LiveEntry, liveIn } from '../venture-records.js';
import type { RentRecords, Valuation, WaivedDays } from './leases.js';

type Row = { ventureId: number; residencies: string; leases: string; waived: string };

/** Of each venture its stays, its leases with the valuations of their spaces, and what is waived of them. */
const recordsSql = sql`v."value" AS "ventureId",
  (SELECT json_group_array(json_array("id", "parkId", "beganOn", "endedOn") ORDER BY "beganOn")
    FROM "Residency" WHERE "ventureId" = v."value") AS "residencies",
  (SELECT json_group_array(json_array(t."id", t."beganOn", t."endedOn", t."termEndOn", t."heldOverTo", t."rent",
      json((SELECT json_group_array(json_array(x."fromOn", x."fen") ORDER BY x."fromOn", x."id")
        FROM "SpaceValuation" x WHERE x."spaceId" = t."spaceId"))) ORDER BY t."beganOn", t."id")
    FROM "Tenancy" t WHERE t."ventureId" = v."value") AS "leases",
  (SELECT json_group_array(json_array(w."tenancyId", w."beganOn", COALESCE(w."endedOn", w."termEndOn"), m."month", m."fen")
      ORDER BY m."id")
    FROM "Waiver" w JOIN "WaiverMonth" m ON m."waiverId" = w."id"
    WHERE w."ventureId" = v."value" AND w."tenancyId" IS NOT NULL) AS "waived"`;

/** Of each venture the entries that its leases made and that were not taken back. */
const entriesSql = sql`, (SELECT json_group_array(json_array("position", "effectiveOn",
    "measure", "parkId", "amount", "causeKind", "causeId", "reverses") ORDER BY "position") FROM "LedgerEntry"
    WHERE "ventureId" = v."value" AND "causeKind" = 'tenancy') AS "entries"`;

const ask = <T extends Row>(reads: Reads, entries: Sql, ventureIds: number[]): Promise<T[]> =>
  rowsOf<T>(
    reads,
    sql`SELECT ${recordsSql}${entries} FROM json_each(${JSON.stringify(ventureIds)}) v ORDER BY v."key"`,
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

type LeaseRow = [number, Day, Day | null, Day, Day | null, number, [Day, number | null][]];

function recordsIn({ ventureId, residencies, leases, waived }: Row): RentRecords {
  const stays: [number, number, Day, Day | null][] = JSON.parse(residencies);
  const rows: LeaseRow[] = JSON.parse(leases);
  return {
    ventureId,
    residencies: stays.map(([id, parkId, beganOn, endedOn]) => ({ id, parkId, beganOn, endedOn })),
    leases: rows.map(([id, beganOn, endedOn, termEndOn, heldOverTo, rent, values]) => ({
      id,
      beganOn,
      endedOn,
      to: endedOn ?? heldOverTo ?? termEndOn,
      rent,
      valuations: values.map(([fromOn, fen]): Valuation => ({ fromOn, fen })),
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
