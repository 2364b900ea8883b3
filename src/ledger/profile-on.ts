import type { Day } from '../calendar/days.js';
import { monthOfDay } from '../database/periods.js';
import { type Sql, sql } from '../database/sql.js';

/** A column of the earliest change of a venture `v` after a day: what held until then. */
const earlier = (
  column: Sql,
  day: Sql | Day,
): Sql => sql`(SELECT ep.${column} FROM "EarlierProfile" ep
  WHERE ep."ventureId" = v."id" AND ep."changedOn" > ${day} ORDER BY ep."changedOn" LIMIT 1)`;

/** The legal form of a venture `v` on a day. */
export const formOn = (day: Sql | Day): Sql =>
  sql`COALESCE(${earlier(sql`"legalForm"`, day)}, v."legalForm")`;

/** The industry of a venture `v` on a day. */
export const industryOn = (day: Sql | Day): Sql =>
  sql`COALESCE(${earlier(sql`"industry"`, day)}, v."industry")`;

/** The trade of a venture `v` on a day; it may have had none. */
export const tradeOn = (day: Day): Sql =>
  sql`CASE WHEN ${earlier(sql`"id"`, day)} IS NULL THEN v."trade" ELSE ${earlier(sql`"trade"`, day)} END`;

/**
 * Every venture with its legal form and industry by spells: at the end of the month `formFrom` and of all others before
 * `formTo`. One that changed and changed again within a month has an empty spell.
 */
export const profileSpells: Sql = sql`SELECT ep."ventureId", ep."legalForm", ep."industry",
    COALESCE((SELECT MAX(${monthOfDay(sql`b."changedOn"`)}) FROM "EarlierProfile" b
      WHERE b."ventureId" = ep."ventureId" AND b."changedOn" < ep."changedOn"), '0000-00') AS "formFrom",
    ${monthOfDay(sql`ep."changedOn"`)} AS "formTo"
  FROM "EarlierProfile" ep
  UNION ALL SELECT v."id", v."legalForm", v."industry",
    COALESCE((SELECT MAX(${monthOfDay(sql`b."changedOn"`)}) FROM "EarlierProfile" b
      WHERE b."ventureId" = v."id"), '0000-00'), '9999-99'
  FROM "Venture" v`;
