import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import type { AccountFilter } from './account-forms.js';
import { canSeeAccounts } from './account-rules.js';
import type { Viewer } from './viewer.js';

export const accountsOnAPage = 50;
const withScope = {
  region: true,
  person: true,
  parks: { include: { park: true }, orderBy: { parkId: 'asc' } },
} as const satisfies Prisma.AccountInclude;

export type AccountRow = Prisma.AccountGetPayload<{ include: typeof withScope }>;

/** One page of accounts whose username or name holds the text, by username. */
export async function listAccounts(
  reads: Reads,
  viewer: Viewer,
  filter: AccountFilter,
): Promise<{ rows: AccountRow[]; total: number }> {
  const where: Prisma.AccountWhereInput = {
    AND: [
      canSeeAccounts(viewer) ? {} : { id: { in: [] } },
      filter.role ? { role: filter.role } : {},
      // The usernames are in lower case; % and _ are themselves.
      {
        OR: [{ username: { contains: filter.q.toLowerCase() } }, { name: { contains: filter.q } }],
      },
    ],
  };
  const total = await reads.account.count({ where });
  // Beyond the last page stands the last page, as its links say.
  const last = Math.max(1, Math.ceil(total / accountsOnAPage));
  const rows = await reads.account.findMany({
    where,
    include: withScope,
    orderBy: { username: 'asc' },
    skip: (Math.min(filter.page, last) - 1) * accountsOnAPage,
    take: accountsOnAPage,
  });
  return { rows, total };
}

/** An account, or null for a viewer who does not see accounts. */
export function findAccount(reads: Reads, viewer: Viewer, id: number): Promise<AccountRow | null> {
  if (!canSeeAccounts(viewer)) return Promise.resolve(null);
  return reads.account.findUnique({ where: { id }, include: withScope });
}

/** What an account's scope can be chosen from. */
export async function scopeChoices(reads: Reads) {
  const regions = await reads.region.findMany({
    where: { kind: { not: 'city' } },
    orderBy: { sequence: 'asc' },
  });
  return { regions, parks: await reads.park.findMany({ orderBy: { number: 'asc' } }) };
}

/** The sessions of an account, the latest first. */
export function sessionsOf(reads: Reads, accountId: number) {
  return reads.session.findMany({ where: { accountId }, orderBy: { lastSeenAt: 'desc' } });
}
