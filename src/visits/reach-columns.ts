import { type Sql, sql } from '../database/sql.js';
import { readingOfName } from '../ventures/venture-order.js';
import { type Columns, isDescending, type SortKey } from '../web/list-columns.js';

/** The columns of the residents by when somebody was there. */
export const reachColumns = [
  { key: 'name', label: 'visits.venture', isName: true, sorts: 'up' },
  { key: 'number', label: 'ventures.field.number', isShown: true, isNowrap: true, sorts: 'down' },
  { key: 'park', label: 'visits.park', isShown: true, sorts: 'up' },
  {
    key: 'arrived',
    label: 'ventures.field.arrived',
    isShown: true,
    isNowrap: true,
    saysLabel: true,
    sorts: 'down',
  },
  { key: 'last', label: 'visits.last', isShown: true, saysLabel: true, sorts: 'up' },
] as const satisfies Columns;

export type ReachSort = SortKey<typeof reachColumns>;
export type ReachOrder = { sort: ReachSort; order: 'up' | 'down' | null };

/** Those that nobody was at for the longest first. */
export const longestFirst: ReachOrder = { sort: 'last', order: null };

/** What residents are put in order by, of the closed list of columns: who was never visited comes before all days. */
const keys: Record<ReachSort, Sql> = {
  name: readingOfName,
  number: sql`v."id"`,
  park: sql`(SELECT "number" FROM "Park" WHERE "id" = r."parkId")`,
  arrived: sql`r."beganOn"`,
  last: sql`COALESCE("lastOn", '')`,
};

export const reachKey = ({ sort }: ReachOrder): Sql => (sort === 'last' ? sql`''` : keys[sort]);

/** The order of residents of whom `key` was read; equal ones by their numbers. */
export const reachOrder = (by: ReachOrder): Sql => {
  const key = by.sort === 'last' ? keys.last : sql`"key"`;
  return isDescending(reachColumns, by)
    ? sql`${key} DESC, "ventureId" DESC`
    : sql`${key}, "ventureId"`;
};
