import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, monthsBetween } from '../../src/calendar/days.js';
import { rowsOf } from '../../src/database/direct-sql.js';
import { sql } from '../../src/database/sql.js';
import { type Demonstration, demonstration } from '../demonstration.js';

let network: Demonstration;
beforeAll(async () => {
  network = await demonstration();
});
afterAll(() => network.close());

/** Of those in a park on a day, the share that was served in the 30 days up to it. */
async function servedOn(day: string): Promise<number> {
  const there = sql`SELECT "ventureId" FROM "Residency"
    WHERE "beganOn" <= ${day} AND ("endedOn" IS NULL OR "endedOn" > ${day})`;
  const [row] = await rowsOf<{ served: number; all: number }>(
    network.db,
    sql`SELECT (SELECT COUNT(*) FROM (${there})) AS "all", COUNT(DISTINCT s."ventureId") AS "served"
      FROM "VisitVenture" s JOIN "Visit" v ON v."id" = s."visitId"
      WHERE s."ventureId" IN (${there}) AND v."madeOn" > ${addDays(day, -30)} AND v."madeOn" <= ${day}`,
  );
  return (row?.served ?? 0) / (row?.all || 1);
}

it('is served in each month of 2023 and after as in 2026: on the report’s own day, too', async () => {
  const shares = await Promise.all(
    monthsBetween('2023-08', '2026-11').map((month) => servedOn(`${month}-25`)),
  );
  expect(Math.min(...shares)).toBeGreaterThan(0.5);
  expect(await servedOn('2025-01-21')).toBeGreaterThan(0.6);
});
