import { addDays, monthOf, monthsBetween, today } from '../../calendar/days.js';
import type { Tx } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { sql } from '../../database/sql.js';
import type { Actor } from '../../history/actor.js';
import { refuseClosed } from '../../ledger/closed-months.js';
import { commonDays, type Stretch } from './changed-spells.js';

type Founding = {
  ventureId: number;
  parkId: number;
  beganOn: string;
  endedOn: string | null;
  roleBegan: string;
  roleEnded: string | null;
};

/**
 * Refuses that a person has other categories than before in a closed month in which a venture that the person founded was
 * in a park: what is split by the categories of founders moves.
 * @param stretches the days that change
 */
export async function refuseClosedSpells(
  tx: Tx,
  by: Actor,
  personId: number,
  stretches: readonly Stretch[],
): Promise<void> {
  const founded = await rowsOf<Founding>(
    tx,
    sql`SELECT r."ventureId", r."parkId", r."beganOn", r."endedOn", o."beganOn" AS "roleBegan",
        o."endedOn" AS "roleEnded"
      FROM "PersonRole" o JOIN "Residency" r ON r."ventureId" = o."ventureId"
      WHERE o."personId" = ${personId} AND o."role" = 'founder'`,
  );
  const now = today(by.at);
  const touched = founded.flatMap(({ ventureId, parkId, ...days }) =>
    stretches.flatMap((stretch) => {
      const common = commonDays(
        stretch,
        { from: days.beganOn, to: days.endedOn },
        { from: days.roleBegan, to: days.roleEnded },
        { from: '', to: addDays(now, 1) },
      );
      if (common === null) return [];
      const last = monthOf(addDays(common.to ?? addDays(now, 1), -1));
      return monthsBetween(monthOf(common.from), last).map((month) => ({
        month,
        parkId,
        ventureId,
      }));
    }),
  );
  await refuseClosed(tx, by, touched);
}
