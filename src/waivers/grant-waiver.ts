import { isDeepStrictEqual } from 'node:util';
import { today } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import type { Waiver } from '../database/generated/client.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import { nextNumber } from '../database/next-numbers.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';
import { restateRent } from '../ledger/restate.js';
import { benefitPeriod } from '../policies/benefit-days.js';
import { formOf } from '../policies/form-of.js';
import { giveMore } from './amend-waiver.js';
import { byDay, tellApplicant } from './announce-move.js';
import { answersOf } from './answers.js';
import { assessCase } from './assess-case.js';
import type { Case } from './case.js';
import { keepForCase, premisesFault, reconsiderBy } from './determine-application.js';
import { differenceOf, isLess } from './difference.js';
import { endWithLease } from './end-waiver.js';
import { makeLetter } from './letters/make-letter.js';
import { moveApplication, refuseAtOtherDesk } from './move-application.js';
import { openCase, type SeenCase } from './open-case.js';
import { otherTerm } from './other-term.js';
import { lastDecision, outcomeOf } from './outcome.js';
import { lessGranted } from './reconsidered.js';
import { addMonths } from './waiver-months.js';
import { termOf } from './waiver-term.js';

const series = { table: 'Waiver', letter: 'W', digits: 4 } as const;

/**
 * Grants an approved case when its public notice is over: a waiver whose months are entries of the ledger; of a case that has
 * one, in which more was decided on reconsideration, that waiver then gives more.
 * @returns the waiver's number, W2026-0001
 * @throws Refusal while the notice runs or an objection is open, when the premises are gone, or when something else
 *   that was granted meanwhile alters the amount: then the bureau has to determine it again
 */
export async function grantWaiver(tx: Tx, by: Actor, seen: SeenCase): Promise<string> {
  const application = await openCase(tx, seen);
  await refuseAtOtherDesk(tx, by, application, 'grant');
  const objections = await rowsOf(
    tx,
    sql`SELECT "id" FROM "Objection" WHERE "applicationId" = ${application.id} AND "state" = 'open' LIMIT 1`,
  );
  const waiver = await tx.waiver.findUnique({ where: { applicationId: application.id } });
  const isOn = application.noticeTo === null || today(by.at) < application.noticeTo;
  refuseIf([
    isOn && { field: '', key: 'waivers.fault.on-notice' },
    objections.length > 0 && { field: '', key: 'waivers.fault.objection-open' },
    // A waiver that has begun ends with its premises by itself.
    waiver === null && (await premisesFault(tx, by, application)),
  ]);
  if (waiver) return grantMore(tx, by, application, waiver);
  const { facts, outcome, reason, note } = await currentDecision(tx, application);
  const period = benefitPeriod(application.rules, facts);
  if (!period) throw new Error('a case on notice has something to grant');
  const difference = await differenceOf(tx, application, outcome.total);
  const stepId = await moveApplication(tx, by, application, {
    move: 'grant',
    reconsiders: isLess(difference),
    ...(isLess(difference) ? { outcome: lessGranted } : {}),
  });
  const number = await nextNumber(tx, series, today(by.at).slice(0, 4));
  const { premises } = answersOf(application.answers);
  const { policyId, policyVersionId, ventureId, personId, parkId } = application;
  const tenancyId = premises?.kind === 'tenancy' ? premises.tenancyId : null;
  const term = { number, beganOn: period.from, termEndOn: period.to };
  const form = formOf(application.rules);
  const [id = 0] = await insertRowsForIds(tx, 'Waiver', [
    {
      ...term,
      applicationId: application.id,
      policyId,
      policyVersionId,
      ventureId,
      personId,
      parkId,
      tenancyId,
      area: facts.premises.area,
      rent: facts.premises.rent,
      form,
      facts,
      grantedAt: by.at,
      grantedById: by.accountId,
    },
  ]);
  await keepForCase(tx, application);
  const posted = { id, parkId, ventureId, beganOn: period.from, form };
  await addMonths(tx, by, posted, outcome.months);
  await restateRent(tx, by, [ventureId]);
  recordEvent(tx, by, {
    verb: 'waiver.granted',
    subjectKind: 'waiver',
    subjectId: id,
    ventureId,
    parkId,
    detail: { ...term, total: outcome.total },
  });
  const told = {
    waiver: number,
    total: { fen: outcome.total },
    from: { day: period.from },
    to: { day: lastDayOf(period.to) },
  };
  const reconsider = isLess(difference) ? reconsiderBy(application, by) : null;
  if (difference && reconsider)
    await tellApplicant(tx, by, application, 'waivers.message.grant-less', {
      ...told,
      less: { fen: difference.asked - difference.given },
      by: byDay('waivers.message.reconsider-by', reconsider.until, application.calendar),
    });
  else await tellApplicant(tx, by, application, 'waivers.message.grant', told);
  await makeLetter(tx, by, application, {
    stepId,
    kind: 'grant',
    facts,
    months: outcome.months,
    waiver: term,
    reason,
    note,
    difference,
    reconsider,
  });
  await endWithLease(tx, by, { ventureId, tenancyId });
  return number;
}

/** Gives what was decided on reconsideration beyond what a waiver gave before. */
async function grantMore(tx: Tx, by: Actor, application: Case, waiver: Waiver): Promise<string> {
  const { facts, outcome, reason, note } = await currentDecision(tx, application);
  const difference = await differenceOf(tx, application, outcome.total);
  const stepId = await moveApplication(tx, by, application, { move: 'grant' });
  const amended = await giveMore(tx, by, application, { waiver, facts, outcome, note: '' });
  await makeLetter(tx, by, application, {
    stepId,
    kind: 'grant',
    facts,
    months: outcome.months,
    waiver: termOf(amended),
    endedOn: waiver.endedOn,
    reason,
    note,
    difference,
    other: otherTerm(application, by),
  });
  return amended.number;
}

/** The decision, which has to come out the same with what was granted since. */
async function currentDecision(tx: Tx, application: Case) {
  const decision = lastDecision(application.steps);
  if (!decision) throw new Error('a case on notice has a decision');
  const { assessment } = await assessCase(tx, application);
  const isSame = isDeepStrictEqual(outcomeOf('grant', assessment), decision.outcome);
  refuseIf([!isSame && { field: '', key: 'waivers.fault.changed-since' }]);
  return decision;
}
