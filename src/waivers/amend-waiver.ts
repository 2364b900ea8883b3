import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Waiver } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { restateRent } from '../ledger/restate.js';
import { benefitPeriod } from '../policies/benefit-days.js';
import type { Facts } from '../policies/facts.js';
import { bothSay, tellApplicant, untilOf } from './announce-move.js';
import { assessCase } from './assess-case.js';
import type { Case } from './case.js';
import type { Determination } from './determine-application.js';
import { differenceOf } from './difference.js';
import { makeLetter } from './letters/make-letter.js';
import { monthsUntil } from './months-until.js';
import { moveApplication, refuseAtOtherDesk } from './move-application.js';
import { noticeFrom } from './notice.js';
import { openCase, type SeenCase } from './open-case.js';
import { otherTerm } from './other-term.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { reasonFault } from './reasons.js';
import { reconsidered } from './reconsidered.js';
import { waiverOf } from './revoke-waiver.js';
import { restateMonths, totalOf } from './waiver-months.js';
import { termOf } from './waiver-term.js';

/**
 * Decides on reconsideration of a grant that gave less than was asked for to give more: what now follows from the facts, as
 * desks have corrected them. Under a policy with a public notice that is put on notice first, and given by `grantWaiver`
 * after it, while the first decision goes on; under one without it is given at once.
 * @returns the id of the step
 * @throws Refusal without a reason and a word to the founder, or where nothing more would be given
 */
export async function amendWaiver(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { reason, note }: Determination,
): Promise<number> {
  const application = await openCase(tx, seen);
  await refuseAtOtherDesk(tx, by, application, 'amend');
  if (reconsidered(application) !== 'granted') throw new Conflict('waivers.not-at-this-step');
  const waiver = await waiverOf(tx, application);
  const { facts, assessment } = await assessCase(tx, application);
  const period = benefitPeriod(application.rules, facts);
  const outcome = outcomeOf('grant', assessment);
  const given = totalOf(await monthsUntil(tx, waiver, waiver.termEndOn));
  refuseIf([
    reasonFault('amend', reason),
    note.trim() === '' && { field: 'note', key: 'web.field.required' },
    (outcome.total <= given || period?.from !== waiver.beganOn) && {
      field: '',
      key: 'waivers.fault.nothing-more',
    },
  ]);
  const { calendar, rules } = application;
  const notice = rules.limits.notice > 0 ? noticeFrom(calendar, today(by.at), rules.limits) : null;
  const stated = { reason, note: note.trim() };
  const difference = await differenceOf(tx, application, outcome.total);
  const stepId = await moveApplication(tx, by, application, {
    move: 'amend',
    ...stated,
    facts,
    outcome,
    ...(notice ? { to: 'notice', data: notice } : {}),
  });
  const term = period ?? { from: waiver.beganOn, to: waiver.termEndOn };
  const amended = notice
    ? { ...waiver, termEndOn: term.to }
    : await giveMore(tx, by, application, { waiver, facts, outcome, note: stated.note });
  if (notice)
    await tellApplicant(tx, by, application, 'waivers.message.amend-notice', {
      waiver: waiver.number,
      total: { fen: outcome.total },
      until: untilOf(notice.noticeTo, calendar),
      said: bothSay('waivers.message.said', { note: stated.note }),
    });
  await makeLetter(tx, by, application, {
    stepId,
    kind: 'reconsideration',
    outcome: 'amend',
    of: 'granted',
    ...stated,
    facts,
    months: outcome.months,
    waiver: termOf(amended),
    noticeTo: notice?.noticeTo ?? null,
    endedOn: waiver.endedOn,
    other: notice ? null : otherTerm(application, by),
    difference,
  });
  return stepId;
}

type More = { waiver: Waiver; facts: Facts; outcome: Outcome; note: string };

/** Brings a waiver to what was decided on reconsideration: the months that change are entered anew, up to its end where it has ended. */
export async function giveMore(
  tx: Tx,
  by: Actor,
  application: Case,
  { waiver, facts, outcome, note }: More,
): Promise<Waiver> {
  const period = benefitPeriod(application.rules, facts);
  const amended = await tx.waiver.update({
    where: { id: waiver.id },
    data: {
      facts,
      area: facts.premises.area,
      rent: facts.premises.rent,
      termEndOn: period?.to ?? waiver.termEndOn,
      version: { increment: 1 },
    },
  });
  const { number, ventureId, parkId, endedOn, termEndOn } = amended;
  await restateMonths(tx, by, amended, await monthsUntil(tx, amended, endedOn ?? termEndOn));
  await restateRent(tx, by, [ventureId]);
  recordEvent(tx, by, {
    verb: 'waiver.amended',
    subjectKind: 'waiver',
    subjectId: waiver.id,
    ventureId,
    parkId,
    reason: note,
    detail: { number, termEndOn, total: outcome.total },
  });
  await tellApplicant(tx, by, application, 'waivers.message.amend', {
    waiver: number,
    total: { fen: outcome.total },
    said: note === '' ? { zh: '', en: '' } : bothSay('waivers.message.said', { note }),
  });
  return amended;
}
