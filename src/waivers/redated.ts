import { type Day, today } from '../calendar/days.js';
import { addWorkingDays, isProvisional, type WorkCalendar } from '../calendar/working-days.js';
import type { Limits } from '../policies/rules.js';
import { dueDays, type StepTime } from './clock.js';
import { dueOnNotice, goOn, noticeFrom, type Pause } from './notice.js';
import { type StateName, states } from './states.js';

/** The days of a case that working days make. */
export type CaseDays = {
  dueOn: Day | null;
  determineBy: Day | null;
  noticeTo: Day | null;
  reconsiderBy: Day | null;
};

/** What of a case its days follow from. */
export type DatedCase = CaseDays &
  Pause & {
    state: StateName;
    stateSince: Date;
    noticeFrom: Day | null;
    reconsiderations: number;
    limits: Limits;
    /** The oldest first. */
    steps: StepTime[];
    objections: { at: Date; resolvedAt: Date | null }[];
  };

/** The calendar that days were counted by before and that they are now, and today. */
export type Recount = { before: WorkCalendar; now: WorkCalendar; on: Day };

/**
 * The days of a case under another calendar. No day that has passed is ever given, and nobody loses a day:
 * a term of the applicant's or the public's keeps the later of the day that was stated and the one counted now; the
 * office's own follows the count, but is never set before today, and stays as it is where it has passed already.
 */
export function redated(application: DatedCase, recount: Recount): CaseDays {
  const { dueOn, determineBy, noticeTo, reconsiderBy } = application;
  if (application.state === 'refused' || application.state === 'revoked')
    return { dueOn, determineBy, noticeTo, reconsiderBy: reconsiderDay(application, recount) };
  if (states[application.state].limit === null)
    return { dueOn, determineBy, noticeTo, reconsiderBy };
  if (application.state === 'notice') {
    const days = noticeDays(application, recount);
    return { dueOn: days.dueOn, determineBy, noticeTo: days.noticeTo, reconsiderBy };
  }
  const steps = application.steps.filter(({ at }) => at <= application.stateSince);
  const clock = { calendar: recount.now, steps, on: today(application.stateSince) };
  const counted = dueDays(application.state, application.limits, clock);
  const isApplicants = states[application.state].desk === 'founder';
  return {
    dueOn: isApplicants
      ? applicantDay(dueOn, counted.dueOn, application.limits.correct, recount)
      : officeDay(dueOn, counted.dueOn, recount),
    determineBy: officeDay(determineBy, counted.determineBy, recount),
    noticeTo,
    reconsiderBy,
  };
}

/**
 * A last day of the applicant's: the later of what was stated and what is counted. Where both have passed it stays if it
 * was final. A provisional one bound nobody, so one more working day is given; a term of which no day was ever stated
 * begins today.
 */
export function applicantDay(
  stated: Day | null,
  counted: Day | null,
  limit: number,
  { before, now, on }: Recount,
): Day | null {
  if (stated === null) return addWorkingDays(now, on, limit);
  const later = counted !== null && counted > stated ? counted : stated;
  if (later >= on) return later;
  return isProvisional(before, stated) ? addWorkingDays(now, on, 1) : stated;
}

/** A last day of the office's. */
export function officeDay(
  stated: Day | null,
  counted: Day | null,
  { now, on }: Recount,
): Day | null {
  if (counted === null || counted >= on) return counted;
  return stated !== null && stated < on ? stated : addWorkingDays(now, on, 0);
}

function reconsiderDay(application: DatedCase, recount: Recount): Day | null {
  if (application.reconsiderations > 0) return application.reconsiderBy;
  const { reconsider } = application.limits;
  const since = today(application.stateSince);
  const stated = application.reconsiderBy ?? addWorkingDays(recount.before, since, reconsider);
  const counted = addWorkingDays(recount.now, since, reconsider);
  return applicantDay(stated, counted, reconsider, recount);
}

/** The public's days to object, with those for which they stood; due is the first answer to an open objection, else the result. */
function noticeDays(
  application: DatedCase,
  recount: Recount,
): Pick<CaseDays, 'dueOn' | 'noticeTo'> {
  if (application.noticeFrom === null || application.noticeTo === null) return application;
  const { now, on } = recount;
  const { limits, pausedFrom, pausedTo } = application;
  const planned = noticeFrom(now, application.noticeFrom, limits).noticeTo;
  const counted =
    pausedFrom === null || pausedTo === null
      ? planned
      : goOn(now, planned, { since: pausedFrom, until: pausedTo });
  const noticeTo = counted > application.noticeTo && counted > on ? counted : application.noticeTo;
  const open = application.objections.filter(({ resolvedAt }) => resolvedAt === null);
  const due = dueOnNotice(now, { noticeTo, pausedFrom, pausedTo }, limits, open);
  return { noticeTo, dueOn: officeDay(application.dueOn, due, recount) };
}
