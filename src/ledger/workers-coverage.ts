import type { Day } from '../calendar/days.js';
import { endOfMonth, lastWholeMonth } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { holdsOn } from '../database/periods.js';
import { column, sql } from '../database/sql.js';
import type { WorkerKind } from './measures/workers.js';

/**
 * How many returns of the newest whole month state how many workers of a kind there are, in some parks: the others of the
 * month, and the ventures without one, carry the last number forward. As the returns stand now.
 */
export async function countStating(
  reads: Reads,
  kind: WorkerKind,
  { parkIds, asOf }: { parkIds: number[]; asOf: Day },
): Promise<number> {
  const month = lastWholeMonth(asOf);
  const [row] = await rowsOf<{ stating: number }>(
    reads,
    sql`SELECT COUNT(*) AS "stating" FROM "JobsReturn" j JOIN "Residency" s ON s."ventureId" = j."ventureId"
      WHERE j."month" = ${month} AND NOT j."setAside" AND j.${column(kind)} IS NOT NULL
        AND s."parkId" IN ${listed(parkIds)} AND ${holdsOn('s', endOfMonth(month))}`,
  );
  return row?.stating ?? 0;
}
