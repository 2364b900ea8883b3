import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { closedAt } from '../ledger/closed-at.js';
import { endTenancy } from './end-tenancy.js';
import { refuseUnlessKeeper } from './home-park.js';
import { type Letting, letSpace } from './let-spaces.js';

export type Renewal = Pick<
  Letting,
  'termEndOn' | 'rent' | 'basis' | 'contractNumber' | 'deposit' | 'rentFreeTo' | 'steps'
> & {
  tenancyId: number;
  /** The version that was seen. */
  version: number;
  /** The first day of the next lease, for one that ran out and goes on; null where it follows the present one. */
  beganOn: Day | null;
};

type Ends = { termEndOn: Day; endedOn: Day | null };

/** Whether a lease goes on though its term is over (超期占用): the next one then begins on a day that is said. */
export const runsOver = ({ termEndOn, endedOn }: Ends, on: Day): boolean =>
  endedOn === null && termEndOn <= on;

/** The first day after a lease, as far as it is known. */
export const endOf = ({ termEndOn, endedOn }: Ends): Day => endedOn ?? termEndOn;

/**
 * Renews a lease (续租), ahead of time too: it ends as agreed, and the same area of the same space is let to its venture
 * from that day. One that ran out and goes on ends where the next begins. A waiver is of one lease, and ends with it.
 * @returns the id of the next lease
 * @throws Conflict when somebody changed it since, it is void, or it is over; Refusal as letting and ending have it
 */
export async function renewTenancy(tx: Tx, by: Actor, renewal: Renewal): Promise<number> {
  const { tenancyId, version, beganOn, ...terms } = renewal;
  const lease = await tx.tenancy.findUniqueOrThrow({ where: { id: tenancyId } });
  const { ventureId, spaceId, area } = lease;
  await refuseUnlessKeeper(tx, by, [ventureId]);
  if (lease.voidedAt !== null) throw new Conflict('ventures.lease.void-already');
  if (lease.version !== version) throw new Conflict('record.changed-meanwhile');
  const on = today(by.at);
  if (lease.endedOn !== null && lease.endedOn <= on)
    throw new Conflict('ventures.tenancy-ended-already');
  const from = runsOver(lease, on) ? (beganOn ?? lease.termEndOn) : endOf(lease);
  refuseIf([
    from < lease.termEndOn &&
      lease.endedOn === null && {
        field: 'beganOn',
        key: 'ventures.renewal.before-end',
        values: { day: { day: lease.termEndOn } },
      },
    terms.termEndOn <= from && { field: 'termLastOn', key: 'ventures.term-before-begin' },
  ]);
  if (lease.endedOn === null) await closedAt('beganOn', () => endTenancy(tx, by, tenancyId, from));
  const id = await letSpace(
    tx,
    by,
    Object.assign(terms, { ventureId, spaceId, area, beganOn: from }),
  );
  const { parkId } = await tx.space.findUniqueOrThrow({
    where: { id: spaceId },
    select: { parkId: true },
  });
  recordEvent(tx, by, {
    verb: 'tenancy.renewed',
    subjectKind: 'tenancy',
    subjectId: id,
    ventureId,
    parkId,
    detail: { spaceId, rent: terms.rent, beganOn: from, termEndOn: terms.termEndOn },
  });
  return id;
}
