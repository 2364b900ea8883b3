import { type Sql, sql } from '../database/sql.js';
import { readingOfName } from '../ventures/venture-order.js';
import { type Columns, isDescending, type SortKey } from '../web/list-columns.js';

/** The columns of what there is to bring up. */
export const findingColumns = [
  { key: 'venture', label: 'prereview.venture', isName: true, sorts: 'up' },
  { key: 'why', label: 'prereview.why', isShown: true },
  { key: 'person', label: 'prereview.person', isShown: true },
  { key: 'park', label: 'prereview.park', isShown: true, isFolded: true, sorts: 'up' },
  {
    key: 'yuan',
    label: 'prereview.yuan',
    isShown: true,
    isNumeric: true,
    isFolded: true,
    saysLabel: true,
    sorts: 'down',
  },
  {
    key: 'due',
    label: 'prereview.due',
    isShown: true,
    isNowrap: true,
    saysLabel: true,
    sorts: 'up',
  },
] as const satisfies Columns;

export type FindingSort = SortKey<typeof findingColumns>;
export type FindingOrder = { sort: FindingSort; order: 'up' | 'down' | null };

/** What is worth most first. */
export const worthFirst: FindingOrder = { sort: 'yuan', order: null };
/** What is due first first. */
export const dueFirst: FindingOrder = { sort: 'due', order: null };

/** Of the closed list of columns; in a row `f` that has its venture `v`, its park and what it is worth. */
const keys: Record<FindingSort, Sql> = {
  venture: readingOfName,
  park: sql`(SELECT "number" FROM "Park" WHERE "id" = f."parkId")`,
  yuan: sql`f."fen"`,
  due: sql`f."dueOn"`,
};

/** The order of findings `f` of ventures `v`; what has none comes last, equal ones by a column that tells them apart. */
export const findingOrder = (by: FindingOrder, last: Sql): Sql =>
  isDescending(findingColumns, by)
    ? sql`${keys[by.sort]} DESC NULLS LAST, ${last}`
    : sql`${keys[by.sort]} ASC NULLS LAST, ${last}`;
