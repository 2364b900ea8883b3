import { type Day, monthOf } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import type { Touched } from '../ledger/closed-months.js';
import { parkOfSpaceOn } from '../parks/park-of-space.js';

/**
 * What comes out differently without a venture, beside its entries: the months in which its leases began and ended, and
 * those in which it was served.
 */
export async function touchedByVoiding(reads: Reads, ventureId: number): Promise<Touched[]> {
  const rows = await rowsOf<{ day: Day; parkId: number }>(
    reads,
    sql`SELECT t."beganOn" AS "day", ${parkOfSpaceOn(sql`t."beganOn"`)} AS "parkId" FROM "Tenancy" t JOIN "Space" s ON s."id" = t."spaceId"
        WHERE t."ventureId" = ${ventureId}
      UNION SELECT t."endedOn", ${parkOfSpaceOn(sql`t."endedOn"`)} FROM "Tenancy" t JOIN "Space" s ON s."id" = t."spaceId"
        WHERE t."ventureId" = ${ventureId} AND t."endedOn" IS NOT NULL
      UNION SELECT v."madeOn", v."parkId" FROM "Visit" v JOIN "VisitVenture" o ON o."visitId" = v."id"
        WHERE o."ventureId" = ${ventureId} AND v."cancelledAt" IS NULL`,
  );
  return rows.map(({ day, parkId }) => ({ month: monthOf(day), parkId, ventureId }));
}
