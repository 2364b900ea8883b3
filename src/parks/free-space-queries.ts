import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { type Sql, sql } from '../database/sql.js';
import { ofSpaceOn } from '../ledger/space-on.js';
import { isOpenOn, parkOnDay } from './premises.js';
import { stateOn } from './space-states.js';

/** A free space as anyone may see it: never its owner, nor who was in it. */
export type FreeSpace = {
  id: number;
  number: string;
  name: string;
  kind: string;
  village: string;
  island: string;
  address: string;
  directions: string;
  /** Hundredths of a m². */
  area: number;
  parkId: number;
  /** What it would bring on the market, fen a month; null where that is not known. */
  marketRent: number | null;
  /** The day from which a lease was signed already; null where there is none. */
  letFrom: Day | null;
};

const valuationOn = (day: Day): Sql => sql`(SELECT v."fen" FROM "SpaceValuation" v
  WHERE v."spaceId" = s."id" AND v."fromOn" <= ${day} ORDER BY v."fromOn" DESC, v."id" DESC LIMIT 1)`;

const nextLease = (day: Day): Sql => sql`(SELECT MIN(t."beganOn") FROM "Tenancy" t
  WHERE t."spaceId" = s."id" AND t."voidedAt" IS NULL AND t."beganOn" > ${day})`;

const freeOn = (
  day: Day,
): Sql => sql`(SELECT s."id", s."number", ${ofSpaceOn('name', day)} AS "name", ${ofSpaceOn('kind', day)} AS "kind",
    ${ofSpaceOn('village', day)} AS "village", ${ofSpaceOn('island', day)} AS "island",
    ${ofSpaceOn('address', day)} AS "address", s."directions", ${ofSpaceOn('area', day)} AS "area", sp."parkId", ${valuationOn(day)} AS "marketRent",
    ${nextLease(day)} AS "letFrom", ${stateOn(day)} AS "state"
  FROM "Space" s ${parkOnDay(day)} WHERE ${isOpenOn(day)}) AS f`;

/** The free spaces of all parks, or of one, on a day, by number: public. */
export async function freeSpaces(
  reads: Reads,
  on: Day,
  parkId: number | null,
): Promise<FreeSpace[]> {
  const ofPark = parkId === null ? sql`TRUE` : sql`f."parkId" = ${parkId}`;
  const rows = await rowsOf<FreeSpace & { state: string }>(
    reads,
    sql`SELECT f.* FROM ${freeOn(on)} WHERE f."state" = 'free' AND ${ofPark} ORDER BY f."number"`,
  );
  return rows.map(({ state: _, ...space }) => space);
}

/** A space that is free on a day, by its number, or null: public. */
export async function freeSpace(reads: Reads, on: Day, number: string): Promise<FreeSpace | null> {
  const [row] = await rowsOf<FreeSpace & { state: string }>(
    reads,
    sql`SELECT f.* FROM ${freeOn(on)} WHERE f."state" = 'free' AND f."number" = ${number}`,
  );
  if (!row) return null;
  const { state: _, ...space } = row;
  return space;
}

/** The id of a space that is free on a day, by its number, or null. */
export async function freeSpaceId(reads: Reads, on: Day, number: string): Promise<number | null> {
  const [row] = await rowsOf<{ id: number }>(
    reads,
    sql`SELECT f."id" FROM ${freeOn(on)} WHERE f."state" = 'free' AND f."number" = ${number}`,
  );
  return row?.id ?? null;
}
