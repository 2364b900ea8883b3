import type { Month } from '../calendar/days.js';
import { orNever } from '../database/periods.js';
import { type Sql, sql } from '../database/sql.js';

/**
 * From which month's end to before which a venture had a founder of a category: "ventureId", "category", "from", "to",
 * cut to some months, the last not included. Spells of the same category that meet are one, so that no month has two.
 */
export const categorySpells = (first: Month, end: Month): Sql => sql`
  SELECT "ventureId", "category", MIN("from") AS "from", MAX("to") AS "to" FROM (
    SELECT *, SUM("isNew") OVER (PARTITION BY "ventureId", "category" ORDER BY "from", "to") AS "spell" FROM (
      SELECT *, CASE WHEN "from" <= MAX("to") OVER (PARTITION BY "ventureId", "category" ORDER BY "from", "to"
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS "isNew"
      FROM (${held(first, end)}) AS "held") AS "marked") AS "counted"
  GROUP BY "ventureId", "category", "spell"`;

/** What begins in a month holds at its end; what ends in one, on the first day that it no longer holds, does not. */
const held = (first: Month, end: Month): Sql => sql`
  SELECT "ventureId", "category", CASE WHEN "began" < ${first} THEN ${first} ELSE "began" END AS "from",
    CASE WHEN "ended" > ${end} THEN ${end} ELSE "ended" END AS "to"
  FROM (SELECT pr."ventureId", pc."category",
      SUBSTR(CASE WHEN pr."beganOn" > pc."beganOn" THEN pr."beganOn" ELSE pc."beganOn" END, 1, 7) AS "began",
      SUBSTR(CASE WHEN ${orNever(sql`pr."endedOn"`)} < ${orNever(sql`pc."endedOn"`)}
        THEN ${orNever(sql`pr."endedOn"`)} ELSE ${orNever(sql`pc."endedOn"`)} END, 1, 7) AS "ended"
    FROM "PersonRole" pr JOIN "PersonCategory" pc ON pc."personId" = pr."personId"
    WHERE pr."role" = 'founder') AS "founders"
  WHERE "began" < "ended" AND "began" < ${end} AND "ended" > ${first}`;
