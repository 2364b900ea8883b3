import { addMonths, lastWholeMonth, monthsBetween, today } from '../calendar/days.js';
import { type Db, type Reads, transact } from '../database/database.js';
import { makeSay } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { reportAddress } from '../reports/ask-report.js';
import { lastPeriod, periodName, periodOf } from '../reports/period.js';
import { isReportKey, standardReports } from '../reports/standard-reports.js';
import { parsePairs } from '../web/form-body.js';
import { type Cadence, dueAfter } from './schedule-days.js';

type Schedule = Awaited<ReturnType<Db['reportSchedule']['findFirstOrThrow']>>;

/** So many missed days of one schedule are made up for at once; the rest at the next look. */
const mostAtOnce = 12;

/** Asks for what has come due, each day of a schedule once, however long the system was away. */
export async function makeDue(db: Db, now: Date): Promise<void> {
  const due = await db.reportSchedule.findMany({
    where: { endedAt: null, nextDueOn: { lte: today(now) } },
    orderBy: { id: 'asc' },
  });
  for (const schedule of due) await makeUp(db, schedule, now);
}

/** One transaction a day: the job is there and the next day is set, or neither. */
async function makeUp(db: Db, schedule: Schedule, now: Date): Promise<void> {
  const { id, format, lang, accountId } = schedule;
  let dueOn = schedule.nextDueOn;
  for (let i = 0; i < mostAtOnce && dueOn <= today(now); i += 1) {
    const day = dueOn;
    const next = dueAfter(day, { cadence: schedule.cadence as Cadence, day: schedule.day });
    await transact(db, async (tx) => {
      const { count } = await tx.reportSchedule.updateMany({
        where: { id, nextDueOn: day, endedAt: null },
        data: { nextDueOn: next },
      });
      const file = count === 0 ? null : await fileOf(tx, schedule, day);
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

/** What is made on a day: the newest period that is over then. */
async function fileOf(reads: Reads, { report, scope, format, lang }: Schedule, dueOn: string) {
  const say = makeSay(lang as Lang);
  if (isReportKey(report)) {
    const period = lastPeriod(standardReports[report].periods[0] ?? 'month', dueOn);
    const found = periodOf(period, dueOn);
    const when = found ? periodName(found, say, lang as Lang) : period;
    const title = say('reports.title.of', { report: say(`reports.name.${report}`), when });
    return { title, address: reportAddress(report, { scope, period }, format) };
  }
  const kept = await reads.crossTable.findUnique({ where: { id: Number(report.split(':')[1]) } });
  if (!kept) return null;
  const { from, to, ...query } = parsePairs(kept.query);
  const last = lastWholeMonth(dueOn);
  const months = monthsBetween(String(from), String(to)).length;
  const moved = { ...query, from: addMonths(last, 1 - months), to: last } as Record<string, string>;
  return {
    title: kept.name,
    address: `/reports/cross-table.${format}?${new URLSearchParams(moved).toString()}`,
  };
}
