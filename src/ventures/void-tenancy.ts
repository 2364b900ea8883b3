import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { closedAt } from '../ledger/closed-at.js';
import { refuseClosed } from '../ledger/closed-months.js';
import { touchedFrom } from '../ledger/dated-attributes.js';
import { restateRent } from '../ledger/restate.js';
import { parkOfSpace, reachesOf } from '../parks/park-of-space.js';
import { refuseUnlessKeeper } from './home-park.js';
import { leaseRenewedBy, takeEndBack } from './renewed-lease.js';
import { restingOnLeaseFault, restsOnLease } from './rests-on-lease.js';

export type LeaseVoiding = {
  tenancyId: number;
  /** The version that was seen. */
  version: number;
  /** Why it never was. */
  reason: string;
};

/**
 * Voids a lease that was entered by mistake (登记错误): it never was. It stays on record and holds on no day, as it ends where
 * it began; all its entries are reversed, its area is free again on all its days, and history keeps what it said. Of one that
 * a renewal made, the lease before it goes on again, as that ended by the renewal alone.
 * @throws Conflict when somebody changed it since, or it is void already; Refusal without a reason, with each waiver and
 *   case that has to be undone first, and for a closed month without a reopening
 */
export async function voidTenancy(tx: Tx, by: Actor, input: LeaseVoiding): Promise<void> {
  const before = await tx.tenancy.findUniqueOrThrow({
    where: { id: input.tenancyId },
    include: { space: { include: { parks: { orderBy: { beganOn: 'asc' } } } } },
  });
  const { id, ventureId, beganOn, termEndOn, endedOn, rent, area } = before;
  await refuseUnlessKeeper(tx, by, [ventureId]);
  if (before.voidedAt !== null) throw new Conflict('ventures.lease.void-already');
  if (before.version !== input.version) throw new Conflict('record.changed-meanwhile');
  const reason = input.reason.trim();
  const resting = await restsOnLease(tx, before);
  refuseIf([
    reason === '' && { field: 'reason', key: 'web.field.required' },
    ...resting.map(restingOnLeaseFault),
  ]);
  const parkId = parkOfSpace(before.space.parks, beganOn);
  const reaches = reachesOf(before.space.parks, ventureId, beganOn, endedOn);
  await refuseClosed(tx, by, reaches.map(touchedFrom));
  await tx.tenancy.update({
    where: { id },
    data: { endedOn: beganOn, heldOverTo: null, voidedAt: by.at, version: { increment: 1 } },
  });
  const earlier = await leaseRenewedBy(tx, before);
  const said = { spaceId: before.spaceId, beganOn, termEndOn, rent, area };
  recordEvent(tx, by, {
    verb: 'tenancy.voided',
    subjectKind: 'tenancy',
    subjectId: id,
    ventureId,
    parkId,
    reason,
    detail: endedOn === null ? said : Object.assign(said, { endedOn }),
  });
  if (earlier)
    await closedAt('', () => takeEndBack(tx, by, earlier, { stays: before.space.parks, reason }));
  await restateRent(tx, by, [ventureId]);
}
