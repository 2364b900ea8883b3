import type { Day } from '../calendar/days.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import { formOn, industryOn, tradeOn } from '../ledger/profile-on.js';
import type { Viewer } from '../people/viewer.js';
import { jobsBy } from './headcounts.js';
import { boundParkIds } from './own-time.js';
import type { VentureSort } from './venture-columns.js';

type On = { asOf: Day; isPast: boolean };

/** Whether an order reads the newest residency (r) beside the venture (v). */
export const needsResidency = (sort: VentureSort): boolean =>
  ['arrived', 'left', 'park', 'region', 'status', 'headcount'].includes(sort);

const parkId = sql`COALESCE(r."parkId", v."loggedParkId")`;

/** The name of a venture `v` as it is read, and what follows it: searchTextOf puts it after the number, the code and the name. */
export const readingOfName = sql`SUBSTR(v."searchText",
  LENGTH(v."number") + LENGTH(COALESCE(v."creditCode", '')) + LENGTH(v."name") + 4)`;

/** What ventures are put in order by: of the closed list of columns, each as its cell shows it to the viewer. */
export function keyOf(
  viewer: Viewer,
  sort: Exclude<VentureSort, 'number'>,
  { asOf, isPast }: On,
): Sql {
  switch (sort) {
    case 'name':
      return readingOfName;
    case 'park':
      return sql`(SELECT "number" FROM "Park" WHERE "id" = ${parkId})`;
    case 'region':
      return sql`(SELECT g."sequence" FROM "ParkRegion" pr JOIN "Region" g ON g."code" = pr."regionCode"
        WHERE pr."parkId" = ${parkId} AND pr."beganOn" <= ${asOf} ORDER BY pr."beganOn" DESC LIMIT 1)`;
    case 'status':
      return sql`CASE WHEN r."id" IS NULL THEN 1 WHEN r."endedOn" <= ${asOf} THEN 2 ELSE 0 END`;
    case 'form':
      return isPast ? formOn(asOf) : sql`v."legalForm"`;
    case 'industry':
      return isPast ? industryOn(asOf) : sql`v."industry"`;
    case 'trade':
      return isPast ? tradeOn(asOf) : sql`v."trade"`;
    case 'founders':
      return sql`(SELECT p."namePinyin" FROM "PersonRole" o JOIN "Person" p ON p."id" = o."personId"
        WHERE o."ventureId" = v."id" AND o."role" = 'founder' ORDER BY o."id" LIMIT 1)`;
    case 'category':
      return firstCategory(asOf);
    case 'code':
      return sql`v."creditCode"`;
    case 'registered':
      return sql`v."registeredOn"`;
    case 'arrived':
      return sql`r."beganOn"`;
    case 'left':
      return sql`CASE WHEN r."endedOn" <= ${asOf} THEN r."endedOn" END`;
    case 'headcount':
      return jobsOf(viewer, asOf);
  }
}

/** The first of the categories that its founders hold on the day. */
const firstCategory = (asOf: Day): Sql =>
  sql`(SELECT MIN(c."category") FROM "PersonRole" o JOIN "PersonCategory" c ON c."personId" = o."personId"
    WHERE o."ventureId" = v."id" AND o."role" = 'founder'
      AND c."beganOn" <= ${asOf} AND (c."endedOn" IS NULL OR c."endedOn" > ${asOf}))`;

/** Its jobs while it is there: one that has left shows none, and the order does not tell a park what it has since. */
function jobsOf(viewer: Viewer, asOf: Day): Sql {
  const own = boundParkIds(viewer);
  const isRead = own === null ? sql`TRUE` : sql`r."parkId" IN ${listed(own)}`;
  return sql`CASE WHEN r."id" IS NOT NULL AND (r."endedOn" IS NULL OR r."endedOn" > ${asOf}) AND ${isRead}
    THEN ${jobsBy(asOf)} END`;
}
