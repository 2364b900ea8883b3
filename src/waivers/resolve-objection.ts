import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Objection } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { announceAll } from '../outbox/announce.js';
import { actingAccount } from '../people/acting-viewer.js';
import { allow } from '../web/errors.js';
import { daysWorth, tellApplicant, untilOf } from './announce-move.js';
import type { Case } from './case.js';
import { hasWaiver } from './has-waiver.js';
import { moveApplication } from './move-application.js';
import { dueOnNotice, goOn, noPause, stands } from './notice.js';
import { openCase } from './open-case.js';
import { canResolveObjections } from './permissions.js';
import { recusalFault } from './recusal.js';

export type Resolution = { upholds: boolean; answer: string };

/**
 * Answers an objection. When the last open one from a proven phone is dismissed, a notice that stood goes on with the working
 * days that were left of it; upheld, the case goes back to the bureau's desk. The phones that were proven are told.
 * @throws Refusal without an answer, or for who has to step aside; Conflict when it was answered already, or the case is
 *   no longer on notice
 */
export async function resolveObjection(
  tx: Tx,
  by: Actor,
  { id, version }: { id: number; version: number },
  { upholds, answer }: Resolution,
): Promise<void> {
  const objection = await tx.objection.findUniqueOrThrow({ where: { id } });
  const application = await openCase(tx, { id: objection.applicationId, version });
  const viewer = await actingAccount(tx, by);
  allow(canResolveObjections(viewer));
  const isOpen = objection.state === 'open' && application.state === 'notice';
  if (!isOpen) throw new Conflict('waivers.answered-already');
  refuseIf([
    answer.trim() === '' && { field: 'answer', key: 'web.field.required' },
    await recusalFault(tx, viewer, application),
  ]);
  const answered = { answer: answer.trim(), resolvedAt: by.at, resolvedById: by.accountId };
  const others = { applicationId: application.id, state: 'open', id: { not: id } };
  const open = await tx.objection.findMany({ where: others, orderBy: { id: 'asc' } });
  const state = upholds ? 'upheld' : 'dismissed';
  await tx.objection.update({ where: { id }, data: { state, ...answered } });
  if (upholds) {
    await tx.objection.updateMany({ where: others, data: { state, ...answered } });
    await moveApplication(tx, by, application, {
      move: 'reopen',
      inside: answered.answer,
      // More of what was granted goes back to where it was decided, and what was granted goes on.
      ...((await hasWaiver(tx, application)) ? { to: 'reconsideration' } : {}),
      data: { noticeFrom: null, noticeTo: null, ...noPause },
    });
  } else await dismiss(tx, by, application, open);
  await tellObjectors(tx, by, application, {
    objections: upholds ? [objection, ...open] : [objection],
    ...answered,
    state,
  });
  recordEvent(tx, by, {
    verb: 'application.objection-answered',
    subjectKind: 'application',
    subjectId: application.id,
    ventureId: application.ventureId,
    parkId: application.parkId,
    detail: { number: application.number, upholds },
  });
}

/** What becomes of the notice once one was dismissed and others may be open; the applicant is told. */
async function dismiss(
  tx: Tx,
  by: Actor,
  application: Case,
  open: Pick<Objection, 'at' | 'provenAt'>[],
): Promise<void> {
  const { calendar, rules, pausedFrom } = application;
  const ends = stands(application) && open.every(({ provenAt }) => provenAt === null);
  const until = today(by.at);
  const before = application.noticeTo as Day;
  const noticeTo = ends ? goOn(calendar, before, { since: pausedFrom ?? until, until }) : before;
  const pausedTo = ends ? until : application.pausedTo;
  const dueOn = dueOnNotice(calendar, { noticeTo, pausedFrom, pausedTo }, rules.limits, open);
  await tx.waiverApplication.update({
    where: { id: application.id },
    data: { noticeTo, pausedTo, dueOn, version: { increment: 1 } },
  });
  if (ends)
    await tellApplicant(tx, by, application, 'waivers.message.dismissed', {
      until: untilOf(noticeTo, calendar),
    });
  else await tellApplicant(tx, by, application, 'waivers.message.dismissed-one');
}

type Answered = {
  objections: Pick<Objection, 'number' | 'phone' | 'provenAt'>[];
  state: 'dismissed' | 'upheld';
  answer: string;
};

/** The answer goes to each phone that was proven; who objected without a name follows it by number and code. */
async function tellObjectors(
  tx: Tx,
  by: Actor,
  { number }: Case,
  { objections, state, answer }: Answered,
): Promise<void> {
  const proven = objections.filter(({ provenAt, phone }) => provenAt !== null && phone !== '');
  await announceAll(
    tx,
    by,
    proven.map(({ number: objection, phone }) => ({
      phone,
      key: `waivers.message.objection-${state}`,
      values: { number, objection, answer },
      href: '/track/objections',
      expiresAt: new Date(by.at.getTime() + daysWorth * 86_400_000),
    })),
  );
}
