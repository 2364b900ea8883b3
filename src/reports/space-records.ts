import type { Day } from '../calendar/days.js';
import { listed } from '../database/listed.js';
import { nothing, type Sql, sql } from '../database/sql.js';
import { isOpenOn, isTakenOn, parkOnDay } from '../parks/premises.js';

/** Premises open at a day, and those of them that are let. */
export const spaceMeasures = ['spaces', 'spaces-in-use'] as const;
export type SpaceMeasure = (typeof spaceMeasures)[number];

export function spaceRecords(
  measure: SpaceMeasure,
  { parkIds, asOf }: { parkIds: number[]; asOf: Day },
): Sql {
  const taken = measure === 'spaces-in-use' ? sql`AND ${isTakenOn(asOf)}` : nothing;
  return sql`SELECT sp."parkId", NULL AS "ventureId", s."id" AS "spaceId", 1 AS "amount"
    FROM "Space" s ${parkOnDay(asOf)} WHERE sp."parkId" IN ${listed(parkIds)} AND ${isOpenOn(asOf)} ${taken}`;
}
