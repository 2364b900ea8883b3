import type { Day } from '../calendar/days.js';
import { listed } from '../database/listed.js';
import { holdsOn } from '../database/periods.js';
import { type Sql, sql } from '../database/sql.js';

/**
 * What residencies say of a period.
 * - arrived: new in the network; moved-in and moved-out: from and to another park
 * - graduated, closed, removed: left the network, by reason; left: all three
 * - on-time: graduated within the longest stay
 * - cohort: arrived a year before, in the same period; survived: of them, in a park a year after or graduated before
 */
export const residencyMeasures = [
  ...(['arrived', 'moved-in', 'moved-out', 'graduated', 'closed', 'removed', 'left'] as const),
  ...(['on-time', 'cohort', 'survived'] as const),
] as const;
export type ResidencyMeasure = (typeof residencyMeasures)[number];

type Asked = { parkIds: number[]; from: Day; asOf: Day; stayMonths: number };

/** One row a residency: 1 for each. The end day of a residency is the first that the venture is gone. */
export function residencyRecords(measure: ResidencyMeasure, asked: Asked): Sql {
  const { parkIds } = asked;
  return sql`SELECT r."parkId", r."ventureId", NULL AS "spaceId", 1 AS "amount" FROM "Residency" r
    WHERE r."parkId" IN ${listed(parkIds)} AND ${conditionOf(measure, asked)}`;
}

const came = sql`EXISTS (SELECT 1 FROM "Residency" p WHERE p."ventureId" = r."ventureId"
  AND p."endedOn" = r."beganOn" AND p."endReason" = 'moved')`;

function conditionOf(measure: ResidencyMeasure, { from, asOf, stayMonths }: Asked): Sql {
  const began = sql`r."beganOn" >= ${from} AND r."beganOn" <= ${asOf}`;
  const ended = sql`r."endedOn" >= ${from} AND r."endedOn" <= ${asOf}`;
  switch (measure) {
    case 'arrived':
      return sql`${began} AND NOT ${came}`;
    case 'moved-in':
      return sql`${began} AND ${came}`;
    case 'moved-out':
      return sql`${ended} AND r."endReason" = 'moved'`;
    case 'left':
      return sql`${ended} AND r."endReason" <> 'moved'`;
    case 'on-time':
      return sql`${ended} AND r."endReason" = 'graduated' AND ${within(stayMonths)}`;
    case 'cohort':
      return cohort(from, asOf);
    case 'survived':
      return sql`${cohort(from, asOf)} AND ${survivedOn(aYearOn(sql`r."beganOn"`))}`;
    default:
      return sql`${ended} AND r."endReason" = ${measure}`;
  }
}

/** The same day of the next year, as text: days compare so, also the one after a 28 February. */
export const aYearOn = (day: Sql): Sql =>
  sql`(CAST(CAST(SUBSTR(${day}, 1, 4) AS INTEGER) + 1 AS TEXT) || SUBSTR(${day}, 5))`;

/** Whether the venture of the record `r` was in a park on a day, or had graduated since the record began. */
export const survivedOn = (day: Sql): Sql => sql`(EXISTS (SELECT 1 FROM "Residency" s
  WHERE s."ventureId" = r."ventureId" AND ${holdsOn('s', day)})
  OR EXISTS (SELECT 1 FROM "Residency" g WHERE g."ventureId" = r."ventureId"
    AND g."endReason" = 'graduated' AND g."endedOn" >= r."beganOn" AND g."endedOn" <= ${day}))`;

const cohort = (from: Day, asOf: Day): Sql =>
  sql`r."beganOn" >= ${aYearBefore(from)} AND r."beganOn" <= ${aYearBefore(asOf)} AND NOT ${came}`;

export const aYearBefore = (day: Day): Day => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/** Whether it ended no later than so many months after it began, day of the month included. */
const within = (months: number): Sql =>
  sql`${counted(sql`r."endedOn"`, 0)} <= ${counted(sql`r."beganOn"`, months)}`;

const counted = (day: Sql, months: number): Sql =>
  sql`((CAST(SUBSTR(${day}, 1, 4) AS INTEGER) * 12 + CAST(SUBSTR(${day}, 6, 2) AS INTEGER) + ${months}) * 100
    + CAST(SUBSTR(${day}, 9, 2) AS INTEGER))`;
