import type { Day } from '../calendar/days.js';
import { listed } from '../database/listed.js';
import { nothing, type Sql, sql } from '../database/sql.js';
import { isOpenOn, parkOnDay } from '../parks/premises.js';
import { type SpaceState, stateOn } from '../parks/space-states.js';

/** Premises open at a day, and those of them in each state. */
export const spaceMeasures = ['spaces', 'spaces-free', 'spaces-let', 'spaces-held-over'] as const;
export type SpaceMeasure = (typeof spaceMeasures)[number];

const states: Record<SpaceMeasure, SpaceState | null> = {
  spaces: null,
  'spaces-free': 'free',
  'spaces-let': 'let',
  'spaces-held-over': 'held-over',
};

export function spaceRecords(
  measure: SpaceMeasure,
  { parkIds, asOf }: { parkIds: number[]; asOf: Day },
): Sql {
  const state = states[measure];
  const ofState = state === null ? nothing : sql`AND ${stateOn(asOf)} = ${state}`;
  return sql`SELECT sp."parkId", NULL AS "ventureId", s."id" AS "spaceId", 1 AS "amount"
    FROM "Space" s ${parkOnDay(asOf)} WHERE sp."parkId" IN ${listed(parkIds)} AND ${isOpenOn(asOf)} ${ofState}`;
}
