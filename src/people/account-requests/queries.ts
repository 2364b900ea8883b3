import type { Reads } from '../../database/database.js';
import type { Prisma } from '../../database/generated/client.js';
import { canSeeAccounts } from '../account-rules.js';
import type { Viewer } from '../viewer.js';
import { openAt } from './account-request.js';

export const requestsOnAPage = 50;
const name = { select: { name: true } } as const;
const withNames = {
  account: {
    include: { region: true, person: true, parks: { include: { park: true } } },
  },
  requestedBy: name,
  decidedBy: name,
} as const satisfies Prisma.AccountRequestInclude;
export type RequestRow = Prisma.AccountRequestGetPayload<{ include: typeof withNames }>;

const visibleTo = (viewer: Viewer): Prisma.AccountRequestWhereInput =>
  canSeeAccounts(viewer) ? {} : { id: { in: [] } };

/** One page of requests, the newest first: nothing for a viewer who does not see accounts. */
export async function listRequests(
  reads: Reads,
  viewer: Viewer,
  page: number,
): Promise<{ rows: RequestRow[]; total: number }> {
  const where = visibleTo(viewer);
  const total = await reads.accountRequest.count({ where });
  const last = Math.max(1, Math.ceil(total / requestsOnAPage));
  const rows = await reads.accountRequest.findMany({
    where,
    include: withNames,
    orderBy: { id: 'desc' },
    skip: (Math.min(page, last) - 1) * requestsOnAPage,
    take: requestsOnAPage,
  });
  return { rows, total };
}

/** A request, or null for a viewer who does not see accounts. */
export const findRequest = (reads: Reads, viewer: Viewer, id: number): Promise<RequestRow | null> =>
  reads.accountRequest.findFirst({
    where: { AND: [{ id }, visibleTo(viewer)] },
    include: withNames,
  });

/** How many requests wait. */
export const countOpen = (reads: Reads, now: Date): Promise<number> =>
  reads.accountRequest.count({ where: openAt(now) });

/** What waits for an account. */
export const openRequestsOf = (reads: Reads, accountId: number, now: Date) =>
  reads.accountRequest.findMany({
    where: { ...openAt(now), accountId },
    select: { id: true, kind: true },
    orderBy: { id: 'asc' },
  });
