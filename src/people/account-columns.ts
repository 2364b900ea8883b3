import type { Prisma } from '../database/generated/client.js';
import { type Columns, isDescending, type SortKey } from '../web/list-columns.js';

/** The columns of the list of accounts. */
export const accountColumns = [
  { key: 'username', label: 'people.account.username', isName: true, sorts: 'up' },
  { key: 'name', label: 'people.account.name', isShown: true, isNowrap: true, sorts: 'up' },
  { key: 'role', label: 'people.account.role', isShown: true, isNowrap: true, sorts: 'up' },
  { key: 'scope', label: 'people.account.scope', isShown: true },
  { key: 'state', label: 'people.account.state', isShown: true, isNowrap: true, sorts: 'down' },
  {
    key: 'created',
    label: 'people.account.created',
    isNowrap: true,
    saysLabel: true,
    sorts: 'down',
  },
] as const satisfies Columns;

export type AccountSort = SortKey<typeof accountColumns>;

const keys: Record<AccountSort, (way: Prisma.SortOrder) => Prisma.AccountOrderByWithRelationInput> =
  {
    username: (username) => ({ username }),
    name: (name) => ({ name }),
    role: (role) => ({ role }),
    state: (isActive) => ({ isActive }),
    created: (createdAt) => ({ createdAt }),
  };

/** The order of a list of accounts, of the closed list of columns; equal ones by their numbers. */
export function accountOrder(arranged: {
  sort: AccountSort;
  order: 'up' | 'down' | null;
}): Prisma.AccountOrderByWithRelationInput[] {
  const way = isDescending(accountColumns, arranged) ? 'desc' : 'asc';
  return [keys[arranged.sort](way), { id: way }];
}
