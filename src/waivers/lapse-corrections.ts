import { today } from '../calendar/days.js';
import { type Db, transact } from '../database/database.js';
import { moveApplication } from './move-application.js';
import { openCase } from './open-case.js';

/**
 * Ends the cases whose correction was not answered in time (逾期未补正视为放弃), each in a transaction of its own.
 * Part of the nightly run. @returns how many
 */
export async function lapseCorrections(db: Db, at: Date): Promise<number> {
  const late = await db.waiverApplication.findMany({
    where: { state: 'correction', dueOn: { lt: today(at) } },
    select: { id: true, version: true },
    orderBy: { id: 'asc' },
  });
  for (const seen of late) {
    await transact(db, async (tx) =>
      moveApplication(tx, { accountId: null, at }, await openCase(tx, seen), { move: 'lapse' }),
    );
  }
  return late.length;
}
