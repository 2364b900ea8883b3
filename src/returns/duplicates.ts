import type { Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { listed } from '../database/listed.js';
import { joinInOrder } from '../database/sent-rows.js';
import { sql } from '../database/sql.js';
import { isCurrentVenture } from '../people/scope.js';
import type { Duplicates } from './problems.js';

/**
 * People who stand in two rosters of a month, found by the keyed hash of their numbers: for each venture, how
 * many of its people another venture has too. From the people outwards: else each roster of the month is read. Where the other one is not among them, it is not named.
 */
export async function duplicatesIn(
  reads: Reads,
  month: Month,
  ventureIds: number[],
): Promise<Duplicates> {
  if (ventureIds.length === 0) return new Map();
  const rows = await reads.$queryRaw<
    { ventureId: number; otherId: number; number: string; people: number }[]
  >(
    sql`SELECT a."ventureId", b."ventureId" AS "otherId", v."number", COUNT(DISTINCT p."lookup") AS "people"
      FROM "Roster" a ${joinInOrder} "RosterPerson" p ON p."rosterId" = a."id"
      ${joinInOrder} "RosterPerson" q ON q."lookup" = p."lookup" AND q."rosterId" <> p."rosterId"
      ${joinInOrder} "Roster" b ON b."id" = q."rosterId" AND b."month" = a."month"
      ${joinInOrder} "Venture" v ON v."id" = b."ventureId"
      WHERE a."month" = ${month} AND a."ventureId" IN ${listed(ventureIds)} AND ${isCurrentVenture.sql}
      GROUP BY a."ventureId", b."ventureId" ORDER BY v."number"`,
  );
  const seen = new Set(ventureIds);
  const found: Duplicates = new Map();
  for (const { ventureId, otherId, number, people } of rows) {
    const before = found.get(ventureId);
    const other = seen.has(Number(otherId)) ? number : '—';
    found.set(Number(ventureId), {
      people: (before?.people ?? 0) + Number(people),
      where: before ? `${before.where}、${other}` : other,
    });
  }
  return found;
}
