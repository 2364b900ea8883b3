import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { restateRent } from '../ledger/restate.js';
import { benefitPeriod } from '../policies/benefit-days.js';
import { bothSay, tellApplicant } from './announce-move.js';
import { assessCase } from './assess-case.js';
import type { Determination } from './determine-application.js';
import { differenceOf } from './difference.js';
import { makeLetter } from './letters/make-letter.js';
import { monthsUntil } from './months-until.js';
import { moveApplication, refuseAtOtherDesk } from './move-application.js';
import { openCase, type SeenCase } from './open-case.js';
import { outcomeOf } from './outcome.js';
import { reasonFault } from './reasons.js';
import { reconsidered } from './reconsidered.js';
import { waiverOf } from './revoke-waiver.js';
import { monthsInForce, restateMonths, totalOf } from './waiver-months.js';
import { termOf } from './waiver-term.js';

/**
 * Grants more on reconsideration of a grant that gave less than was asked for: what now follows from the facts, as desks
 * have corrected them. The months that change are entered anew.
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
  const given = period && totalOf(await monthsInForce(tx, waiver.id));
  refuseIf([
    reasonFault('amend', reason),
    note.trim() === '' && { field: 'note', key: 'web.field.required' },
    (given === null || outcome.total <= given || period?.from !== waiver.beganOn) && {
      field: '',
      key: 'waivers.fault.nothing-more',
    },
  ]);
  const stated = { reason, note: note.trim() };
  const difference = await differenceOf(tx, application, outcome.total);
  const stepId = await moveApplication(tx, by, application, {
    move: 'amend',
    ...stated,
    facts,
    outcome,
  });
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
    reason: stated.note,
    detail: { number, termEndOn, total: outcome.total },
  });
  await tellApplicant(tx, by, application, 'waivers.message.amend', {
    waiver: number,
    total: { fen: outcome.total },
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
    difference,
  });
  return stepId;
}
