import { createHash } from 'node:crypto';
import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { listed } from '../../database/listed.js';
import { sql } from '../../database/sql.js';
import type { SpaceStay } from './merged-leases.js';
import type { ParkMonth } from './merged-months.js';
import type { Mergeable } from './plan-merge.js';
import { recordsOn } from './stored-records.js';

/** All that a merge of two ventures is worked out from. @param ownId of the one that stays */
export async function findMergeable(
  reads: Reads,
  ownId: number,
  otherId: number,
): Promise<Mergeable> {
  const before = await recordsOn(reads, [ownId, otherId]);
  const spaceIds = before.Tenancy.map(({ spaceId }) => spaceId);
  const spaces = await rowsOf<SpaceStay>(
    reads,
    sql`SELECT "spaceId", "parkId", "beganOn", "endedOn" FROM "SpacePark"
      WHERE "spaceId" IN ${listed(spaceIds)} ORDER BY "spaceId", "beganOn"`,
  );
  const returnIds = before.ReturnCell.map(({ monthlyReturnId }) => monthlyReturnId);
  const parkMonths = await rowsOf<ParkMonth>(
    reads,
    sql`SELECT "id", "month", "parkId" FROM "MonthlyReturn" WHERE "id" IN ${listed(returnIds)}`,
  );
  return { ownId, before, spaces, parkMonths };
}

/** What tells whether two records are still as somebody saw them. */
export const markOfRecords = ({ before }: Pick<Mergeable, 'before'>): string =>
  createHash('sha256').update(JSON.stringify(before)).digest('hex').slice(0, 32);
