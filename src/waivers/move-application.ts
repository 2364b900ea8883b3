import { type Day, today } from '../calendar/days.js';
import { addWorkingDays } from '../calendar/working-days.js';
import type { Tx } from '../database/database.js';
import { changeRows } from '../database/direct-sql.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { allow } from '../web/errors.js';
import { announceMove, type Sum } from './announce-move.js';
import type { Case } from './case.js';
import { dueDays } from './clock.js';
import { sitsAt } from './permissions.js';
import { notReconsidered } from './reconsidered.js';
import { recusalFault } from './recusal.js';
import { type MoveName, moves, needsDistance, type StateName } from './states.js';

/** What a move may change of a case, beside where it stands. */
type Changing = Pick<
  Case,
  | 'submittedAt'
  | 'openFields'
  | 'corrections'
  | 'reconsiderations'
  | 'noticeFrom'
  | 'noticeTo'
  | 'pausedFrom'
  | 'pausedTo'
  | 'dueOn'
  | 'determineBy'
>;

export type Turn = {
  move: MoveName;
  /** Where it goes, for a move that leads back to where it was. */
  to?: StateName;
  reason?: string;
  /** What the founder reads, and what only reviewers do. */
  note?: string;
  inside?: string;
  facts?: object;
  outcome?: object;
  /** What it refuses or takes back, in fen: its message says so. */
  sum?: Sum;
  /** Whether it gives less than was asked for, so that reconsideration of it can be asked for. */
  reconsiders?: boolean;
  /** What changes with it. */
  data?: Partial<Changing>;
};

/**
 * Makes one move of a case: the only way in which its state changes. It writes the step and its history.
 * @returns the id of the step
 * @throws Forbidden for who does not sit at the desk; Refusal for who has to step aside;
 *   Conflict when the case does not stand where the move begins, is another's, or was moved meanwhile
 */
export async function moveApplication(
  tx: Tx,
  by: Actor,
  application: Case,
  turn: Turn,
): Promise<number> {
  const { from, by: desk, to: usual } = moves[turn.move];
  if (!(from as readonly string[]).includes(application.state))
    throw new Conflict('waivers.not-at-this-step');
  if (desk !== 'clock') {
    const viewer = await actingAccount(tx, by);
    allow(sitsAt(viewer, application, desk), 'waivers.not-your-desk');
    const isAnothers = desk !== 'founder' && application.claimedById !== null;
    if (isAnothers && application.claimedById !== by.accountId)
      throw new Conflict('waivers.claimed');
    if (needsDistance(turn.move)) refuseIf([await recusalFault(tx, viewer, application)]);
  }
  const to = turn.to ?? usual;
  if (to === null) throw new Error(`the move ${turn.move} has to say where to`);
  const [stepId = 0] = await insertRowsForIds(tx, 'WaiverStep', [
    {
      applicationId: application.id,
      at: by.at,
      byId: by.accountId,
      move: turn.move,
      fromState: application.state,
      toState: to,
      reason: turn.reason ?? '',
      note: turn.note ?? '',
      inside: turn.inside ?? '',
      facts: turn.facts,
      outcome: turn.outcome,
    },
  ]);
  const due = await enter(tx, by, application, to, turn);
  recordEvent(tx, by, {
    verb: `application.${turn.move}`,
    subjectKind: 'application',
    subjectId: application.id,
    ventureId: application.ventureId,
    parkId: application.parkId,
    reason: turn.note ?? '',
    detail: { number: application.number, ...(turn.reason ? { why: turn.reason } : {}) },
  });
  await announceMove(tx, by, application, {
    move: turn.move,
    reason: turn.reason ?? '',
    note: turn.note ?? '',
    sum: turn.sum ?? null,
    ...due,
    noticeTo: turn.data?.noticeTo ?? null,
    calendar: application.calendar,
  });
  return stepId;
}

/** Refuses who does not sit at the desk from which a move is made, before anything of the case is looked at. */
export async function refuseAtOtherDesk(
  tx: Tx,
  by: Actor,
  application: Case,
  move: Exclude<MoveName, 'lapse'>,
): Promise<void> {
  const viewer = await actingAccount(tx, by);
  allow(sitsAt(viewer, application, moves[move].by), 'waivers.not-your-desk');
}

/** What decides anew against who asked: a refusal, a revocation, and a grant of less than was asked for. */
const isAgainst = ({ move, reconsiders }: Turn): boolean =>
  move === 'refuse' || move === 'revoke' || reconsiders === true;

/** Enters a state: the claim ends, and the step's own clock starts. @returns when it is due */
async function enter(
  tx: Tx,
  by: Actor,
  application: Case,
  to: StateName,
  turn: Turn,
): Promise<ReturnType<typeof dueDays> & { reconsiderBy: Day | null }> {
  const { calendar, steps } = application;
  const on = today(by.at);
  const due = dueDays(to, application.rules.limits, { calendar, steps, on });
  // What else can be reconsidered has waited, and its term begins with the decision.
  const isOpen = isAgainst(turn) || (to === 'granted' && notReconsidered(application).length > 0);
  const reconsiderBy = isOpen
    ? addWorkingDays(calendar, on, application.rules.limits.reconsider)
    : null;
  // Each decision against who asked can be reconsidered once.
  const reconsiderations = isOpen ? 0 : application.reconsiderations;
  const now: Changing = { ...application, ...due, reconsiderations, ...turn.data };
  const openFields = now.openFields === null ? null : JSON.stringify(now.openFields);
  const count = await changeRows(
    tx,
    sql`UPDATE "WaiverApplication" SET "state" = ${to}, "stateSince" = ${by.at}, "claimedById" = NULL,
        "claimedAt" = NULL, "dueOn" = ${now.dueOn}, "determineBy" = ${now.determineBy},
        "submittedAt" = ${now.submittedAt}, "openFields" = ${openFields}, "corrections" = ${now.corrections},
        "noticeFrom" = ${now.noticeFrom}, "noticeTo" = ${now.noticeTo}, "pausedFrom" = ${now.pausedFrom},
        "pausedTo" = ${now.pausedTo}, "reconsiderBy" = ${reconsiderBy},
        "reconsiderations" = ${now.reconsiderations}, "version" = "version" + 1
      WHERE "id" = ${application.id} AND "state" = ${application.state} AND "version" = ${application.version}`,
  );
  if (count === 0) throw new Conflict('waivers.moved-meanwhile');
  return { dueOn: due.dueOn, determineBy: due.determineBy, reconsiderBy };
}
