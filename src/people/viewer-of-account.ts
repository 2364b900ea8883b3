import type { Reads } from '../database/database.js';
import { parkIdsOfRegion } from './sessions.js';
import type { Role, Viewer } from './viewer.js';

/** Who an account is and what it may see, for a verb that has to know; null for one that is not active. */
export async function viewerOfAccount(reads: Reads, accountId: number): Promise<Viewer | null> {
  const account = await reads.account.findUnique({
    where: { id: accountId },
    include: { parks: true },
  });
  if (!account?.isActive) return null;
  const { username, name, regionCode, personId, parks } = account;
  const role = account.role as Role;
  const ofCounty = role === 'county-reviewer' && regionCode !== null;
  return {
    ...{ accountId, username, name, role, regionCode, personId },
    parkIds: ofCounty
      ? await parkIdsOfRegion(reads, regionCode)
      : parks.map(({ parkId }) => parkId),
  };
}
