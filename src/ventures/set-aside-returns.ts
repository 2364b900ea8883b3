import type { Month } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { changeRows } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvents } from '../history/record.js';

/** Returns no longer count: the months tell whose, and each return's own history does too. */
export async function setAsideReturns(
  tx: Tx,
  by: Actor,
  returns: { id: number; month: Month }[],
  where: { ventureId: number; parkId: number },
): Promise<void> {
  if (returns.length === 0) return;
  await changeRows(
    tx,
    sql`UPDATE "JobsReturn" SET "setAside" = TRUE, "version" = "version" + 1
      WHERE "id" IN ${listed(returns.map(({ id }) => id))}`,
  );
  recordEvents(
    tx,
    by,
    returns.map(({ id, month }) => ({
      verb: 'jobs-return.set-aside',
      subjectKind: 'jobs-return',
      subjectId: id,
      ...where,
      detail: { month },
    })),
  );
}
