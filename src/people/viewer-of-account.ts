import { z } from 'zod';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { jsonValues } from '../database/json.js';
import { sql } from '../database/sql.js';
import { parksOfRegion } from './parks-of-region.js';
import { type Role, roles, type Viewer } from './viewer.js';

type AccountRow = {
  username: string;
  name: string;
  role: Role;
  regionCode: string | null;
  personId: number | null;
  /** Ids of parks, as JSON: a manager's, and a county's. */
  parks: string;
};

const AccountRow = z.strictObject({
  username: z.string(),
  name: z.string(),
  role: z.enum(roles),
  regionCode: z.string().nullable(),
  personId: z.int().nullable(),
  parks: z.string(),
}) satisfies z.ZodType<AccountRow>;

const parksOfCounty = jsonValues(sql`"id"`, sql`(${parksOfRegion(sql`"Account"."regionCode"`)})`);
const parksOfManager = jsonValues(
  sql`"parkId"`,
  sql`"AccountPark" WHERE "accountId" = "Account"."id"`,
);

/** Who an account is and what it may see, for a verb that has to know; null for one that is not active. */
export async function viewerOfAccount(reads: Reads, accountId: number): Promise<Viewer | null> {
  const [account] = await rowsOf<AccountRow>(
    reads,
    sql`SELECT "username", "name", "role", "regionCode", "personId",
        CASE "role" WHEN 'county-reviewer'
          THEN ${parksOfCounty} ELSE ${parksOfManager}
        END AS "parks"
      FROM "Account" WHERE "id" = ${accountId} AND "isActive"`,
    { schema: AccountRow },
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
