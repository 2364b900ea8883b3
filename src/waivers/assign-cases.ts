import type { Reads, Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvents } from '../history/record.js';
import { Conflict, type Fault, refuseIf } from '../language/refusal.js';
import { announce } from '../outbox/announce.js';
import { actingAccount } from '../people/acting-viewer.js';
import type { Viewer } from '../people/viewer.js';
import { viewerOfAccount } from '../people/viewer-of-account.js';
import { allow } from '../web/errors.js';
import { openCase, type SeenCase } from './open-case.js';
import { isReviewer } from './permissions.js';
import { recusalFault } from './recusal.js';

type Assignable = Parameters<typeof recusalFault>[2] &
  Parameters<typeof isReviewer>[1] & { claimedById: number | null };

/** Who sits at the desk of a viewer, the viewer too: whoever could have a case in hand that lies there. */
export const colleaguesAtDesk = (
  reads: Reads,
  { role, parkIds, regionCode }: Viewer,
): Promise<{ id: number; name: string }[]> =>
  reads.account.findMany({
    where: {
      role,
      isActive: true,
      ...(role === 'park-manager' ? { parks: { some: { parkId: { in: parkIds } } } } : {}),
      ...(role === 'county-reviewer' ? { regionCode } : {}),
    },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  });

/** Why a case cannot be put into somebody's hand by whoever sits at its desk, or null. */
export async function whyNotAssigned(
  reads: Reads,
  { giver, taker }: { giver: Viewer; taker: Viewer },
  application: Assignable,
): Promise<Fault | null> {
  const { claimedById } = application;
  const fault = (key: Fault['key']): Fault => ({ field: '', key });
  if (!isReviewer(giver, application)) return fault('waivers.not-your-desk');
  if (claimedById === taker.accountId) return fault('waivers.assign.has-it');
  if (claimedById !== null && claimedById !== giver.accountId) return fault('waivers.claimed');
  if (!isReviewer(taker, application)) return fault('waivers.assign.not-theirs');
  return (await recusalFault(reads, taker, application)) && fault('waivers.assign.barred');
}

/**
 * Puts several cases into the hand of somebody at the same desk, all or none, and tells whom.
 * @throws Forbidden for a case at another desk; Conflict for one that is in another hand or moved meanwhile; Refusal
 * where whoever was chosen may not judge one of them
 */
export async function assignCases(
  tx: Tx,
  by: Actor,
  { takerId, cases }: { takerId: number; cases: SeenCase[] },
): Promise<void> {
  const giver = await actingAccount(tx, by);
  const taker = await viewerOfAccount(tx, takerId);
  refuseIf([cases.length === 0 && { field: 'to', key: 'waivers.batch.nothing' }]);
  const applications = [];
  for (const seen of cases) {
    const application = await openCase(tx, seen);
    allow(isReviewer(giver, application), 'waivers.not-your-desk');
    refuseIf([taker === null && { field: 'to', key: 'web.field.choose' }]);
    if (taker === null) continue;
    const fault = await whyNotAssigned(tx, { giver, taker }, application);
    if (fault?.key === 'waivers.claimed') throw new Conflict('waivers.claimed');
    refuseIf([fault && { field: 'to', key: fault.key }]);
    applications.push(application);
  }
  if (taker === null) return;
  for (const { id, version } of applications) {
    const { count } = await tx.waiverApplication.updateMany({
      where: { id, version },
      data: { claimedById: taker.accountId, claimedAt: by.at, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict('waivers.moved-meanwhile');
  }
  recordEvents(
    tx,
    by,
    applications.map(({ id, number, ventureId, parkId }) => ({
      verb: 'application.assigned',
      subjectKind: 'application',
      subjectId: id,
      ventureId,
      parkId,
      audience: 'inside',
      detail: { number, holder: taker.name },
    })),
  );
  if (taker.accountId === giver.accountId) return;
  await announce(tx, by, {
    accountId: taker.accountId,
    key: 'waivers.message.assigned',
    values: {
      by: giver.name,
      n: applications.length,
      numbers: applications.map(({ number }) => number).join(' '),
    },
    href: '/waivers/queue?tab=mine',
  });
}
