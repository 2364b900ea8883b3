import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import type { Lang } from '../language/words.js';
import { allow, found } from '../web/errors.js';
import { exporterOf } from './permissions.js';
import type { ExportFormat } from './prepared.js';
import { type Cadence, dueAfter } from './schedule-days.js';
import type { Scheduling } from './scheduling.js';

export type NewSchedule = {
  /** Its key, as the room that makes it says. */
  report: string;
  scope: string;
  format: ExportFormat;
  cadence: Cadence;
  /** 1 to 7 of a week, 1 to 28 of a month. */
  day: number;
  lang: Lang;
};

/**
 * Has a report made again and again, from the next due day on. What it holds is decided on each day, by the sight that
 * the account has then. @returns its id; @throws Refusal for a report, scope or day that there is not
 */
export async function makeSchedule(
  tx: Tx,
  by: Actor,
  input: NewSchedule,
  scheduling: Scheduling,
): Promise<number> {
  const viewer = await exporterOf(tx, by);
  refuseIf([
    !(await scheduling.isReport(tx, input.report)) && {
      field: 'report',
      key: 'reports.schedule.no-report',
    },
    !(await scheduling.maySee(tx, viewer, input.scope, today(by.at))) && {
      field: 'scope',
      key: 'reports.schedule.no-scope',
    },
    input.cadence === 'weekly' &&
      input.day > 7 && { field: 'day', key: 'reports.schedule.weekday' },
  ]);
  const nextDueOn = dueAfter(today(by.at), input);
  const { id } = await tx.reportSchedule.create({
    data: { ...input, nextDueOn, accountId: viewer.accountId, createdAt: by.at },
  });
  recordEvent(tx, by, {
    verb: 'schedule.made',
    subjectKind: 'schedule',
    subjectId: id,
    detail: { report: input.report, scope: input.scope, cadence: input.cadence, day: input.day },
  });
  return id;
}

/** Ends a schedule, by whom it belongs to; what was made of it stays. @throws Conflict when it has ended already */
export async function endSchedule(tx: Tx, by: Actor, id: number): Promise<void> {
  const { accountId } = await exporterOf(tx, by);
  const schedule = found(await tx.reportSchedule.findUnique({ where: { id } }));
  allow(schedule.accountId === accountId);
  const { count } = await tx.reportSchedule.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: by.at },
  });
  if (count === 0) throw new Conflict('reports.schedule.ended');
  recordEvent(tx, by, {
    verb: 'schedule.ended',
    subjectKind: 'schedule',
    subjectId: id,
    detail: { report: schedule.report },
  });
}
