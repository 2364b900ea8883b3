import { today } from '../calendar/days.js';
import { isProvisional } from '../calendar/working-days.js';
import type { Db } from '../database/database.js';
import { assessCase } from './assess-case.js';
import type { Case } from './case.js';
import { eachCase } from './each-case.js';
import { makeLetter } from './letters/make-letter.js';
import { moveApplication } from './move-application.js';

/**
 * Ends the cases whose correction was not answered in time (逾期未补正视为放弃), each in a transaction of its own. None
 * by a provisional day: its applicant has to have been told the final one. Part of the nightly run. @returns how many
 */
export function lapseCorrections(db: Db, at: Date): Promise<number> {
  const passed = { state: 'correction', dueOn: { lt: today(at) } };
  return eachCase(db, passed, async (tx, application) => {
    if (!isLate(application, at)) return false;
    const by = { accountId: null, at };
    const { assessment } = await assessCase(tx, application);
    const refused = assessment.schedule.total;
    const stepId = await moveApplication(tx, by, application, { move: 'lapse', sum: { refused } });
    const { clause } = application.rules.limits;
    const clauses = clause === null ? [] : [clause];
    await makeLetter(tx, by, application, { stepId, kind: 'lapse', refused, clauses });
    return true;
  });
}

const isLate = ({ state, dueOn, calendar }: Case, at: Date): boolean =>
  state === 'correction' && dueOn !== null && dueOn < today(at) && !isProvisional(calendar, dueOn);
