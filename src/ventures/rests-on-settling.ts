import { type Day, endOfMonth, type Month } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import type { Fault } from '../language/refusal.js';
import { parkOfSpaceOn } from '../parks/park-of-space.js';
import { countingWaivers } from './counting-waivers.js';

/** A day of settling that moves, and the stay in another park that ended on it. */
export type SettlingChange = {
  ventureId: number;
  parkId: number;
  before: Day;
  beganOn: Day;
  from: { parkId: number; beganOn: Day } | null;
};

/** Leases of a time in which the venture would not be in the park of the space: each has to be corrected first. */
export async function leasesTouched(tx: Tx, change: SettlingChange): Promise<Fault[]> {
  const { ventureId, parkId, before, beganOn, from } = change;
  const leases = await rowsOf<{ number: string; day: Day }>(
    tx,
    sql`SELECT s."number", t."beganOn" AS "day" FROM "Tenancy" t JOIN "Space" s ON s."id" = t."spaceId"
      WHERE t."ventureId" = ${ventureId} AND t."voidedAt" IS NULL AND (
        (${parkOfSpaceOn(sql`t."beganOn"`)} = ${parkId} AND t."beganOn" >= ${before} AND t."beganOn" < ${beganOn})
        OR (${parkOfSpaceOn(sql`t."beganOn"`)} = ${from?.parkId ?? 0} AND t."beganOn" >= ${beganOn} AND t."beganOn" < ${before}
          AND t."beganOn" >= ${from?.beganOn ?? ''}))
      ORDER BY t."beganOn", t."id"`,
  );
  return leases.map(({ number, day }) => ({
    field: '',
    key: 'ventures.settling.rests-lease',
    values: { number, day: { day } },
  }));
}

/** Waivers in force that were granted on the day as it was, or that waive rent before the new one. */
export async function waiversTouched(tx: Tx, change: SettlingChange): Promise<Fault[]> {
  const { ventureId, before } = change;
  const waivers = await countingWaivers(tx, { ventureId });
  return waivers
    .filter(({ facts }) => (facts as { settledOn?: Day | null }).settledOn === before)
    .map(({ number }) => ({
      field: '',
      key: 'ventures.settling.rests-waiver',
      values: { number },
    }));
}

/** Returns that count for months at whose end the venture was not yet in any park. */
export async function returnsTouched(
  tx: Tx,
  { ventureId, before, beganOn, from }: SettlingChange,
): Promise<{ id: number; month: Month }[]> {
  if (from || beganOn < before) return [];
  const returns = await tx.jobsReturn.findMany({
    where: { ventureId, setAside: false },
    select: { id: true, month: true },
    orderBy: { month: 'asc' },
  });
  return returns.filter(({ month }) => {
    const day = endOfMonth(month);
    return before <= day && day < beganOn;
  });
}
