import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { allow } from '../web/errors.js';
import { tellApplicant, untilOf } from './announce-move.js';
import { hasWaiver } from './has-waiver.js';
import { moveApplication } from './move-application.js';
import { goOn, stoodSince } from './notice.js';
import { openCase } from './open-case.js';
import { canResolveObjections } from './permissions.js';
import { recusalFault } from './recusal.js';

export type NewObjection = { number: string; name: string; phone: string; text: string };

/**
 * Objects to a case on public notice; anyone may, without an account. Its clock stands until the bureau has answered.
 * @returns the id of the objection
 * @throws Refusal without a word why; Conflict when the case is not on notice (any more)
 */
export async function objectToApplication(
  tx: Tx,
  at: Date,
  { number, name, phone, text }: NewObjection,
): Promise<number> {
  const application = await tx.waiverApplication.findUnique({
    where: { number },
    include: {
      policyVersion: { select: { rules: true } },
      objections: { where: { state: 'open' }, select: { id: true } },
    },
  });
  // While an objection is open the days of the notice stand, so others can still be made.
  const hasDays =
    application !== null &&
    (today(at) < (application.noticeTo ?? '') || application.objections.length > 0);
  if (application?.state !== 'notice' || !hasDays) throw new Conflict('waivers.notice-over');
  refuseIf([text.trim() === '' && { field: 'text', key: 'web.field.required' }]);
  const same = { applicationId: application.id, state: 'open', name, phone, text: text.trim() };
  const before = await tx.objection.findFirst({ where: same });
  if (before) return before.id; // the same form, sent twice
  const { id } = await tx.objection.create({
    data: { applicationId: application.id, at, name, phone, text: text.trim(), state: 'open' },
  });
  await tx.waiverApplication.update({
    where: { id: application.id },
    data: { dueOn: null, version: { increment: 1 } },
  });
  const by = { accountId: null, at };
  recordEvent(tx, by, {
    verb: 'application.objected',
    subjectKind: 'application',
    subjectId: application.id,
    ventureId: application.ventureId,
    parkId: application.parkId,
    detail: { number },
  });
  await tellApplicant(tx, by, application, 'waivers.message.objected');
  return id;
}

export type Resolution = { upholds: boolean; answer: string };

/**
 * Answers an objection. When the last open one is dismissed, the notice goes on with the working days that were left of
 * it; upheld, the case goes back to the bureau's desk.
 * @throws Refusal without an answer, or for who has to step aside; Conflict when it was answered already
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
  if (objection.state !== 'open') throw new Conflict('waivers.answered-already');
  refuseIf([
    answer.trim() === '' && { field: 'answer', key: 'web.field.required' },
    await recusalFault(tx, viewer, application),
  ]);
  const state = upholds ? 'upheld' : 'dismissed';
  await tx.objection.update({
    where: { id },
    data: { state, answer: answer.trim(), resolvedAt: by.at, resolvedById: by.accountId },
  });
  const others = { applicationId: application.id, state: 'open' };
  if (upholds) {
    await tx.objection.updateMany({ where: others, data: resolvedWith(by, answer) });
    await moveApplication(tx, by, application, {
      move: 'reopen',
      inside: answer.trim(),
      // More of what was granted goes back to where it was decided, and what was granted goes on.
      ...((await hasWaiver(tx, application)) ? { to: 'reconsideration' } : {}),
      data: { noticeFrom: null, noticeTo: null },
    });
  } else if ((await tx.objection.count({ where: others })) === 0) {
    const all = await tx.objection.findMany({ where: { applicationId: application.id } });
    const { noticeTo, dueOn } = goOn(application.calendar, application.noticeTo as Day, {
      deliver: application.rules.limits.deliver,
      since: today(stoodSince(all, by.at)),
      until: today(by.at),
    });
    await tx.waiverApplication.update({
      where: { id: application.id },
      data: { noticeTo, dueOn, version: { increment: 1 } },
    });
    const until = untilOf(noticeTo, application.calendar);
    await tellApplicant(tx, by, application, 'waivers.message.dismissed', { until });
  }
  recordEvent(tx, by, {
    verb: 'application.objection-answered',
    subjectKind: 'application',
    subjectId: application.id,
    ventureId: application.ventureId,
    parkId: application.parkId,
    detail: { number: application.number, upholds },
  });
}

const resolvedWith = (by: Actor, answer: string) => ({
  state: 'upheld',
  answer: answer.trim(),
  resolvedAt: by.at,
  resolvedById: by.accountId,
});
