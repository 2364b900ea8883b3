import type { Day } from '../calendar/days.js';
import { jsonRows } from '../database/json.js';
import { holdsOn } from '../database/periods.js';
import { type Sql, sql } from '../database/sql.js';
import type { Reach } from '../ledger/dated-attributes.js';

/** The park of a space from a day until, not including, another. */
export type SpaceStay = { parkId: number; beganOn: Day; endedOn: Day | null };

/** The stays of a space in its parks as JSON, the first one first. @param spaceId the column that names it */
export const staysOfSpaceAsJson = (spaceId: Sql): Sql =>
  jsonRows(
    ['parkId', 'beganOn', 'endedOn'],
    sql`(SELECT * FROM "SpacePark" WHERE "spaceId" = ${spaceId} ORDER BY "beganOn")`,
  );

/** The park of a space on a day, which a merger may have changed since; before its first day the first. */
export function parkOfSpace(stays: readonly SpaceStay[], day: Day): number {
  const stay = stays.findLast(({ beganOn }) => beganOn <= day) ?? stays[0];
  if (!stay) throw new Error('a space was never in a park');
  return stay.parkId;
}

/**
 * What a change of some days in a space reaches: in each of its parks those days on which the space was there.
 * @param until the first day on which all is as it was; null where the change goes on
 */
export const reachesOf = (
  stays: readonly SpaceStay[],
  ventureId: number | null,
  from: Day,
  until: Day | null,
): Reach[] =>
  stays.flatMap(({ parkId, beganOn }, at) => {
    const day = at > 0 && beganOn > from ? beganOn : from;
    const next = stays[at + 1]?.beganOn ?? null;
    const end = next !== null && (until === null || next < until) ? next : until;
    return end !== null && end <= day ? [] : [{ parkId, ventureId, day, until: end }];
  });

/** The park of a row `s` of Space on a day, in SQL. */
export const parkOfSpaceOn = (day: Sql | Day): Sql => sql`COALESCE(
  (SELECT sp."parkId" FROM "SpacePark" sp WHERE sp."spaceId" = s."id" AND ${holdsOn('sp', day)}),
  (SELECT sp."parkId" FROM "SpacePark" sp WHERE sp."spaceId" = s."id" ORDER BY sp."beganOn" LIMIT 1))`;
