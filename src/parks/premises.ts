import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { holdsOn } from '../database/periods.js';
import { type Sql, sql } from '../database/sql.js';
import { registerMark } from '../history/newest-event.js';
import { ofSpaceOn } from '../ledger/space-on.js';
import { BoundedCache } from '../web/bounded-cache.js';
import { byState, type StateCounts, stateOn } from './space-states.js';

/** The spaces of one village in one park on a day, and how many of them are in each state. */
export type VillagePremises = {
  parkId: number;
  island: string;
  village: string;
  total: number;
  states: StateCounts;
};
export type Premises = {
  total: number;
  states: StateCounts;
  islands: string[];
  villages: VillagePremises[];
};

/** Whether the space `s` is open on the day. */
export const isOpenOn = (day: Day): Sql =>
  sql`s."openedOn" <= ${day} AND (s."closedOn" IS NULL OR s."closedOn" > ${day})`;

/** Joined to the space `s`: the park `sp` that it was in on the day. */
export const parkOnDay = (day: Day): Sql =>
  sql`JOIN "SpacePark" sp ON sp."spaceId" = s."id" AND ${holdsOn('sp', day)}`;

/** The open spaces of every village on a day, by their states: one statement. */
export async function premisesByVillage(reads: Reads, day: Day): Promise<VillagePremises[]> {
  const rows = await rowsOf<Omit<VillagePremises, 'total' | 'states'> & StateCounts>(
    reads,
    sql`SELECT "parkId", "island", "village", COUNT(*) FILTER (WHERE "state" = 'free') AS "free",
        COUNT(*) FILTER (WHERE "state" = 'let') AS "let",
        COUNT(*) FILTER (WHERE "state" = 'held-over') AS "held-over"
      FROM (SELECT sp."parkId", ${ofSpaceOn('island', day)} AS "island",
          ${ofSpaceOn('village', day)} AS "village", ${stateOn(day)} AS "state"
        FROM "Space" s ${parkOnDay(day)} WHERE ${isOpenOn(day)}) AS "spaces"
      GROUP BY "parkId", "island", "village" ORDER BY "parkId", "island", "village"`,
  );
  return rows.map(({ parkId, island, village, ...states }) => ({
    parkId,
    island,
    village,
    total: sumOf([states]).total,
    states,
  }));
}

/** Adds the states of several up. */
function sumOf(several: readonly StateCounts[]): { total: number; states: StateCounts } {
  const states = byState((state) => several.reduce((sum, each) => sum + each[state], 0));
  return { total: states.free + states.let + states['held-over'], states };
}

/** Adds villages up; an island counts once, and a village once on its island. */
export function sumPremises(villages: VillagePremises[]): Premises {
  const { total, states } = sumOf(villages.map((village) => village.states));
  const islands = [...new Set(villages.map((village) => village.island))];
  return { total, states, islands, villages };
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
