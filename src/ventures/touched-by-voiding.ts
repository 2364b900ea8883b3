import { addDays, type Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import type { Touched } from '../ledger/closed-months.js';
import { touchedFrom } from '../ledger/dated-attributes.js';
import { reachesOf, type SpaceStay, staysOfSpaceAsJson } from '../parks/park-of-space.js';

/**
 * What comes out differently without a venture, beside its entries: the months in which it held a lease, and those in
 * which it was served.
 */
export async function touchedByVoiding(reads: Reads, ventureId: number): Promise<Touched[]> {
  const leases = await rowsOf<{ beganOn: Day; endedOn: Day | null; stays: string }>(
    reads,
    sql`SELECT t."beganOn", t."endedOn", ${staysOfSpaceAsJson(sql`t."spaceId"`)} AS "stays"
      FROM "Tenancy" t WHERE t."ventureId" = ${ventureId} AND t."voidedAt" IS NULL`,
  );
  const visits = await rowsOf<{ day: Day; parkId: number }>(
    reads,
    sql`SELECT v."madeOn" AS "day", v."parkId" FROM "Visit" v JOIN "VisitVenture" o ON o."visitId" = v."id"
      WHERE o."ventureId" = ${ventureId} AND v."cancelledAt" IS NULL`,
  );
  const reaches = leases.flatMap(({ beganOn, endedOn, stays }) =>
    reachesOf(JSON.parse(stays) as SpaceStay[], ventureId, beganOn, endedOn),
  );
  // A service is of its day.
  const served = visits.map(({ day, parkId }) => ({
    parkId,
    ventureId,
    day,
    until: addDays(day, 1),
  }));
  return [...reaches, ...served].map(touchedFrom);
}
