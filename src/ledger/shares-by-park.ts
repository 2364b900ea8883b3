import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { joinInOrder } from '../database/sent-rows.js';
import { type Sql, sql } from '../database/sql.js';
import type { Share } from './breakdown.js';
import { formOn, industryOn } from './profile-on.js';
import type { Kind } from './record-list.js';

export type ParkShare = Share & { parkId: number };

/**
 * The ventures in every park on a day by legal form, industry and founders' category of that day, as the
 * records stand: read once
 * for the network, as a county and the city are sums of their parks. `breakdown` comes to the same from the ledger, for
 * any position; a test holds them against each other, and `verify` the ledger against the records.
 */
export async function sharesByPark(reads: Reads, asOf: Day): Promise<ParkShare[]> {
  const kinds = await rowsOf<{ parkId: number; form: string; industry: string; amount: number }>(
    reads,
    sql`SELECT r."parkId", ${formOn(asOf)} AS "form", ${industryOn(asOf)} AS "industry", COUNT(*) AS "amount"
      FROM "Residency" r ${joinInOrder} "Venture" v ON v."id" = r."ventureId"
      WHERE ${holds(sql`r`, asOf)} GROUP BY 1, 2, 3`,
  );
  const categories = await rowsOf<{ parkId: number; value: string; amount: number }>(
    reads,
    sql`SELECT r."parkId", pc."category" AS "value", COUNT(DISTINCT r."ventureId") AS "amount"
      FROM "Residency" r
      ${joinInOrder} "PersonRole" pr ON pr."ventureId" = r."ventureId" AND pr."role" = 'founder' AND ${holds(sql`pr`, asOf)}
      ${joinInOrder} "PersonCategory" pc ON pc."personId" = pr."personId" AND ${holds(sql`pc`, asOf)}
      WHERE ${holds(sql`r`, asOf)} GROUP BY 1, 2`,
  );
  return [
    ...kinds.map(({ parkId, form, amount }) => share(parkId, 'form', form, amount)),
    ...kinds.map(({ parkId, industry, amount }) => share(parkId, 'industry', industry, amount)),
    ...categories.map(({ parkId, value, amount }) => share(parkId, 'category', value, amount)),
  ];
}

const share = (parkId: number, by: Kind['by'], value: string, amount: number): ParkShare => ({
  parkId,
  by,
  value,
  amount,
});

const holds = (table: Sql, day: Day): Sql =>
  sql`${table}."beganOn" <= ${day} AND (${table}."endedOn" IS NULL OR ${table}."endedOn" > ${day})`;

/** The shares of some parks together, the largest first. */
export function sharesOf(shares: ParkShare[], parkIds: number[]): Share[] {
  const sums = new Map<string, Share>();
  for (const { parkId, by, value, amount } of shares) {
    if (!parkIds.includes(parkId)) continue;
    const sum = sums.get(`${by} ${value}`) ?? { by, value, amount: 0 };
    sum.amount += amount;
    sums.set(`${by} ${value}`, sum);
  }
  return [...sums.values()].sort(
    (a, b) => b.amount - a.amount || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0),
  );
}
