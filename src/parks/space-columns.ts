import type { Day } from '../calendar/days.js';
import { type Sql, sql } from '../database/sql.js';
import { ofSpaceOn } from '../ledger/space-on.js';
import { type Columns, isDescending, type SortKey } from '../web/list-columns.js';
import { marketRentOn } from './market-rent-on.js';

/** The columns of the list of a park's spaces. */
export const spaceColumns = [
  { key: 'number', label: 'parks.space.number', isName: true, isNowrap: true, sorts: 'up' },
  { key: 'name', label: 'parks.space.name', isShown: true, sorts: 'up' },
  { key: 'kind', label: 'parks.space.kind', isShown: true, isNowrap: true, sorts: 'up' },
  { key: 'place', label: 'parks.space.place', isShown: true, isFolded: true, sorts: 'up' },
  { key: 'address', label: 'parks.space.address', isShown: true, isFolded: true, sorts: 'up' },
  { key: 'area', label: 'parks.space.area', isShown: true, isNumeric: true, sorts: 'down' },
  { key: 'owner', label: 'parks.space.owner', isShown: true, isFolded: true, sorts: 'up' },
  {
    key: 'rent',
    label: 'parks.space.rent',
    isShown: true,
    isNumeric: true,
    isFolded: true,
    sorts: 'down',
  },
  { key: 'state', label: 'parks.spaces.state', isShown: true, sorts: 'up' },
  { key: 'tenant', label: 'parks.spaces.tenant', isShown: true },
] as const satisfies Columns;

export type SpaceSort = SortKey<typeof spaceColumns>;
export type SpaceOrder = { sort: SpaceSort; order: 'up' | 'down' | null };

export const byNumber: SpaceOrder = { sort: 'number', order: null };

/** What spaces `s` are put in order by on a day, of the closed list of columns; those of one state by their numbers. */
export const spaceKey = ({ sort }: SpaceOrder, day: Day): Sql => {
  const keys: Record<SpaceSort, Sql> = {
    number: sql`s."number"`,
    name: ofSpaceOn('name', day),
    kind: ofSpaceOn('kind', day),
    place: sql`${ofSpaceOn('island', day)} || ' ' || ${ofSpaceOn('village', day)}`,
    address: ofSpaceOn('address', day),
    area: ofSpaceOn('area', day),
    owner: ofSpaceOn('owner', day),
    rent: marketRentOn(day),
    state: sql`NULL`,
  };
  return keys[sort];
};

/** The order of spaces of whom `key` and `state` were read: what has none comes last, equal ones by their numbers. */
export const spaceOrder = (by: SpaceOrder): Sql => {
  const key = by.sort === 'state' ? sql`"state"` : sql`"key"`;
  return isDescending(spaceColumns, by)
    ? sql`${key} DESC NULLS LAST, "number" DESC`
    : sql`${key} ASC NULLS LAST, "number"`;
};
