import { addDays, type Day, today } from '../calendar/days.js';
import { addWorkingDays, isProvisional } from '../calendar/working-days.js';
import type { Db, Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { tellApplicant, untilOf } from './announce-move.js';
import type { Case } from './case.js';
import { eachCase } from './each-case.js';
import { dueOnNotice, goOn, stands } from './notice.js';
import { tellUnanswered } from './tell-objectors.js';

/**
 * Lets the notices go on that stand for an objection which was not answered in its term, each in a transaction of its own: who is late is the
 * office, and the applicant's days do not wait for it. Nothing is granted before the answer all the same. None by a
 * provisional day. Part of the nightly run. @returns how many
 */
export function endPauses(db: Db, at: Date): Promise<number> {
  const paused = { state: 'notice', pausedFrom: { not: null }, pausedTo: null };
  return eachCase(db, paused, async (tx, application) => {
    if (!isUnanswered(application, today(at))) return false;
    await letGoOn(tx, { accountId: null, at }, application);
    return true;
  });
}

/** Whether a notice still stands after the term of the answer. */
function isUnanswered({ calendar, rules, state, ...pause }: Case, on: Day): boolean {
  if (state !== 'notice' || pause.pausedFrom === null || !stands(pause)) return false;
  const term = addWorkingDays(calendar, pause.pausedFrom, rules.limits.objection);
  return term < on && !isProvisional(calendar, term);
}

/** Today counts again: it stood up to the day before, however long ago the term was over, so that the public loses no day. */
async function letGoOn(tx: Tx, by: Actor, application: Case): Promise<void> {
  const { id, calendar, rules, number } = application;
  const since = application.pausedFrom as Day;
  const pausedTo = addDays(today(by.at), -1);
  const noticeTo = goOn(calendar, application.noticeTo as Day, { since, until: pausedTo });
  const where = { applicationId: id, state: 'open' };
  const open = await tx.objection.findMany({ where, orderBy: { id: 'asc' } });
  const notice = { noticeTo, pausedFrom: since, pausedTo };
  const dueOn = dueOnNotice(calendar, notice, rules.limits, open);
  await tx.waiverApplication.update({
    where: { id },
    data: { noticeTo, pausedTo, dueOn, version: { increment: 1 } },
  });
  recordEvent(tx, by, {
    verb: 'application.went-on',
    subjectKind: 'application',
    subjectId: id,
    ventureId: application.ventureId,
    parkId: application.parkId,
    detail: { number },
  });
  await tellApplicant(tx, by, application, 'waivers.message.went-on', {
    day: { day: addWorkingDays(calendar, since, rules.limits.objection) },
    until: untilOf(noticeTo, calendar),
  });
  await tellUnanswered(tx, by, application, open);
}
