import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import { parkIdsOfRegion } from './sessions.js';
import type { Role, Viewer } from './viewer.js';

type AccountRow = {
  username: string;
  name: string;
  role: Role;
  regionCode: string | null;
  personId: number | null;
  /** Ids of parks, as JSON. */
  parks: string;
};

/** Who an account is and what it may see, for a verb that has to know; null for one that is not active. */
export async function viewerOfAccount(reads: Reads, accountId: number): Promise<Viewer | null> {
  const [account] = await rowsOf<AccountRow>(
    reads,
    sql`SELECT "username", "name", "role", "regionCode", "personId",
        (SELECT json_group_array("parkId") FROM "AccountPark" WHERE "accountId" = "Account"."id") AS "parks"
      FROM "Account" WHERE "id" = ${accountId} AND "isActive"`,
  );
  if (!account) return null;
  const { username, name, role, regionCode, personId, parks } = account;
  const ofCounty = role === 'county-reviewer' && regionCode !== null;
  return {
    ...{ accountId, username, name, role, regionCode, personId },
    parkIds: ofCounty ? await parkIdsOfRegion(reads, regionCode) : JSON.parse(parks),
  };
}
