import type { Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { changeRows } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { refuseClosedDays } from '../ledger/dated-attributes.js';

/**
 * Moves all spaces of a park into another from a day on; on days before they are counted where they were. One that
 * opens on that day or later was never in the first.
 * @throws Refusal for a day in a closed month
 */
export async function moveSpaces(
  tx: Tx,
  by: Actor,
  { parkId, intoId, mergedOn }: { parkId: number; intoId: number; mergedOn: Day },
): Promise<void> {
  const of = { ventureId: null, day: mergedOn };
  const parks = [parkId, intoId].map((id) => Object.assign({ parkId: id }, of));
  await refuseClosedDays(tx, by, 'SpacePark.beganOn', parks);
  const where = sql`"parkId" = ${parkId} AND "endedOn" IS NULL`;
  await changeRows(
    tx,
    sql`INSERT INTO "SpacePark" ("spaceId", "parkId", "beganOn") SELECT "spaceId", ${intoId}, ${mergedOn}
      FROM "SpacePark" WHERE ${where} AND "beganOn" < ${mergedOn}`,
  );
  await changeRows(
    tx,
    sql`UPDATE "SpacePark" SET "endedOn" = ${mergedOn} WHERE ${where} AND "beganOn" < ${mergedOn}`,
  );
  await changeRows(tx, sql`UPDATE "SpacePark" SET "parkId" = ${intoId} WHERE ${where}`);
  await tx.space.updateMany({
    where: { parkId },
    data: { parkId: intoId, version: { increment: 1 } },
  });
}
