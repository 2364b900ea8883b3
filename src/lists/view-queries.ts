import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { Kept } from '../database/kept.js';
import type { Viewer } from '../people/viewer.js';
import { parksOfSharedViews } from './permissions.js';

/** The most that one account keeps, so that the row of them above a list can be read. */
export const mostViews = 40;
const mostShown = 200;

const named = {
  park: { select: { number: true, nameZh: true, nameEn: true } },
  account: { select: { name: true } },
} as const satisfies Prisma.ListViewInclude;
export type ListViewRow = Prisma.ListViewGetPayload<{ include: typeof named }>;

/** The views that a viewer has: the own ones, and those shared with a park in which the viewer works. */
const inSight = (viewer: Viewer): Prisma.ListViewWhereInput => ({
  OR: [{ accountId: viewer.accountId }, { parkId: { in: parksOfSharedViews(viewer) } }],
});

/** They stand above every list, and change hardly ever. */
const kept = new Kept<ListViewRow[]>(['ListView', 'Account', 'Park'], 500);

/** Views by their names, of one list or of all. */
export function viewsOf(
  reads: Reads,
  viewer: Viewer,
  list: string | null,
): Promise<readonly ListViewRow[]> {
  const key = JSON.stringify([viewer.accountId, parksOfSharedViews(viewer), list]);
  return kept.get(reads, key, () =>
    reads.listView.findMany({
      where: { AND: [inSight(viewer), { removedAt: null }, list === null ? {} : { list }] },
      include: named,
      orderBy: [{ list: 'asc' }, { name: 'asc' }, { id: 'asc' }],
      take: mostShown,
    }),
  );
}

export const findView = (reads: Reads, viewer: Viewer, id: number): Promise<ListViewRow | null> =>
  reads.listView.findFirst({
    where: { AND: [{ id, removedAt: null }, inSight(viewer)] },
    include: named,
  });
