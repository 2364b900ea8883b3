import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { sql } from '../database/sql.js';
import { containsInAnyCase } from '../database/text.js';
import { accountOrder } from './account-columns.js';
import type { AccountFilter } from './account-forms.js';
import { canSeeAccounts } from './account-rules.js';
import { liveSessions } from './sessions.js';
import type { Viewer } from './viewer.js';

export const accountsOnAPage = 50;
const withScope = {
  region: true,
  person: true,
  parks: { include: { park: true }, orderBy: { parkId: 'asc' } },
} as const satisfies Prisma.AccountInclude;

export type AccountRow = Prisma.AccountGetPayload<{ include: typeof withScope }>;

/** One page of accounts whose username or name holds the text, in the order that was asked for. */
export async function listAccounts(
  reads: Reads,
  viewer: Viewer,
  filter: AccountFilter,
): Promise<{ rows: AccountRow[]; total: number }> {
  const where: Prisma.AccountWhereInput = {
    AND: [
      canSeeAccounts(viewer) ? {} : { id: { in: [] } },
      filter.role ? { role: filter.role } : {},
      filter.q === '' ? {} : { id: { in: await idsHolding(reads, filter.q) } },
    ],
  };
  const total = await reads.account.count({ where });
  // Beyond the last page stands the last page, as its links say.
  const last = Math.max(1, Math.ceil(total / accountsOnAPage));
  const rows = await reads.account.findMany({
    where,
    include: withScope,
    orderBy: accountOrder(filter),
    skip: (Math.min(filter.page, last) - 1) * accountsOnAPage,
    take: accountsOnAPage,
  });
  return { rows, total };
}

/** Asked by hand, as the client's `contains` takes % and _ for any text; here they are themselves. */
async function idsHolding(reads: Reads, text: string): Promise<number[]> {
  const rows = await reads.$queryRaw<{ id: number }[]>(sql`
    SELECT "id" FROM "Account"
    WHERE ${containsInAnyCase(sql`"username"`, text)} OR ${containsInAnyCase(sql`"name"`, text)}`);
  return rows.map(({ id }) => id);
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

/** Where an account is signed in, the latest first. */
export function sessionsOf(reads: Reads, accountId: number, now: Date) {
  return reads.session.findMany({
    where: { AND: [{ accountId }, liveSessions(now)] },
    orderBy: { lastSeenAt: 'desc' },
    take: 50,
  });
}
