import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseUnlessKeeper } from './home-park.js';

/** Who gives notice to quit (退租通知): the tenant, or the park that lets. */
export const noticeGivers = ['tenant', 'park'] as const;
export type NoticeGiver = (typeof noticeGivers)[number];

export type NewNotice = {
  tenancyId: number;
  givenBy: NoticeGiver;
  givenOn: Day;
  /** The first day after the last one of the lease. */
  endsOn: Day;
  note: string;
};

/**
 * Records a notice to quit: it ends nothing, and says for which day the lease is to be ended.
 * @returns its id
 * @throws Conflict for a lease that is void or has an end on record, or of which a notice stands; Refusal for a notice
 *   that was not given yet, or for a day that is not after it, or not after the first day of the lease
 */
export async function giveNotice(tx: Tx, by: Actor, notice: NewNotice): Promise<number> {
  const { tenancyId, givenBy, givenOn, endsOn, note } = notice;
  const lease = await leaseOf(tx, tenancyId);
  await refuseUnlessKeeper(tx, by, [lease.ventureId]);
  if (lease.voidedAt !== null) throw new Conflict('ventures.lease.void-already');
  if (lease.endedOn !== null) throw new Conflict('ventures.tenancy-ended-already');
  if ((await tx.quitNotice.count({ where: { tenancyId, withdrawnAt: null } })) > 0)
    throw new Conflict('ventures.notice.stands');
  refuseIf([
    givenOn > today(by.at) && { field: 'givenOn', key: 'ventures.notice.not-yet' },
    (endsOn <= givenOn || endsOn <= lease.beganOn) && {
      field: 'lastOn',
      key: 'ventures.notice.too-early',
    },
  ]);
  const row = { tenancyId, givenBy, givenOn, endsOn, note };
  const [id = 0] = await insertRowsForIds(tx, 'QuitNotice', [
    { ...row, recordedAt: by.at, recordedById: by.accountId },
  ]);
  recordEvent(tx, by, {
    verb: 'tenancy.notice-given',
    subjectKind: 'tenancy',
    subjectId: tenancyId,
    ventureId: lease.ventureId,
    parkId: lease.space.parkId,
    reason: note,
    detail: { givenBy, givenOn, endedOn: endsOn },
  });
  return id;
}

/**
 * Withdraws a notice to quit: the lease goes on.
 * @throws Conflict where none stands, or the lease has ended by it; Refusal without a reason
 */
export async function withdrawNotice(
  tx: Tx,
  by: Actor,
  { tenancyId, reason }: { tenancyId: number; reason: string },
): Promise<void> {
  const lease = await leaseOf(tx, tenancyId);
  await refuseUnlessKeeper(tx, by, [lease.ventureId]);
  refuseIf([reason.trim() === '' && { field: 'reason', key: 'web.field.required' }]);
  if (lease.endedOn !== null) throw new Conflict('ventures.tenancy-ended-already');
  const { count } = await tx.quitNotice.updateMany({
    where: { tenancyId, withdrawnAt: null },
    data: { withdrawnAt: by.at, withdrawnById: by.accountId },
  });
  if (count === 0) throw new Conflict('record.changed-meanwhile');
  recordEvent(tx, by, {
    verb: 'tenancy.notice-withdrawn',
    subjectKind: 'tenancy',
    subjectId: tenancyId,
    ventureId: lease.ventureId,
    parkId: lease.space.parkId,
    reason: reason.trim(),
    detail: {},
  });
}

const leaseOf = (tx: Tx, id: number) =>
  tx.tenancy.findUniqueOrThrow({
    where: { id },
    include: { space: { select: { parkId: true } } },
  });
