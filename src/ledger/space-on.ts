import type { Day } from '../calendar/days.js';
import { jsonRows, jsonTuples } from '../database/json.js';
import { column, type Sql, sql } from '../database/sql.js';

/** How large a space is, and how large it was until each change, the earliest first; in hundredths of a m². */
export type Extent = { area: number; earlier: readonly { changedOn: Day; area: number }[] };

/** The area of a space on a day. */
export const areaOnDay = ({ area, earlier }: Extent, day: Day): number =>
  earlier.find(({ changedOn }) => changedOn > day)?.area ?? area;

/** The first day after a day on which a space is another size; null where it stays as it is. */
export const nextChange = ({ earlier }: Extent, day: Day): Day | null =>
  earlier.find(({ changedOn }) => changedOn > day)?.changedOn ?? null;

/** What a space was before its changes, the earliest first. @param spaceId the column that names it */
const changesOf = (spaceId: Sql): Sql =>
  sql`(SELECT * FROM "EarlierSpace" WHERE "spaceId" = ${spaceId} ORDER BY "changedOn")`;

/** The areas of a space until each change as JSON, as `Extent` has them. */
export const earlierAreasAsJson = (spaceId: Sql): Sql =>
  jsonRows(['changedOn', 'area'], changesOf(spaceId));

/** The same as pairs of a day and an area. */
export const earlierAreasAsPairs = (spaceId: Sql): Sql =>
  jsonTuples(
    [sql`e."changedOn"`, sql`e."area"`],
    sql`"EarlierSpace" e WHERE e."spaceId" = ${spaceId}`,
    sql`e."changedOn"`,
  );

type Dated = 'village' | 'island' | 'area' | 'kind' | 'name' | 'address' | 'owner';

/** What the space `s` was on a day, as the register had it then. */
export const ofSpaceOn = (name: Dated, day: Day): Sql =>
  sql`COALESCE((SELECT e.${column(name)} FROM "EarlierSpace" e WHERE e."spaceId" = s."id"
    AND e."changedOn" > ${day} ORDER BY e."changedOn" LIMIT 1), s.${column(name)})`;
