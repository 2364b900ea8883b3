import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import { parksOfRegion } from './parks-of-region.js';
import type { Role, Viewer } from './viewer.js';

type AccountRow = {
  username: string;
  name: string;
  role: Role;
  regionCode: string | null;
  personId: number | null;
  /** Ids of parks, as JSON: a manager's, and a county's. */
  parks: string;
};

/** Who an account is and what it may see, for a verb that has to know; null for one that is not active. */
export async function viewerOfAccount(reads: Reads, accountId: number): Promise<Viewer | null> {
  const [account] = await rowsOf<AccountRow>(
    reads,
    sql`SELECT "username", "name", "role", "regionCode", "personId",
        CASE "role" WHEN 'county-reviewer'
          THEN (SELECT json_group_array("id") FROM (${parksOfRegion(sql`"Account"."regionCode"`)}))
          ELSE (SELECT json_group_array("parkId") FROM "AccountPark" WHERE "accountId" = "Account"."id")
        END AS "parks"
      FROM "Account" WHERE "id" = ${accountId} AND "isActive"`,
  );
  if (!account) return null;
  const { username, name, role, regionCode, personId, parks } = account;
  return {
    accountId,
    username,
    name,
    role,
    regionCode,
    personId,
    parkIds: JSON.parse(parks),
  };
}
