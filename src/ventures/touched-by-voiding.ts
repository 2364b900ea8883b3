import { addDays, type Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import type { Touched } from '../ledger/closed-months.js';
import { touchedFrom } from '../ledger/dated-attributes.js';
import { parkOfSpaceOn } from '../parks/park-of-space.js';

/**
 * What comes out differently without a venture, beside its entries: the months in which it held a lease, and those in
 * which it was served.
 */
export async function touchedByVoiding(reads: Reads, ventureId: number): Promise<Touched[]> {
  const rows = await rowsOf<{ day: Day; until: Day | null; parkId: number }>(
    reads,
    sql`SELECT t."beganOn" AS "day", t."endedOn" AS "until", ${parkOfSpaceOn(sql`t."beganOn"`)} AS "parkId"
        FROM "Tenancy" t JOIN "Space" s ON s."id" = t."spaceId"
        WHERE t."ventureId" = ${ventureId} AND t."voidedAt" IS NULL
      UNION SELECT v."madeOn", v."madeOn", v."parkId" FROM "Visit" v JOIN "VisitVenture" o ON o."visitId" = v."id"
        WHERE o."ventureId" = ${ventureId} AND v."cancelledAt" IS NULL`,
  );
  // A service is of its day.
  return rows.map(({ day, until, parkId }) =>
    touchedFrom({ day, until: until === day ? addDays(day, 1) : until, parkId, ventureId }),
  );
}
