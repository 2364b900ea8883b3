import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { join, sql } from '../database/sql.js';
import { ofSpaceOn } from '../ledger/space-on.js';
import { filteredAddress } from '../web/addresses.js';
import { isOpenOn, parkOnDay } from './premises.js';
import { byState, type SpaceState, stateOn } from './space-states.js';

/** How many spaces of some parks are in each state on a day, and how large they are together, in hundredths of a m². */
export type Occupancy = {
  day: Day;
  states: Record<SpaceState, { spaces: number; area: number }>;
};

/** The same for several days, by the states that reports count: one question for all of them. */
export async function occupancyOn(
  reads: Reads,
  parkIds: readonly number[],
  days: readonly Day[],
): Promise<Occupancy[]> {
  if (days.length === 0) return [];
  const ofDay = (
    day: Day,
  ) => sql`SELECT ${day} AS "day", "state", COUNT(*) AS "spaces", SUM("area") AS "area"
    FROM (SELECT ${stateOn(day)} AS "state", ${ofSpaceOn('area', day)} AS "area"
      FROM "Space" s ${parkOnDay(day)} WHERE ${isOpenOn(day)} AND sp."parkId" IN ${listed([...parkIds])}) AS "spaces"
    GROUP BY "state"`;
  const rows = await rowsOf<{ day: Day; state: SpaceState; spaces: number; area: number }>(
    reads,
    join(days.map(ofDay), ' UNION ALL '),
  );
  return days.map((day) => ({
    day,
    states: byState((state) => {
      const row = rows.find((each) => each.day === day && each.state === state);
      return { spaces: row?.spaces ?? 0, area: row?.area ?? 0 };
    }),
  }));
}

/** Where the spaces of a scope stand by month, in the year of a day: a chart with its table. */
export const occupancyHref = (scope: string | null, asOf: Day): string =>
  `${filteredAddress('/reports/charts', { period: asOf.slice(0, 4), scope })}#occupancy`;
