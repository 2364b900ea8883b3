import type { Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { asJson, jsonRows } from '../database/json.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import { type Extent, earlierAreasAsJson } from '../ledger/space-on.js';
import { parkOfSpaceOn, type SpaceStay, staysOfSpaceAsJson } from '../parks/park-of-space.js';
import type { LeaseOfSpace } from './room-for-lease.js';

/** A lease of a space as it is stored; the id is 0 for one that is about to be. */
export type StoredLease = LeaseOfSpace & {
  id: number;
  version: number;
  ventureId: number;
  /** That of its space on the day its term ends. */
  parkId: number;
  /** 1 where a waiver of its rent runs, which ends with it. */
  hasWaiver: number;
};

export type SpaceWithLeases = Extent & {
  id: number;
  /** Its parks, the first one first. */
  stays: SpaceStay[];
  openedOn: Day;
  closedOn: Day | null;
  leases: StoredLease[];
};

/** Whether a waiver of the rent of the lease `t` runs. */
export const hasWaiver: Sql = sql`EXISTS (SELECT 1 FROM "Waiver" w WHERE w."ventureId" = t."ventureId"
  AND w."tenancyId" = t."id" AND w."endedOn" IS NULL)`;

const leases = jsonRows(
  {
    id: sql`t."id"`,
    version: sql`t."version"`,
    ventureId: sql`t."ventureId"`,
    venture: sql`v."number"`,
    parkId: parkOfSpaceOn(sql`t."termEndOn"`),
    beganOn: sql`t."beganOn"`,
    termEndOn: sql`t."termEndOn"`,
    endedOn: sql`t."endedOn"`,
    area: sql`t."area"`,
    hasWaiver,
  },
  sql`"Tenancy" t JOIN "Venture" v ON v."id" = t."ventureId" WHERE t."spaceId" = s."id"`,
);

/** Spaces with all of their leases, as JSON. */
export const spacesAsJson = (ids: number[]): Sql =>
  jsonRows(
    {
      id: sql`s."id"`,
      stays: asJson(staysOfSpaceAsJson(sql`s."id"`)),
      area: sql`s."area"`,
      earlier: asJson(earlierAreasAsJson(sql`s."id"`)),
      openedOn: sql`s."openedOn"`,
      closedOn: sql`s."closedOn"`,
      leases: asJson(leases),
    },
    sql`"Space" s WHERE s."id" IN ${listed(ids)}`,
  );

/** A space with all of its leases. */
export async function spaceWithLeases(tx: Tx, id: number): Promise<SpaceWithLeases> {
  const [row] = await rowsOf<{ spaces: string }>(tx, sql`SELECT ${spacesAsJson([id])} AS "spaces"`);
  const [space]: SpaceWithLeases[] = JSON.parse(row?.spaces ?? '[]');
  if (!space) throw new Error(`there is no space ${id}`);
  return space;
}
