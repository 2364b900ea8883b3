import { type Columns, isDescending, type SortKey } from '../web/list-columns.js';

/** The columns of the parks of a month. */
export const monthColumns = [
  { key: 'park', label: 'returns.park', isName: true, sorts: 'up' },
  {
    key: 'due',
    label: 'returns.due',
    isShown: true,
    isNumeric: true,
    saysLabel: true,
    sorts: 'down',
  },
  {
    key: 'filed',
    label: 'returns.filed',
    isShown: true,
    isNumeric: true,
    saysLabel: true,
    sorts: 'down',
  },
  {
    key: 'missing',
    label: 'returns.owed',
    isShown: true,
    isNumeric: true,
    saysLabel: true,
    sorts: 'down',
  },
  { key: 'state', label: 'returns.state', isShown: true, isNowrap: true, sorts: 'up' },
  {
    key: 'timeliness',
    label: 'returns.progress.timeliness',
    isShown: true,
    isNowrap: true,
    sorts: 'up',
  },
  {
    key: 'submitted',
    label: 'returns.submitted-at',
    isNowrap: true,
    saysLabel: true,
    sorts: 'down',
  },
] as const satisfies Columns;

export type MonthSort = SortKey<typeof monthColumns>;
/** What a park of a month is put in order by; what it does not have comes last. */
export type MonthKeys = Record<MonthSort, string | number | null>;

/** Parks in the order that was chosen; equal ones by their numbers. */
export function inMonthOrder<P extends { keys: MonthKeys }>(
  parks: readonly P[],
  by: { sort: MonthSort; order: 'up' | 'down' | null },
): P[] {
  const way = isDescending(monthColumns, by) ? -1 : 1;
  return parks.toSorted((a, b) => {
    const [first, second] = [a.keys[by.sort], b.keys[by.sort]];
    if (first === null || second === null)
      return Number(first === null) - Number(second === null) || compare(a.keys.park, b.keys.park);
    return way * compare(first, second) || compare(a.keys.park, b.keys.park);
  });
}

function compare(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
