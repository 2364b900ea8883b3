import { today } from '../calendar/days.js';
import { addWorkingDays, isProvisional } from '../calendar/working-days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { notEndedBy } from '../database/periods.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { type Fault, refuseIf } from '../language/refusal.js';
import { needForCase } from '../proofs/need-for-case.js';
import { answersOf } from './answers.js';
import { assessCase } from './assess-case.js';
import type { Case } from './case.js';
import { differenceOf } from './difference.js';
import { makeLetter } from './letters/make-letter.js';
import { moveApplication, refuseAtOtherDesk } from './move-application.js';
import { noticeFrom } from './notice.js';
import { openCase, type SeenCase } from './open-case.js';
import { outcomeOf } from './outcome.js';
import { reasonFault } from './reasons.js';

export type Determination = {
  /** A code of `reasons`. */
  reason: string;
  /** What the founder reads. */
  note: string;
};

/**
 * Approves a case (认定), which then stands on public notice. The decision keeps the facts and the assessment.
 * @returns the id of the step
 * @throws Refusal where nothing would be granted, the premises are gone, or the decision differs from the assessment
 *   without a reason and a word why
 */
export async function approveApplication(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  determination: Determination,
): Promise<number> {
  const application = await openCase(tx, seen);
  await refuseAtOtherDesk(tx, by, application, 'approve');
  return approve(tx, by, application, 'approve', determination);
}

/** The same for a case under reconsideration whose refusal is overturned. */
export async function approve(
  tx: Tx,
  by: Actor,
  application: Case,
  move: 'approve' | 'overturn',
  { reason, note }: Determination,
): Promise<number> {
  const { facts, assessment } = await assessCase(tx, application);
  const differs = !assessment.eligible && (reason === 'as-assessed' || note.trim() === '');
  refuseIf([
    reasonFault(move, reason),
    assessment.schedule.total === 0 && { field: '', key: 'waivers.fault.nothing-to-grant' },
    differs && { field: 'note', key: 'waivers.fault.differs' },
    await premisesFault(tx, by, application),
  ]);
  return moveApplication(tx, by, application, {
    move,
    reason,
    note: note.trim(),
    facts,
    outcome: outcomeOf('grant', assessment),
    data: noticeFrom(application.calendar, today(by.at), application.rules.limits),
  });
}

/**
 * Refuses a case (不予批准), for a reason that the letter names.
 * @returns the id of the step
 * @throws Refusal without a reason and a word to the founder
 */
export async function refuseApplication(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { reason, note }: Determination,
): Promise<number> {
  const application = await openCase(tx, seen);
  await refuseAtOtherDesk(tx, by, application, 'refuse');
  const { facts, assessment } = await assessCase(tx, application);
  refuseIf([
    reasonFault('refuse', reason),
    note.trim() === '' && { field: 'note', key: 'web.field.required' },
  ]);
  await keepForCase(tx, application);
  const stated = { reason, note: note.trim(), facts };
  const outcome = outcomeOf('refuse', assessment);
  const refused = outcome.total;
  const sum = { refused };
  const stepId = await moveApplication(tx, by, application, {
    move: 'refuse',
    ...stated,
    outcome,
    sum,
  });
  const reconsider = reconsiderBy(application, by);
  await makeLetter(tx, by, application, {
    stepId,
    kind: 'refusal',
    ...stated,
    refused,
    reconsider,
    difference: await differenceOf(tx, application, 0),
  });
  return stepId;
}

/** Until when reconsideration can be asked for of what is decided now, and in how many working days. */
export function reconsiderBy({ rules, calendar }: Case, by: Actor) {
  const days = rules.limits.reconsider;
  const until = addWorkingDays(calendar, today(by.at), days);
  return { until, days, isProvisional: isProvisional(calendar, until), isAfter: false };
}

/** What a decided case was decided on is kept when consent is withdrawn. */
export async function keepForCase(tx: Tx, { id, personId, number }: Case): Promise<void> {
  const attached = await rowsOf<{ proofFileId: number }>(
    tx,
    sql`SELECT "proofFileId" FROM "WaiverProof" WHERE "applicationId" = ${id}`,
  );
  const proofIds = attached.map(({ proofFileId }) => proofFileId);
  await needForCase(tx, { personId, proofIds, caseNumber: number });
}

/** A tenancy that ended meanwhile, or whose end is agreed for a day before the waiver would begin, has no rent left to waive. */
export async function premisesFault(tx: Tx, by: Actor, application: Case): Promise<Fault | false> {
  const { premises } = answersOf(application.answers);
  if (premises?.kind !== 'tenancy') return false;
  const { from } = answersOf(application.answers);
  const day = from !== null && from > today(by.at) ? from : today(by.at);
  const running = await rowsOf(
    tx,
    sql`SELECT "id" FROM "Tenancy" WHERE "id" = ${premises.tenancyId} AND "ventureId" = ${application.ventureId}
      AND "voidedAt" IS NULL AND ${notEndedBy('Tenancy', day)}`,
  );
  return running.length === 0 && { field: '', key: 'waivers.fault.premises-gone' };
}
