import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Objection } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { allow } from '../web/errors.js';
import { tellApplicant, untilOf } from './announce-move.js';
import type { Case } from './case.js';
import { hasWaiver } from './has-waiver.js';
import { moveApplication } from './move-application.js';
import { dueOnNotice, goOn, noPause, stands } from './notice.js';
import { openCase } from './open-case.js';
import { canResolveObjections } from './permissions.js';
import { recusalFault } from './recusal.js';
import { tellAnswered } from './tell-objectors.js';

/** @property also nameless ones of the same case that the answer is for too; where one is upheld all end */
export type Resolution = { upholds: boolean; answer: string; also?: number[] };

/**
 * Answers an objection. When the one for which a notice stands is dismissed, the notice goes on with the working
 * days that were left of it, whatever else is open; upheld, the case goes back to the bureau's desk. The phones that were proven are told.
 * @throws Refusal without an answer, for another than a nameless one to be answered with it, or for who has to step aside;
 *   Conflict when one was answered already, or the case is no longer on notice
 */
export async function resolveObjection(
  tx: Tx,
  by: Actor,
  { id, version }: { id: number; version: number },
  { upholds, answer, also = [] }: Resolution,
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
  const others = { applicationId: application.id, state: 'open', id: { not: id } };
  const open = await tx.objection.findMany({ where: others, orderBy: { id: 'asc' } });
  const rest = upholds ? open : open.filter((one) => also.includes(one.id));
  refuseIf([
    !upholds &&
      rest.some(({ provenAt }) => provenAt !== null) && { field: 'also', key: 'web.field.choose' },
  ]);
  if (!upholds && rest.length < new Set(also).size) throw new Conflict('waivers.answered-already');
  const answered = { answer: answer.trim(), resolvedAt: by.at, resolvedById: by.accountId };
  const state = upholds ? 'upheld' : 'dismissed';
  const objections = [objection, ...rest];
  await tx.objection.updateMany({
    where: { id: { in: objections.map((one) => one.id) } },
    data: { state, ...answered },
  });
  if (upholds) {
    await moveApplication(tx, by, application, {
      move: 'reopen',
      inside: answered.answer,
      // More of what was granted goes back to where it was decided, and what was granted goes on.
      ...((await hasWaiver(tx, application)) ? { to: 'reconsideration' } : {}),
      data: { noticeFrom: null, noticeTo: null, ...noPause },
    });
  } else await dismiss(tx, by, application, objections);
  await tellAnswered(tx, by, application, { objections, answer: answered.answer, state });
  recordEvent(tx, by, {
    verb: 'application.objection-answered',
    subjectKind: 'application',
    subjectId: application.id,
    ventureId: application.ventureId,
    parkId: application.parkId,
    detail: { number: application.number, upholds },
  });
}

/** What becomes of the notice once some were dismissed and others may be open; the applicant is told. */
async function dismiss(
  tx: Tx,
  by: Actor,
  application: Case,
  dismissed: Pick<Objection, 'stops'>[],
): Promise<void> {
  const { calendar, rules, pausedFrom } = application;
  const where = { applicationId: application.id, state: 'open' };
  const open = await tx.objection.findMany({ where, orderBy: { id: 'asc' } });
  const ends = stands(application) && dismissed.some(({ stops }) => stops);
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
