import { today } from '../calendar/days.js';
import { type Db, transact } from '../database/database.js';
import type { Lang } from '../language/words.js';
import type { ExportFormat } from './prepared.js';
import { type Cadence, dueAfter } from './schedule-days.js';
import type { Scheduling } from './scheduling.js';

type Schedule = Awaited<ReturnType<Db['reportSchedule']['findFirstOrThrow']>>;

/** So many missed days of one schedule are made up for at once; the rest at the next look. */
const mostAtOnce = 12;

/** Asks for what has come due, each day of a schedule once, however long the system was away. */
export async function makeDue(db: Db, now: Date, scheduling: Scheduling): Promise<void> {
  const due = await db.reportSchedule.findMany({
    where: { endedAt: null, nextDueOn: { lte: today(now) } },
    orderBy: { id: 'asc' },
  });
  for (const schedule of due) await makeUp(db, schedule, { now, scheduling });
}

/** One transaction a day: the job is there and the next day is set, or neither. */
async function makeUp(
  db: Db,
  schedule: Schedule,
  { now, scheduling }: { now: Date; scheduling: Scheduling },
): Promise<void> {
  const { id, report, scope, accountId } = schedule;
  const format = schedule.format as ExportFormat;
  const lang = schedule.lang as Lang;
  let dueOn = schedule.nextDueOn;
  for (let i = 0; i < mostAtOnce && dueOn <= today(now); i += 1) {
    const day = dueOn;
    const next = dueAfter(day, { cadence: schedule.cadence as Cadence, day: schedule.day });
    await transact(db, async (tx) => {
      const { count } = await tx.reportSchedule.updateMany({
        where: { id, nextDueOn: day, endedAt: null },
        data: { nextDueOn: next },
      });
      const file =
        count === 0 ? null : await scheduling.fileOn(tx, { report, scope, format, lang }, day);
      if (file === null) return;
      await tx.reportJob.create({
        data: {
          ...file,
          format,
          lang,
          accountId,
          scheduleId: id,
          dueOn: day,
          state: 'waiting',
          createdAt: now,
        },
      });
    });
    dueOn = next;
  }
}
