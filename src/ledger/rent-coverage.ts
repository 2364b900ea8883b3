import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { sql } from '../database/sql.js';
import { registerMark } from '../history/newest-event.js';
import type { Voice } from '../language/say.js';
import { BoundedCache } from '../web/bounded-cache.js';

/** Leases of ventures in a park on a day, and those of them whose space has a market rent that is known. */
export type RentCoverage = { leases: number; known: number };

/** By park; one without leases is absent. As tenancies and valuations are known now. */
export async function rentCoverageByPark(
  reads: Reads,
  asOf: Day,
): Promise<Map<number, RentCoverage>> {
  const held = (of: 't' | 'r') =>
    of === 't'
      ? sql`t."beganOn" <= ${asOf} AND (t."endedOn" IS NULL OR t."endedOn" > ${asOf})`
      : sql`r."beganOn" <= ${asOf} AND (r."endedOn" IS NULL OR r."endedOn" > ${asOf})`;
  const rows = await reads.$queryRaw<
    { parkId: number | bigint; leases: number | bigint; known: number | bigint }[]
  >`SELECT r."parkId", COUNT(*) AS "leases", SUM(CASE WHEN (
      SELECT x."fen" FROM "SpaceValuation" x WHERE x."spaceId" = t."spaceId" AND x."fromOn" <= ${asOf}
      ORDER BY x."fromOn" DESC, x."id" DESC LIMIT 1) IS NULL THEN 0 ELSE 1 END) AS "known"
    FROM "Tenancy" t JOIN "Residency" r ON r."ventureId" = t."ventureId" AND ${held('r')}
    WHERE ${held('t')} GROUP BY r."parkId"`;
  return new Map(
    rows.map(({ parkId, leases, known }) => [
      Number(parkId),
      { leases: Number(leases), known: Number(known) },
    ]),
  );
}

/** The same, remembered until something else than a return is recorded: anyone may ask, at any size of the register. */
export function rememberRentCoverage(
  reads: Reads,
): (asOf: Day) => Promise<Map<number, RentCoverage>> {
  const made = new BoundedCache<Map<number, RentCoverage>>(64);
  return async (asOf) =>
    made.get(`${await registerMark(reads)} ${asOf}`, () => rentCoverageByPark(reads, asOf));
}

export const sumRentCoverage = (
  byPark: Map<number, RentCoverage>,
  parkIds: readonly number[],
): RentCoverage =>
  parkIds.reduce(
    (sum, id) => {
      const own = byPark.get(id);
      return own ? { leases: sum.leases + own.leases, known: sum.known + own.known } : sum;
    },
    { leases: 0, known: 0 },
  );

/** Whether there are leases of which nothing is known: their relief is not nil, but unknown. */
export const isUnknown = ({ leases, known }: RentCoverage): boolean => leases > 0 && known === 0;

/** How many leases could be counted, in words; null where there are none. */
export function rentCoverageText({ leases, known }: RentCoverage, { say }: Voice): string | null {
  if (leases === 0) return null;
  const unknown = leases - known;
  return say(unknown === 0 ? 'ledger.rent-coverage.all' : 'ledger.rent-coverage', {
    leases,
    known,
    unknown,
  });
}
