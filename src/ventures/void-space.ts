import type { Day } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, type Fault, refuseIf } from '../language/refusal.js';
import { refuseClosed } from '../ledger/closed-months.js';
import { touchedFrom } from '../ledger/dated-attributes.js';
import { reachesOf } from '../parks/park-of-space.js';
import { canWritePark } from '../parks/permissions.js';
import { actingViewer, refuseUnless } from '../people/acting-viewer.js';
import { recordedVenturesInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import { restingOnLeaseFault, restsOnLease } from './rests-on-lease.js';

export type SpaceVoiding = {
  spaceId: number;
  /** The version that was seen. */
  version: number;
  /** Why it never was. */
  reason: string;
};

/**
 * Voids a space that was entered by mistake (登记错误): it never was. It stays on record with its number and is open on no day,
 * as it closes where it opened, so no count of premises has it; history keeps what it said.
 * @throws Forbidden; Conflict when somebody changed it since, or it is void already; Refusal without a reason, with each
 *   lease of it and what was decided on that, and for a closed month without a reopening
 */
export async function voidSpace(tx: Tx, by: Actor, input: SpaceVoiding): Promise<void> {
  const space = await tx.space.findUniqueOrThrow({
    where: { id: input.spaceId },
    include: { parks: { orderBy: { beganOn: 'asc' } } },
  });
  const { id, parkId, openedOn, closedOn, version } = space;
  await refuseUnless(tx, by, (viewer) => canWritePark(viewer, { id: parkId }));
  if (space.voidedAt !== null) throw new Conflict('parks.space.void-already');
  if (version !== input.version) throw new Conflict('record.changed-meanwhile');
  const reason = input.reason.trim();
  const resting = await restsOnSpace(tx, await actingViewer(tx, by), id);
  refuseIf([
    reason === '' && { field: 'reason', key: 'web.field.required' },
    ...resting.map(({ fault }) => fault),
  ]);
  const reaches = reachesOf(space.parks, null, openedOn, closedOn);
  await refuseClosed(tx, by, reaches.map(touchedFrom));
  await tx.space.update({
    where: { id },
    data: { voidedAt: by.at, closedOn: openedOn, version: { increment: 1 } },
  });
  const { number, name, kind, village, island, address, area, owner } = space;
  recordEvent(tx, by, {
    verb: 'space.voided',
    subjectKind: 'space',
    subjectId: id,
    parkId,
    reason,
    detail: { number, name, kind, village, island, address, area, owner, openedOn },
  });
}

export type RestingOnSpace = { fault: Fault; href: string | null };

/** The leases of a space that are not void, each with what was decided on it; those of ventures not in sight by their count. */
export async function restsOnSpace(
  reads: Reads,
  viewer: Viewer | null,
  spaceId: number,
): Promise<RestingOnSpace[]> {
  const where = { spaceId, voidedAt: null };
  const leases = await reads.tenancy.findMany({
    where: viewer === null ? where : { ...where, venture: recordedVenturesInScope(viewer) },
    select: { id: true, ventureId: true, beganOn: true, venture: { select: { number: true } } },
    orderBy: { id: 'asc' },
  });
  const hidden = (await reads.tenancy.count({ where })) - leases.length;
  const found: RestingOnSpace[] = [];
  for (const lease of leases) {
    found.push(restingLease(lease.id, lease.venture.number, lease.beganOn));
    const decided = await restsOnLease(reads, lease);
    found.push(...decided.map((each) => ({ fault: restingOnLeaseFault(each), href: each.href })));
  }
  const others = { field: '', key: 'ventures.space.rests-hidden', values: { n: hidden } } as const;
  return hidden > 0 ? [...found, { fault: others, href: null }] : found;
}

const restingLease = (id: number, venture: string, beganOn: Day): RestingOnSpace => ({
  fault: {
    field: '',
    key: 'ventures.space.rests-lease',
    values: { venture, day: { day: beganOn } },
  },
  href: `/tenancies/${id}/void`,
});
