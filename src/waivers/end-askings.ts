import { today } from '../calendar/days.js';
import { isProvisional } from '../calendar/working-days.js';
import type { Db } from '../database/database.js';
import { eachCase } from './each-case.js';
import { paperAsked } from './further-papers.js';
import { moveApplication } from './move-application.js';

/**
 * Gives the cases back to their desks whose further paper did not come in time, each in a transaction of its own: the desk
 * decides by what is there, and nothing lapses. None by a provisional day. Part of the nightly run. @returns how many
 */
export function endAskings(db: Db, at: Date): Promise<number> {
  const passed = { state: 'supplement', dueOn: { lt: today(at) } };
  return eachCase(db, passed, async (tx, application) => {
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
}
