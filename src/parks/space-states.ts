import type { Day } from '../calendar/days.js';
import { holdsOn } from '../database/periods.js';
import { type Sql, sql } from '../database/sql.js';

/** 空置, 在租, 超期占用: what a space is on a day. */
export const spaceStates = ['free', 'let', 'held-over'] as const;
export type SpaceState = (typeof spaceStates)[number];
/** How many spaces are in each state. */
export type StateCounts = Record<SpaceState, number>;

/**
 * The state of the space `s` on a day: free where no lease of it runs; held over where the terms of all that run are over,
 * as their ventures are still there; else let. A term ends before the day that is stored as its end. An end that was
 * entered later changes no day before it, and a void lease holds on no day.
 */
export const stateOn = (day: Day): Sql => sql`(SELECT CASE
    WHEN MAX(t."termEndOn") IS NULL THEN 'free'
    WHEN MAX(t."termEndOn") > ${day} THEN 'let'
    ELSE 'held-over' END
  FROM "Tenancy" t WHERE t."spaceId" = s."id" AND ${holdsOn('t', day)})`;

/** Whether a lease that runs on a day has passed its term by then: of a space that is shared, each lease by itself. */
export const isPastTerm = ({ termEndOn }: { termEndOn: Day }, day: Day): boolean =>
  termEndOn <= day;

/** Each state with what it is of. */
export const byState = <T>(of: (state: SpaceState) => T): Record<SpaceState, T> => ({
  free: of('free'),
  let: of('let'),
  'held-over': of('held-over'),
});
