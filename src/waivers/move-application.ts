import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { type PinnedVersion, pinnedVersion } from '../policies/pinned-version.js';
import { PolicyRules } from '../policies/rules.js';
import { allow } from '../web/errors.js';
import { announceMove } from './announce-move.js';
import { dueDays, lastDayOf } from './clock.js';
import { sitsAt } from './policy.js';
import { recusalFault } from './recusal.js';
import { type MoveName, moves, type StateName } from './states.js';

/** The case that a page showed: it must not have changed since. */
export type SeenCase = { id: number; version: number };

export type Turn = {
  move: MoveName;
  /** Where it goes, for a move that leads back to where it was. */
  to?: StateName;
  reason?: string;
  /** What the founder reads, and what only reviewers do. */
  note?: string;
  inside?: string;
  facts?: Prisma.InputJsonObject;
  outcome?: Prisma.InputJsonObject;
  /** What changes with it. */
  data?: Prisma.WaiverApplicationUncheckedUpdateManyInput;
};

const withSteps = {
  steps: { orderBy: { id: 'asc' } },
} as const satisfies Prisma.WaiverApplicationInclude;
type CaseRow = Prisma.WaiverApplicationGetPayload<{ include: typeof withSteps }>;
/** A case with its rules and its steps, for a verb. */
export type OpenedCase = CaseRow & { policyVersion: PinnedVersion; rules: PolicyRules };

/** The case as it stands, for a verb. @throws Conflict when it is no longer the version that was seen */
export async function openCase(tx: Tx, { id, version }: SeenCase): Promise<OpenedCase> {
  const found = await tx.waiverApplication.findUnique({ where: { id }, include: withSteps });
  if (!found || found.version !== version) throw new Conflict('waivers.moved-meanwhile');
  const policyVersion = await pinnedVersion(tx, found.policyVersionId);
  return { ...found, policyVersion, rules: PolicyRules.parse(policyVersion.rules) };
}

/**
 * Makes one move of a case: the only way in which its state changes. It writes the step and its history.
 * @returns the id of the step
 * @throws Forbidden for who does not sit at the desk; Refusal for who has to step aside;
 *   Conflict when the case does not stand where the move begins, is another's, or was moved meanwhile
 */
export async function moveApplication(
  tx: Tx,
  by: Actor,
  one: OpenedCase,
  turn: Turn,
): Promise<number> {
  const { from, by: desk, judges, to: usual } = moves[turn.move];
  if (!(from as readonly string[]).includes(one.state))
    throw new Conflict('waivers.moved-meanwhile');
  if (desk !== 'clock') {
    const viewer = await actingAccount(tx, by);
    allow(sitsAt(viewer, one, desk), 'waivers.not-your-desk');
    const isAnothers = desk !== 'founder' && one.claimedById !== null;
    if (isAnothers && one.claimedById !== by.accountId) throw new Conflict('waivers.claimed');
    if (judges) refuseIf([await recusalFault(tx, viewer, one)]);
  }
  const to = turn.to ?? usual;
  if (to === null) throw new Error(`the move ${turn.move} has to say where to`);
  const [stepId = 0] = await insertRowsForIds(tx, 'WaiverStep', [
    {
      ...{ applicationId: one.id, at: by.at, byId: by.accountId, move: turn.move },
      ...{ fromState: one.state, toState: to, reason: turn.reason ?? '', note: turn.note ?? '' },
      ...{ inside: turn.inside ?? '', facts: turn.facts, outcome: turn.outcome },
    },
  ]);
  const due = await enter(tx, by, one, to, turn.data ?? {});
  recordEvent(tx, by, {
    ...{ verb: `application.${turn.move}`, subjectKind: 'application', subjectId: one.id },
    ...{ ventureId: one.ventureId, parkId: one.parkId, reason: turn.note ?? '' },
    detail: { number: one.number, ...(turn.reason ? { why: turn.reason } : {}) },
  });
  const noticeTo = turn.data?.noticeTo;
  await announceMove(tx, by, one, {
    ...{ move: turn.move, reason: turn.reason ?? '', note: turn.note ?? '', ...due },
    noticeTo: typeof noticeTo === 'string' ? noticeTo : null,
    reconsiderBy: lastDayOf(today(by.at), one.rules.limits.reconsider),
  });
  return stepId;
}

/** Enters a state: the claim ends, and the step's own clock starts. @returns when it is due */
async function enter(
  tx: Tx,
  by: Actor,
  one: OpenedCase,
  to: StateName,
  data: Prisma.WaiverApplicationUncheckedUpdateManyInput,
): Promise<ReturnType<typeof dueDays>> {
  const due = dueDays(to, one.rules.limits, { steps: one.steps, on: today(by.at) });
  const { count } = await tx.waiverApplication.updateMany({
    where: { id: one.id, state: one.state, version: one.version },
    data: {
      ...{ state: to, stateSince: by.at, claimedById: null, claimedAt: null, ...due },
      ...{ ...data, version: { increment: 1 } },
    },
  });
  if (count === 0) throw new Conflict('waivers.moved-meanwhile');
  return due;
}
