import { today } from '../calendar/days.js';
import { isProvisional } from '../calendar/working-days.js';
import { type Db, transact } from '../database/database.js';
import { paperAsked } from './further-papers.js';
import { moveApplication } from './move-application.js';
import { openCase, type SeenCase } from './open-case.js';

/**
 * Gives the cases back to their desks whose further paper did not come in time, each in a transaction of its own: the desk
 * decides by what is there, and nothing lapses. None by a provisional day. Part of the nightly run. @returns how many
 */
export async function endAskings(db: Db, at: Date): Promise<number> {
  const passed = await db.waiverApplication.findMany({
    where: { state: 'supplement', dueOn: { lt: today(at) } },
    select: { id: true, version: true },
    orderBy: { id: 'asc' },
  });
  let ended = 0;
  for (const seen of passed) if (await endOne(db, at, seen)) ended += 1;
  return ended;
}

/** Looks again: the day may have been moved since it was found. */
const endOne = (db: Db, at: Date, seen: SeenCase): Promise<boolean> =>
  transact(db, async (tx) => {
    const application = await openCase(tx, seen);
    const { dueOn, calendar } = application;
    const asked = paperAsked(application);
    const isLate = dueOn !== null && dueOn < today(at) && !isProvisional(calendar, dueOn);
    if (!asked || !isLate) return false;
    await moveApplication(tx, { accountId: null, at }, application, {
      move: 'end-asking',
      to: asked.back,
      data: { openFields: null },
    });
    return true;
  });
