import { isDeepStrictEqual } from 'node:util';
import { addDays, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { nextNumber } from '../database/next-numbers.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';
import { benefitPeriod } from '../policies/benefit-days.js';
import { tellApplicant } from './announce-move.js';
import { answersOf } from './answers.js';
import { assessCase } from './assess-case.js';
import { keepForCase, premisesFault } from './determine-application.js';
import { makeLetter } from './letters/make-letter.js';
import { moveApplication } from './move-application.js';
import { type OpenedCase, openCase, type SeenCase } from './open-case.js';
import { lastDecision, outcomeOf } from './outcome.js';
import { restateMonths } from './waiver-months.js';
import { termOf } from './waiver-term.js';

const series = { table: 'Waiver', letter: 'W', digits: 4 } as const;

/**
 * Grants an approved case when its public notice is over: a waiver whose months are entries of the ledger.
 * @returns the waiver's number, W2026-0001
 * @throws Refusal while the notice runs or an objection is open, when the premises are gone, or when something else
 *   that was granted meanwhile alters the amount: then the bureau has to determine it again
 */
export async function grantWaiver(tx: Tx, by: Actor, seen: SeenCase): Promise<string> {
  const one = await openCase(tx, seen);
  const open = await tx.objection.count({ where: { applicationId: one.id, state: 'open' } });
  const isOn = one.noticeTo === null || today(by.at) < one.noticeTo;
  refuseIf([
    isOn && { field: '', key: 'waivers.fault.on-notice' },
    open > 0 && { field: '', key: 'waivers.fault.objection-open' },
    await premisesFault(tx, one),
  ]);
  const { facts, outcome, reason, note } = await standingDecision(tx, one);
  const period = benefitPeriod(one.rules, facts);
  if (!period) throw new Error('a case on notice has something to grant');
  const stepId = await moveApplication(tx, by, one, { move: 'grant' });
  const number = await nextNumber(tx, series, today(by.at).slice(0, 4));
  const { premises } = answersOf(one.answers);
  const { policyId, policyVersionId, ventureId, personId, parkId } = one;
  const waiver = await tx.waiver.create({
    data: {
      ...{ number, applicationId: one.id, policyId, policyVersionId, ventureId, personId, parkId },
      tenancyId: premises?.kind === 'tenancy' ? premises.tenancyId : null,
      ...{ area: facts.premises.area, rent: facts.premises.rent, facts },
      ...{ beganOn: period.from, termEndOn: period.to, grantedAt: by.at },
      grantedById: by.accountId,
    },
  });
  await keepForCase(tx, one);
  await restateMonths(tx, by, waiver, outcome.months);
  recordEvent(tx, by, {
    ...{ verb: 'waiver.granted', subjectKind: 'waiver', subjectId: waiver.id, ventureId, parkId },
    detail: { number, beganOn: period.from, termEndOn: period.to, total: outcome.total },
  });
  await tellApplicant(tx, by, one, 'waivers.message.grant', {
    ...{ waiver: number, total: { fen: outcome.total } },
    ...{ from: { day: period.from }, to: { day: addDays(period.to, -1) } },
  });
  await makeLetter(tx, by, one, {
    ...{ stepId, kind: 'grant', facts, months: outcome.months, waiver: termOf(waiver) },
    ...{ reason, note },
  });
  return number;
}

/** The decision, which has to come out the same with what was granted since. */
async function standingDecision(tx: Tx, one: OpenedCase) {
  const decision = lastDecision(one.steps);
  if (!decision) throw new Error('a case on notice has a decision');
  const { assessment } = await assessCase(tx, one);
  const isSame = isDeepStrictEqual(outcomeOf('grant', assessment), decision.outcome);
  refuseIf([!isSame && { field: '', key: 'waivers.fault.changed-since' }]);
  return decision;
}
