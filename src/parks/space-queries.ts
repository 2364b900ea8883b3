import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';

export const spacesOnAPage = 50;
export const spaceStates = ['free', 'in-use'] as const;
export type SpaceState = (typeof spaceStates)[number];
export type SpaceFilter = { asOf: Day; state: SpaceState | null; page: number };

/** Rows from a day to a day that hold on one. */
const holding = (asOf: Day) => ({
  beganOn: { lte: asOf },
  OR: [{ endedOn: null }, { endedOn: { gt: asOf } }],
});
const runningOn = (asOf: Day): Prisma.TenancyWhereInput => holding(asOf);

function spacesWhere(parkId: number, { asOf, state }: SpaceFilter): Prisma.SpaceWhereInput {
  const tenancies = runningOn(asOf);
  return {
    AND: [
      { openedOn: { lte: asOf }, parks: { some: { parkId, AND: [holding(asOf)] } } },
      { OR: [{ closedOn: null }, { closedOn: { gt: asOf } }] },
      state === 'free' ? { tenancies: { none: tenancies } } : {},
      state === 'in-use' ? { tenancies: { some: tenancies } } : {},
    ],
  };
}

/** One page of a park's spaces on a day, each with the tenancy that runs then; beyond the last page, the last. */
export async function listSpaces(reads: Reads, parkId: number, filter: SpaceFilter) {
  const where = spacesWhere(parkId, filter);
  const total = await reads.space.count({ where });
  const last = Math.max(1, Math.ceil(total / spacesOnAPage));
  const rows = await reads.space.findMany({
    where,
    include: {
      park: { select: { number: true } },
      valuations: { orderBy: [{ fromOn: 'asc' }, { id: 'asc' }] },
      tenancies: {
        where: runningOn(filter.asOf),
        select: { beganOn: true, venture: { select: { number: true, name: true } } },
      },
    },
    orderBy: { number: 'asc' },
    skip: (Math.min(filter.page, last) - 1) * spacesOnAPage,
    take: spacesOnAPage,
  });
  return { rows, total };
}
export type SpaceRow = Awaited<ReturnType<typeof listSpaces>>['rows'][number];

/** The free spaces of a park as the public sees them: neither owner, address nor rent. */
export async function listFreeSpaces(reads: Reads, parkId: number, asOf: Day, page: number) {
  const where = spacesWhere(parkId, { asOf, state: 'free', page });
  const total = await reads.space.count({ where });
  const last = Math.max(1, Math.ceil(total / spacesOnAPage));
  const rows = await reads.space.findMany({
    where,
    select: { number: true, name: true, kind: true, village: true, island: true, area: true },
    orderBy: { number: 'asc' },
    skip: (Math.min(page, last) - 1) * spacesOnAPage,
    take: spacesOnAPage,
  });
  return { rows, total };
}

/** A space of a park by its number, or null. */
export function findSpace(reads: Reads, parkId: number, number: string) {
  return reads.space.findFirst({ where: { parkId, number } });
}
export type SpaceFound = NonNullable<Awaited<ReturnType<typeof findSpace>>>;

/** What a space is worth, the earliest first, with who entered it. */
export async function valuationsOf(reads: Reads, spaceId: number) {
  const rows = await reads.spaceValuation.findMany({
    where: { spaceId },
    orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
  });
  const ids = rows.flatMap(({ enteredById }) => (enteredById === null ? [] : [enteredById]));
  const accounts = await reads.account.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(accounts.map(({ id, name }) => [id, name]));
  return rows.map(({ enteredById, ...row }) => ({
    fromOn: row.fromOn,
    fen: row.fen,
    source: row.source,
    enteredAt: row.enteredAt,
    by: enteredById === null ? null : (nameOf.get(enteredById) ?? null),
  }));
}
