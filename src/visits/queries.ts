import { addDays, type Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { sql } from '../database/sql.js';
import { contains } from '../database/text-search.js';
import type { Viewer } from '../people/viewer.js';
import { type ParkWithRegion, parkIdsOf } from '../ventures/park-choices.js';
import type { VisitFilter } from './filter.js';
import { visitsInScope } from './permissions.js';
import { visitOrder } from './visit-columns.js';

export const visitsOnAPage = 50;
const exportBatch = 200;
/** A search that fits more ventures than that narrows nothing. */
const mostFound = 2000;

const named = { select: { number: true, name: true } } as const;
const withAll = {
  park: true,
  loggedBy: { select: { name: true } },
  cancelledBy: { select: { name: true } },
  ventures: { include: { venture: named }, orderBy: { ventureId: 'asc' } },
} as const satisfies Prisma.VisitInclude;

const withPhotos = {
  ...withAll,
  photos: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.VisitInclude;

/** A visit with its park, all whom it was for, and its photos. */
export type VisitRow = Prisma.VisitGetPayload<{ include: typeof withPhotos }>;
/** A visit as files list it, without photos. */
export type ExportedVisit = Prisma.VisitGetPayload<{ include: typeof withAll }>;

/** The visit of an id, or null where the viewer does not see it. */
export const findVisit = (reads: Reads, viewer: Viewer, id: number): Promise<VisitRow | null> =>
  reads.visit.findFirst({ where: { AND: [{ id }, visitsInScope(viewer)] }, include: withPhotos });

/** Which visits a filter asks for, among those that the viewer sees. */
export async function visitsWhere(
  reads: Reads,
  viewer: Viewer,
  filter: VisitFilter,
  parks: ParkWithRegion[],
): Promise<Prisma.VisitWhereInput> {
  const { kind, from, to, venture, state } = filter;
  const ids = parkIdsOf(filter, parks);
  const found = venture === '' ? null : await ventureIdsOf(reads, venture);
  return {
    AND: [
      visitsInScope(viewer),
      state === 'cancelled' ? { cancelledAt: { not: null } } : { cancelledAt: null },
      ids === null ? {} : { parkId: { in: ids } },
      kind === null ? {} : { kind },
      from === null ? {} : { madeOn: { gte: from } },
      to === null ? {} : { madeOn: { lt: addDays(to, 1) } },
      found === null ? {} : { ventures: { some: { ventureId: { in: found } } } },
    ],
  };
}

/** By number, name, pinyin or founder, as the list of ventures finds them. */
async function ventureIdsOf(reads: Reads, typed: string): Promise<number[]> {
  const text = typed.normalize('NFKC').toLowerCase();
  const rows = await reads.$queryRaw<{ id: number | bigint }[]>(sql`
    SELECT "id" FROM "Venture" WHERE ${contains(sql`"searchText"`, text)} ORDER BY "id" LIMIT ${mostFound}`);
  return rows.map(({ id }) => Number(id));
}

/** A page of visits in the order that was asked for, how many there are, and for how many ventures; beyond the last page, the last. */
export async function listVisits(
  reads: Reads,
  where: Prisma.VisitWhereInput,
  { page, ...arranged }: Pick<VisitFilter, 'page' | 'sort' | 'order'>,
) {
  const total = await reads.visit.count({ where });
  const last = Math.max(1, Math.ceil(total / visitsOnAPage));
  const rows = await reads.visit.findMany({
    where,
    include: {
      park: true,
      loggedBy: { select: { name: true } },
      ventures: { include: { venture: named }, orderBy: { ventureId: 'asc' }, take: 3 },
      _count: { select: { ventures: true } },
    },
    orderBy: visitOrder(arranged),
    skip: (Math.min(page, last) - 1) * visitsOnAPage,
    take: visitsOnAPage,
  });
  return { rows, total, served: await countServed(reads, where) };
}
export type ListedVisit = Awaited<ReturnType<typeof listVisits>>['rows'][number];

/** For how many ventures visits were, each as often as it was visited: 服务家次. */
export const countServed = (reads: Reads, where: Prisma.VisitWhereInput): Promise<number> =>
  reads.visitVenture.count({ where: { visit: where } });

/** All visits in the order of the list, a batch at a time. Which they are is asked once. */
export async function* everyVisit(
  reads: Reads,
  where: Prisma.VisitWhereInput,
  arranged: Pick<VisitFilter, 'sort' | 'order'>,
): AsyncGenerator<ExportedVisit[]> {
  const found = await reads.visit.findMany({
    where,
    select: { id: true },
    orderBy: visitOrder(arranged),
  });
  for (let at = 0; at < found.length; at += exportBatch) {
    const ids = found.slice(at, at + exportBatch).map(({ id }) => id);
    const rows = await reads.visit.findMany({ where: { id: { in: ids } }, include: withAll });
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    yield ids.flatMap((id) => rowOf.get(id) ?? []);
  }
}

type VisitsOf = { of: Prisma.VisitWhereInput; ventureId: number; until: Day; take: number };

/** The last visits of a venture that count, the newest first. */
export const visitsOfVenture = (
  reads: Reads,
  { of, ventureId, until, take }: VisitsOf,
): Promise<Prisma.VisitGetPayload<object>[]> =>
  reads.visit.findMany({
    where: {
      AND: [of, { cancelledAt: null, madeOn: { lte: until }, ventures: { some: { ventureId } } }],
    },
    orderBy: [{ madeOn: 'desc' }, { id: 'desc' }],
    take,
  });
