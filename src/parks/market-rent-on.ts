import type { Day } from '../calendar/days.js';
import { type Sql, sql } from '../database/sql.js';

/** What the space `s` would bring on a day, whole, in fen a month; null where that is not known. */
export const marketRentOn = (day: Day): Sql => sql`(SELECT x."fen" FROM "SpaceValuation" x
  WHERE x."spaceId" = s."id" AND x."fromOn" <= ${day} ORDER BY x."fromOn" DESC, x."id" DESC LIMIT 1)`;
