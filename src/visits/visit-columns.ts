import type { Prisma } from '../database/generated/client.js';
import { type Columns, isDescending, type SortKey } from '../web/list-columns.js';

/** The columns of the list of visits. */
export const visitColumns = [
  { key: 'day', label: 'visits.made-on', isName: true, isNowrap: true, sorts: 'down' },
  { key: 'kind', label: 'visits.kind', isShown: true, isNowrap: true, sorts: 'up' },
  { key: 'ventures', label: 'visits.ventures', isShown: true, sorts: 'down' },
  { key: 'park', label: 'visits.park', isShown: true, sorts: 'up' },
  { key: 'by', label: 'visits.made-by', isShown: true, sorts: 'up' },
  { key: 'note', label: 'visits.note' },
  {
    key: 'followUp',
    label: 'visits.follow-up',
    isShown: true,
    isNowrap: true,
    saysLabel: true,
    sorts: 'up',
  },
  { key: 'logged', label: 'visits.logged-by', isNowrap: true, saysLabel: true, sorts: 'down' },
] as const satisfies Columns;

export type VisitSort = SortKey<typeof visitColumns>;
type Way = Prisma.SortOrder;

/** What visits are put in order by, of the closed list of columns; of ventures, by how many. */
const keys: Record<VisitSort, (way: Way) => Prisma.VisitOrderByWithRelationInput> = {
  day: (madeOn) => ({ madeOn }),
  kind: (kind) => ({ kind }),
  ventures: (_count) => ({ ventures: { _count } }),
  park: (number) => ({ park: { number } }),
  by: (madeBy) => ({ madeBy }),
  followUp: (sort) => ({ followUpOn: { sort, nulls: 'last' } }),
  logged: (loggedAt) => ({ loggedAt }),
};

/** The order of a list of visits; equal ones by when they were logged. */
export function visitOrder(arranged: {
  sort: VisitSort;
  order: 'up' | 'down' | null;
}): Prisma.VisitOrderByWithRelationInput[] {
  const way = isDescending(visitColumns, arranged) ? 'desc' : 'asc';
  return [keys[arranged.sort](way), { id: way }];
}
