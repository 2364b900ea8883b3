import { type Day, type Month, monthOf } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { changeRows, rowsOf } from '../database/direct-sql.js';
import { jsonRows } from '../database/json.js';
import { type Sql, sql } from '../database/sql.js';
import { Conflict } from '../language/refusal.js';
import { type Held, heldAsJson } from './end-tenancy.js';
import type { EndReason } from './kinds.js';

export type OpenResidency = { id: number; parkId: number; beganOn: Day };

/** The residency that has not ended. @throws Conflict when there is none */
export async function openResidency(tx: Tx, ventureId: number): Promise<OpenResidency> {
  const [open] = await rowsOf<OpenResidency>(
    tx,
    sql`SELECT "id", "parkId", "beganOn" FROM "Residency"
      WHERE "ventureId" = ${ventureId} AND "endedOn" IS NULL`,
  );
  if (!open) throw new Conflict('ventures.not-settled');
  return open;
}

export type Leaving = OpenResidency & {
  /** Tenancies that run on the day or begin after it. */
  held: Held[];
  /** Returns that count for months whose last day is on or after the day, by month. */
  returns: { id: number; month: Month }[];
  /** Whether rent is waived for the venture: most have none, and nothing of it is to be ended. */
  hasWaiver: boolean;
};

const returnsFrom = (ventureId: number, day: Day): Sql =>
  jsonRows(
    ['id', 'month'],
    sql`(SELECT "id", "month" FROM "JobsReturn" WHERE "ventureId" = ${ventureId}
      AND NOT "setAside" AND "month" >= ${monthOf(day)} ORDER BY "month")`,
  );

/** The same, with what hangs on it when the venture leaves its park on a day. @throws Conflict when there is none */
export async function residencyToLeave(tx: Tx, ventureId: number, day: Day): Promise<Leaving> {
  const [open] = await rowsOf<OpenResidency & { held: string; returns: string; hasWaiver: number }>(
    tx,
    sql`SELECT "id", "parkId", "beganOn", ${heldAsJson(ventureId, day)} AS "held",
        ${returnsFrom(ventureId, day)} AS "returns",
        EXISTS (SELECT 1 FROM "Waiver" WHERE "ventureId" = ${ventureId} AND "endedOn" IS NULL) AS "hasWaiver"
      FROM "Residency" WHERE "ventureId" = ${ventureId} AND "endedOn" IS NULL`,
  );
  if (!open) throw new Conflict('ventures.not-settled');
  const { held, returns, hasWaiver } = open;
  return {
    ...open,
    held: JSON.parse(held),
    returns: JSON.parse(returns),
    hasWaiver: hasWaiver === 1,
  };
}

/** @throws Conflict when it is no longer open */
export async function closeResidency(
  tx: Tx,
  { id }: OpenResidency,
  { endedOn, reason, note }: { endedOn: Day; reason: EndReason | 'moved'; note: string },
): Promise<void> {
  const count = await changeRows(
    tx,
    sql`UPDATE "Residency" SET "endedOn" = ${endedOn}, "endReason" = ${reason}, "endNote" = ${note},
      "version" = "version" + 1 WHERE "id" = ${id} AND "endedOn" IS NULL`,
  );
  if (count === 0) throw new Conflict('ventures.not-settled');
}
