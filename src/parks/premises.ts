import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { holdsOn } from '../database/periods.js';
import { type Sql, sql } from '../database/sql.js';
import { registerMark } from '../history/newest-event.js';
import { BoundedCache } from '../web/bounded-cache.js';

/** The spaces of one village in one park on a day. */
export type VillagePremises = {
  parkId: number;
  island: string;
  village: string;
  total: number;
  inUse: number;
};
export type Premises = {
  total: number;
  inUse: number;
  free: number;
  islands: string[];
  villages: VillagePremises[];
};

/** Whether a tenancy of the space `s` runs on the day: a space is taken until its tenancy is ended. */
export const isTakenOn = (day: Day): Sql => sql`EXISTS (SELECT 1 FROM "Tenancy" t
  WHERE t."spaceId" = s."id" AND ${holdsOn('t', day)})`;

/** Whether the space `s` is open on the day. */
export const isOpenOn = (day: Day): Sql =>
  sql`s."openedOn" <= ${day} AND (s."closedOn" IS NULL OR s."closedOn" > ${day})`;

/** Joined to the space `s`: the park `sp` that it was in on the day. */
export const parkOnDay = (day: Day): Sql =>
  sql`JOIN "SpacePark" sp ON sp."spaceId" = s."id" AND ${holdsOn('sp', day)}`;

/** The open spaces of every village on a day, and how many of them are let: one statement. */
export async function premisesByVillage(reads: Reads, day: Day): Promise<VillagePremises[]> {
  const rows: VillagePremises[] = await reads.$queryRaw`
    SELECT sp."parkId", s."island", s."village", COUNT(*) AS "total",
      SUM(CASE WHEN ${isTakenOn(day)} THEN 1 ELSE 0 END) AS "inUse"
    FROM "Space" s ${parkOnDay(day)} WHERE ${isOpenOn(day)}
    GROUP BY sp."parkId", s."island", s."village" ORDER BY sp."parkId", s."island", s."village"`;
  return rows.map((row) => ({ ...row, total: Number(row.total), inUse: Number(row.inUse) }));
}

/** Adds villages up; an island counts once, and a village once on its island. */
export function sumPremises(villages: VillagePremises[]): Premises {
  const total = villages.reduce((sum, village) => sum + village.total, 0);
  const inUse = villages.reduce((sum, village) => sum + village.inUse, 0);
  const islands = [...new Set(villages.map((village) => village.island))];
  return { total, inUse, free: total - inUse, islands, villages };
}

/** How many villages there are: two parks may have spaces in the same one. */
export const countVillages = (villages: VillagePremises[]): number =>
  new Set(villages.map(({ island, village }) => `${island} ${village}`)).size;

/**
 * Reads the villages as `premisesByVillage` does, and keeps the answer until something else than a return is recorded:
 * public pages must not cost more the more premises there are.
 */
export function rememberPremises(reads: Reads): (day: Day) => Promise<VillagePremises[]> {
  const kept = new BoundedCache<VillagePremises[]>(64);
  return async (day) =>
    kept.get(`${await registerMark(reads)} ${day}`, () => premisesByVillage(reads, day));
}
