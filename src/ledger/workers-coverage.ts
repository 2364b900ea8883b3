import type { Day } from '../calendar/days.js';
import { endOfMonth, lastWholeMonth } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { holdsOn } from '../database/periods.js';
import { sql } from '../database/sql.js';
import type { Voice } from '../language/say.js';
import type { WorkerKind } from './measures/workers.js';
import { contributions } from './record-list.js';
import { hasStated, statesIn } from './workers-stated.js';

type Asked = { parkIds: number[]; asOf: Day };

/** Of the ventures in some parks at a month's end, how many say how many workers of a kind there are. */
export type KindCoverage = {
  /** Their return of the month states it. */
  stating: number;
  /** It does not, and one of before does: the last number is carried forward. */
  carrying: number;
  /** None has since they came: they add nothing. */
  never: number;
};

/** What people of a kind rest on in the newest whole month, as the returns stand now. */
export async function kindCoverage(
  reads: Reads,
  kind: WorkerKind,
  { parkIds, asOf }: Asked,
): Promise<KindCoverage> {
  const month = lastWholeMonth(asOf);
  const end = endOfMonth(month);
  const [row] = await rowsOf<KindCoverage>(
    reads,
    sql`SELECT COALESCE(SUM("now"), 0) AS "stating", COALESCE(SUM("ever" - "now"), 0) AS "carrying",
        COALESCE(SUM(1 - "ever"), 0) AS "never"
      FROM (SELECT
          CASE WHEN ${statesIn(kind, sql`s."ventureId"`, month)} THEN 1 ELSE 0 END AS "now",
          CASE WHEN ${hasStated(kind, sql`s."ventureId"`, { month, day: end })} THEN 1 ELSE 0 END AS "ever"
        FROM "Residency" s WHERE s."parkId" IN ${listed(parkIds)} AND ${holdsOn('s', end)}) AS "each"`,
  );
  return row ?? { stating: 0, carrying: 0, never: 0 };
}

/** How many returns of the newest whole month state how many workers of a kind there are, in some parks. */
export async function countStating(
  reads: Reads,
  kind: WorkerKind,
  { parkIds, asOf }: Asked,
): Promise<number> {
  const month = lastWholeMonth(asOf);
  const [row] = await rowsOf<{ stating: number }>(
    reads,
    sql`SELECT COUNT(*) AS "stating" FROM "Residency" s WHERE s."parkId" IN ${listed(parkIds)}
      AND ${holdsOn('s', endOfMonth(month))} AND ${statesIn(kind, sql`s."ventureId"`, month)}`,
  );
  return Number(row?.stating ?? 0);
}

/** The people employed by the ventures that have stated a kind: what the people of that kind are a part of. */
export async function jobsOfStating(
  reads: Reads,
  kind: WorkerKind,
  { parkIds, asOf }: Asked,
): Promise<number> {
  const jobs = contributions({ measure: 'jobs', parkIds, asOf });
  const stated = hasStated(kind, sql`x."ventureId"`, { month: lastWholeMonth(asOf), day: asOf });
  const [row] = await rowsOf<{ jobs: number }>(
    reads,
    sql`SELECT COALESCE(SUM(x."amount"), 0) AS "jobs" FROM (${jobs}) AS x WHERE ${stated}`,
  );
  return Number(row?.jobs ?? 0);
}

/** The same in words, as they follow how many returns there are. */
export function kindCoverageText(
  { stating, carrying, never }: KindCoverage,
  { say }: Voice,
): string {
  const first = say('ledger.coverage.stating', { stating });
  if (carrying === 0 && never === 0) return first;
  if (never === 0) return first + say('ledger.coverage.rest-carried');
  if (carrying === 0) return first + say('ledger.coverage.rest-never');
  return first + say('ledger.coverage.carried-and-never', { carrying, never });
}
