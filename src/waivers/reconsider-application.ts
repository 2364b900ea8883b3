import type { z } from 'zod';
import { type Day, today } from '../calendar/days.js';
import { addWorkingDays, isProvisional } from '../calendar/working-days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { assess } from '../policies/assess.js';
import { Facts } from '../policies/facts.js';
import { assessCase, versionOfCase } from './assess-case.js';
import type { Case } from './case.js';
import { approve, type Determination } from './determine-application.js';
import { differenceOf } from './difference.js';
import { makeLetter, type NewLetter } from './letters/make-letter.js';
import { moveApplication, refuseAtOtherDesk, type Turn } from './move-application.js';
import { openCase, type SeenCase } from './open-case.js';
import { otherTerm } from './other-term.js';
import { outcomeOf } from './outcome.js';
import { reasonFault } from './reasons.js';
import { type Reconsidered, type Request, reconsiderableOf, reconsidered } from './reconsidered.js';
import { takenMonths, waiverOf } from './revoke-waiver.js';
import { openStates } from './states.js';
import { totalOf } from './waiver-months.js';
import { termOf } from './waiver-term.js';

type Decided = Pick<Case, 'rules' | 'stateSince' | 'reconsiderBy' | 'calendar'>;

/** The last day on which reconsideration can be asked for: as the applicant was told it, or counted from the decision. */
export const reconsiderUntil = ({ rules, stateSince, reconsiderBy, calendar }: Decided): Day =>
  reconsiderBy ?? addWorkingDays(calendar, today(stateSince), rules.limits.reconsider);

/** Whether it is too late to ask. A provisional day shuts nobody out: it could still move on. */
export function isTooLate(decided: Decided, on: Day): boolean {
  const until = reconsiderUntil(decided);
  return until < on && !isProvisional(decided.calendar, until);
}

/**
 * Asks for reconsideration (复核) of a refusal, a revocation, an end or a grant of less than was asked for, once each, within the policy's limit.
 * @param of which of the two is meant, where a grant of less has ended as well
 * @returns the id of the step
 * @throws Refusal without a reason, without a choice where there is one, or after the limit; Conflict when it was asked before, or the venture has another
 *   open case under the policy
 */
export async function askReconsideration(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { note, of = '' }: { note: string; of?: string },
): Promise<number> {
  const application = await openCase(tx, seen);
  await refuseAtOtherDesk(tx, by, application, 'reconsider');
  const isLate = isTooLate(application, today(by.at));
  if (application.state === 'granted' && application.reconsiderBy === null)
    throw new Conflict(
      application.reconsiderations > 0
        ? 'waivers.reconsidered-already'
        : 'waivers.not-at-this-step',
    );
  if (application.reconsiderations > 0) throw new Conflict('waivers.reconsidered-already');
  const { ventureId, policyId } = application;
  const open = { ventureId, policyId, state: { in: openStates } };
  if ((await tx.waiverApplication.count({ where: open })) > 0)
    throw new Conflict('waivers.open-already');
  const choices = application.state === 'granted' ? reconsiderableOf(application) : [];
  const chosen = choices.length === 1 ? choices[0] : choices.find((choice) => choice === of);
  refuseIf([
    choices.length > 1 && !chosen && { field: 'of', key: 'web.field.choose' },
    note.trim() === '' && { field: 'note', key: 'web.field.required' },
    isLate && {
      field: '',
      key: 'waivers.fault.too-late',
      values: { day: { day: reconsiderUntil(application) } },
    },
  ]);
  return moveApplication(tx, by, application, {
    move: 'reconsider',
    note: note.trim(),
    ...(chosen ? { outcome: { of: chosen } satisfies z.output<typeof Request> } : {}),
    data: { reconsiderations: application.reconsiderations + 1 },
  });
}

/**
 * Upholds what was decided. @returns the id of the step
 * @throws Refusal without a reason and a word to the founder, or for who decided it
 */
export async function upholdDecision(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { reason, note }: Determination,
): Promise<number> {
  const application = await openCase(tx, seen);
  await refuseAtOtherDesk(tx, by, application, 'uphold');
  refuseIf([
    reasonFault('uphold', reason),
    note.trim() === '' && { field: 'note', key: 'web.field.required' },
  ]);
  const of = reconsidered(application);
  const stated = { reason, note: note.trim() };
  const { step, letter } = await upheld[of](tx, application);
  const stepId = await moveApplication(tx, by, application, {
    move: 'uphold',
    to: of === 'ended' ? 'granted' : of,
    ...stated,
    ...step,
  });
  const kind = { kind: 'reconsideration', outcome: 'uphold', of } as const;
  const isGranted = of === 'granted' || of === 'ended';
  const other = isGranted ? otherTerm(application, by) : null;
  await makeLetter(tx, by, application, { stepId, ...kind, ...stated, ...letter, other });
  return stepId;
}

type Upheld = { step: Partial<Turn>; letter: Partial<NewLetter> };

/** What upholding a decision keeps, and what its letter tells: the sums that it refuses or takes back. */
const upheld: Record<Reconsidered, (tx: Tx, application: Case) => Promise<Upheld>> = {
  async refused(tx, application) {
    const { facts, assessment } = await assessCase(tx, application);
    const outcome = outcomeOf('refuse', assessment);
    const refused = outcome.total;
    return { step: { sum: { refused }, facts, outcome }, letter: { facts, refused } };
  },
  async revoked(tx, application) {
    const taken = await takenMonths(tx, application);
    return { step: { sum: { taken: totalOf(taken) } }, letter: { taken } };
  },
  async ended(tx, application) {
    const taken = await takenMonths(tx, application);
    const waiver = termOf(await waiverOf(tx, application));
    return { step: { sum: { taken: totalOf(taken) } }, letter: { taken, waiver } };
  },
  async granted(tx, application) {
    const waiver = await waiverOf(tx, application);
    // What is in force, also where more was decided and an objection to it was upheld.
    const facts = Facts.parse(waiver.facts);
    const outcome = outcomeOf('grant', assess(facts, versionOfCase(application)));
    const given = outcome.total;
    const difference = await differenceOf(tx, application, given);
    const refused = Math.max(0, (difference?.asked ?? given) - given);
    return {
      step: { sum: { refused }, facts, outcome },
      letter: { difference, waiver: termOf(waiver) },
    };
  },
};

/** Overturns a refusal: the case then stands on public notice. A revocation is taken back by `restoreWaiver`. */
export async function overturnRefusal(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  determination: Determination,
): Promise<number> {
  const application = await openCase(tx, seen);
  await refuseAtOtherDesk(tx, by, application, 'overturn');
  if (reconsidered(application) !== 'refused') throw new Conflict('waivers.not-at-this-step');
  const stepId = await approve(tx, by, application, 'overturn', determination);
  const { facts } = await assessCase(tx, application);
  const stated = { reason: determination.reason, note: determination.note.trim(), facts };
  await makeLetter(tx, by, application, {
    stepId,
    kind: 'reconsideration',
    outcome: 'overturn',
    of: 'refused',
    ...stated,
  });
  return stepId;
}
