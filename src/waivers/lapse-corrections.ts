import { today } from '../calendar/days.js';
import { currentCalendar } from '../calendar/stored-calendar.js';
import { isProvisional } from '../calendar/working-days.js';
import { type Db, transact } from '../database/database.js';
import { assessCase } from './assess-case.js';
import type { Case } from './case.js';
import { makeLetter } from './letters/make-letter.js';
import { moveApplication } from './move-application.js';
import { openCase, type SeenCase } from './open-case.js';

/**
 * Ends the cases whose correction was not answered in time (逾期未补正视为放弃), each in a transaction of its own. None
 * by a provisional day: its applicant has to have been told the final one. Part of the nightly run. @returns how many
 */
export async function lapseCorrections(db: Db, at: Date): Promise<number> {
  const passed = await db.waiverApplication.findMany({
    where: { state: 'correction', dueOn: { lt: today(at) } },
    select: { id: true, version: true, dueOn: true },
    orderBy: { id: 'asc' },
  });
  const calendar = await currentCalendar(db);
  const late = passed.filter(({ dueOn }) => dueOn !== null && !isProvisional(calendar, dueOn));
  let lapsed = 0;
  for (const seen of late) if (await lapse(db, at, seen)) lapsed += 1;
  return lapsed;
}

/** Looks again: the day may have been moved since it was found. */
const lapse = (db: Db, at: Date, seen: SeenCase): Promise<boolean> =>
  transact(db, async (tx) => {
    const application = await openCase(tx, seen);
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

const isLate = ({ state, dueOn, calendar }: Case, at: Date): boolean =>
  state === 'correction' && dueOn !== null && dueOn < today(at) && !isProvisional(calendar, dueOn);
