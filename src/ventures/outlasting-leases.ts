import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { jsonRows } from '../database/json.js';
import { orNever } from '../database/periods.js';
import { sql } from '../database/sql.js';
import { parkOfSpace, type SpaceStay, staysOfSpaceAsJson } from '../parks/park-of-space.js';
import { dayOfLeaving } from './day-of-leaving.js';
import { hasWaiver } from './leases-of-space.js';
import type { Stay } from './settle-venture.js';

/** A lease that goes on after its venture left the park of the space. */
export type OutlastingLease = {
  id: number;
  version: number;
  ventureId: number;
  /** The numbers of its venture and its space. */
  venture: string;
  space: string;
  beganOn: Day;
  endedOn: Day | null;
  hasWaiver: number;
  /** When the venture left; the first day of a lease for a time in which it was not there at all. */
  leftOn: Day;
  /** That of the space on that day. */
  parkId: number;
};

type Row = Omit<OutlastingLease, 'leftOn' | 'parkId'> & { stays: string; residencies: string };

/**
 * The leases that outlast the stay of their venture, as a lease could that was entered for a stay that had ended, before
 * 29 November 2026.
 */
export async function outlastingLeases(reads: Reads): Promise<OutlastingLease[]> {
  const rows = await rowsOf<Row>(
    reads,
    sql`SELECT t."id", t."version", t."ventureId", v."number" AS "venture", s."number" AS "space", t."beganOn",
        t."endedOn", ${hasWaiver} AS "hasWaiver", ${staysOfSpaceAsJson(sql`s."id"`)} AS "stays",
        ${jsonRows(['ventureId', 'parkId', 'beganOn', 'endedOn'], sql`"Residency" WHERE "ventureId" = v."id"`)}
          AS "residencies"
      FROM "Tenancy" t JOIN "Venture" v ON v."id" = t."ventureId" JOIN "Space" s ON s."id" = t."spaceId"
      WHERE t."voidedAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "Residency" r WHERE r."ventureId" = v."id"
        AND r."beganOn" <= t."beganOn" AND ${orNever(sql`r."endedOn"`)} >= ${orNever(sql`t."endedOn"`)}
        AND r."parkId" = s."parkId")
      ORDER BY s."number", t."beganOn", t."id"`,
  );
  return rows.flatMap(({ stays: ofSpace, residencies, ...lease }) => {
    const stays: SpaceStay[] = JSON.parse(ofSpace);
    const ofVenture: Stay[] = JSON.parse(residencies);
    const leftOn = dayOfLeaving(ofVenture, lease.ventureId, { stays, day: lease.beganOn });
    const isOver = leftOn === null || (lease.endedOn !== null && lease.endedOn <= leftOn);
    return isOver ? [] : [Object.assign(lease, { leftOn, parkId: parkOfSpace(stays, leftOn) })];
  });
}

/** A lease that outlasts its stay, for who reads a terminal. */
export const outlastingText = ({ space, venture, leftOn }: OutlastingLease): string =>
  `${space} is let to ${venture}, which left on ${leftOn}`;
