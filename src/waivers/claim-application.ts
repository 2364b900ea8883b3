import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { allow } from '../web/errors.js';
import type { Case } from './case.js';
import { openCase, type SeenCase } from './open-case.js';
import { isReviewer } from './permissions.js';
import { recusalFault } from './recusal.js';

async function atMyDesk(tx: Tx, by: Actor, seen: SeenCase): Promise<Case> {
  const application = await openCase(tx, seen);
  allow(isReviewer(await actingAccount(tx, by), application), 'waivers.not-your-desk');
  return application;
}

const record = (tx: Tx, by: Actor, application: Case, act: 'claimed' | 'released' | 'recused') =>
  recordEvent(tx, by, {
    verb: `application.${act}`,
    subjectKind: 'application',
    subjectId: application.id,
    ventureId: application.ventureId,
    parkId: application.parkId,
    audience: 'inside',
    detail: { number: application.number },
  });

async function keepClaim(tx: Tx, application: Case, claim: { by: number | null; at: Date | null }) {
  const { count } = await tx.waiverApplication.updateMany({
    where: { id: application.id, version: application.version },
    data: { claimedById: claim.by, claimedAt: claim.at, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict('waivers.moved-meanwhile');
}

/** Takes a case off the queue; nobody else decides on it until it is released. @throws Conflict when another has it */
export async function claimApplication(tx: Tx, by: Actor, seen: SeenCase): Promise<void> {
  const application = await atMyDesk(tx, by, seen);
  if (application.claimedById !== null) throw new Conflict('waivers.claimed');
  refuseIf([await recusalFault(tx, await actingAccount(tx, by), application)]);
  await keepClaim(tx, application, { by: by.accountId, at: by.at });
  await record(tx, by, application, 'claimed');
}

/** Puts a case back on the queue: one's own, or that of a colleague who is away. */
export async function releaseApplication(tx: Tx, by: Actor, seen: SeenCase): Promise<void> {
  const application = await atMyDesk(tx, by, seen);
  if (application.claimedById === null) throw new Conflict('waivers.not-at-this-step');
  await keepClaim(tx, application, { by: null, at: null });
  await record(tx, by, application, 'released');
}

/** Steps aside (回避) from a case for a reason: another has to review it. @throws Refusal without a reason */
export async function recuseFromCase(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { inside }: { inside: string },
): Promise<void> {
  const application = await atMyDesk(tx, by, seen);
  refuseIf([inside.trim() === '' && { field: 'inside', key: 'web.field.required' }]);
  await tx.waiverStep.create({
    data: {
      applicationId: application.id,
      at: by.at,
      byId: by.accountId,
      move: 'recuse',
      fromState: application.state,
      toState: application.state,
      inside: inside.trim(),
    },
  });
  const isOwn = application.claimedById === by.accountId;
  await keepClaim(tx, application, {
    by: isOwn ? null : application.claimedById,
    at: isOwn ? null : application.claimedAt,
  });
  // Why stands in the step, which only reviewers read; the founder reads the history.
  await record(tx, by, application, 'recused');
}
