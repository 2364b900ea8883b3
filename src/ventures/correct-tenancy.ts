import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Tenancy } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { changesBetween, recordEvent } from '../history/record.js';
import { Conflict, type Fault, refuseIf } from '../language/refusal.js';
import { closedAt } from '../ledger/closed-at.js';
import { refuseClosedDays } from '../ledger/dated-attributes.js';
import { restateRent } from '../ledger/restate.js';
import { areaOnDay } from '../ledger/space-on.js';
import { parkOfSpace, reachesOf, type SpaceStay } from '../parks/park-of-space.js';
import { isSameSteps, replaceSteps } from './change-steps.js';
import { endWithTerms } from './end-tenancy.js';
import { enteredUntil } from './hold-over.js';
import { refuseUnlessKeeper } from './home-park.js';
import { type SpaceWithLeases, spaceWithLeases } from './leases-of-space.js';
import { basisColumns, type RentBasis, refuseBasis } from './rent-basis.js';
import { type RentTerms, rentFaults } from './rent-steps.js';
import { restingOnLeaseFault, restsOnLease } from './rests-on-lease.js';
import { roomFor } from './room-for-lease.js';
import { isOpen } from './settle-venture.js';
import { timeInParkFaults } from './time-in-park.js';

/** A lease as it was all along. */
export type LeaseTerms = {
  beganOn: Day;
  /** The first day after the agreed term. */
  termEndOn: Day;
  /** The day on which it ended or will; null where it has not. */
  endedOn: Day | null;
  /** Fen a month. */
  rent: number;
  /** Hundredths of a square metre. */
  area: number;
  basis?: RentBasis | undefined;
  /** What the contract says beside the terms; where it is left out, it stays. */
  contractNumber?: string;
  deposit?: number | null;
} & RentTerms;
export type TenancyCorrection = LeaseTerms & {
  tenancyId: number;
  /** The version that was seen. */
  version: number;
  /** Why it was otherwise all along. */
  reason: string;
};

/**
 * Corrects a lease (更正租约): its rent, area, basis or days were otherwise all along. The ledger is reversed and entered
 * again, so that no report counts the mistake; history keeps old and new. One that changes nothing writes nothing. On what
 * the rent rests can be corrected under a waiver too, as nothing was decided on it.
 * @throws Conflict when somebody changed it since, or it is void; Refusal without a reason, for terms that could not be
 *   let, for a time in which the venture was not in the park, with each waiver and case that rests on it, and for a closed
 *   month without a reopening
 */
export async function correctTenancy(tx: Tx, by: Actor, input: TenancyCorrection): Promise<void> {
  const before = await tx.tenancy.findUniqueOrThrow({
    where: { id: input.tenancyId },
    include: { steps: { orderBy: { fromOn: 'asc' } } },
  });
  await refuseUnlessKeeper(tx, by, [before.ventureId]);
  const { beganOn, termEndOn, endedOn, rent, area, basis } = input;
  const { contractNumber = before.contractNumber, deposit = before.deposit } = input;
  const { rentFreeTo = before.rentFreeTo, steps = before.steps } = input;
  const hasOtherSteps = !isSameSteps(before.steps, steps);
  const after = Object.assign(
    { beganOn, termEndOn, endedOn, rent, area, contractNumber, deposit, rentFreeTo },
    basisColumns(basis),
  );
  const isChanged = Object.keys(changesBetween(before, after)).length > 0;
  if (before.voidedAt !== null) throw new Conflict('ventures.lease.void-already');
  if (!isChanged && !hasOtherSteps) return;
  if (before.version !== input.version) throw new Conflict('record.changed-meanwhile');
  const space = await spaceWithLeases(tx, before.spaceId);
  refuseIf(termFaults({ ...input, rentFreeTo, steps }, space));
  refuseIf(await groundFaults(tx, before, after, hasOtherSteps));
  await refuseBasis(tx, [{ basis, rent }]);
  const others = space.leases.filter(({ id }) => id !== before.id);
  const room = roomFor(after, others, space, today(by.at));
  if ('key' in room) return refuseIf([Object.assign(room, { field: fieldOf(room) })]);
  const ends = {
    endedOn: room.endedOn,
    heldOverTo: enteredUntil({ endedOn: room.endedOn, termEndOn }, today(by.at)),
  };
  const data = Object.assign(after, ends);
  await refuseClosedTerms(tx, by, before, data, space.stays);
  await endWithTerms(tx, by, room.ending);
  await tx.tenancy.update({
    where: { id: before.id },
    data: Object.assign({}, data, { version: { increment: 1 } }),
  });
  if (hasOtherSteps) await replaceSteps(tx, before.id, steps);
  const { heldOverTo: _, ...terms } = data;
  recordEvent(tx, by, {
    verb: 'tenancy.corrected',
    subjectKind: 'tenancy',
    subjectId: before.id,
    ventureId: before.ventureId,
    parkId: parkOfSpace(space.stays, after.beganOn),
    reason: input.reason.trim(),
    detail: {
      ...changesBetween<Record<string, unknown>>(before, terms),
      ...(hasOtherSteps ? { steps: [stepsOf(before.steps), stepsOf(steps)] } : {}),
    },
  });
  const ended = room.ending.map(({ ventureId }) => ventureId);
  await closedAt(fieldOfChange(before, after), () =>
    restateRent(tx, by, [...new Set([before.ventureId, ...ended])]),
  );
}

/** At which field of the form a change is told of that moves what the lease forgoes. */
function fieldOfChange(before: Terms, after: Terms): string {
  if (before.rent !== after.rent) return 'rent';
  if (before.beganOn !== after.beganOn) return 'beganOn';
  if (before.endedOn !== after.endedOn) return 'lastOn';
  if (before.area !== after.area) return 'area';
  if (before.rentFreeTo !== after.rentFreeTo) return 'rentFreeLastOn';
  return before.termEndOn === after.termEndOn ? 'stepFrom1' : 'termLastOn';
}

const stepsOf = (steps: NonNullable<RentTerms['steps']>) =>
  steps.map(({ fromOn, fen }) => ({ fromOn, fen }));

function termFaults(input: TenancyCorrection, space: SpaceWithLeases): (Fault | false)[] {
  const { reason, beganOn, termEndOn, endedOn, area, rent } = input;
  return [
    reason.trim() === '' && { field: 'reason', key: 'web.field.required' },
    !isOpen(space, beganOn) && { field: 'beganOn', key: 'ventures.space-not-open' },
    termEndOn <= beganOn && { field: 'termLastOn', key: 'ventures.term-before-begin' },
    endedOn !== null &&
      endedOn <= beganOn && {
        field: 'lastOn',
        key: 'ventures.lease.end-before-begin',
        values: { day: { day: beganOn } },
      },
    area <= 0 && { field: 'area', key: 'ventures.area-positive' },
    area > areaOnDay(space, beganOn) && { field: 'area', key: 'ventures.area-over-space' },
    rent < 0 && { field: 'rent', key: 'ventures.rent-negative' },
    ...rentFaults(input, input),
  ];
}

type Terms = Pick<Tenancy, 'beganOn' | 'termEndOn' | 'endedOn' | 'rent' | 'area' | 'rentFreeTo'>;

/** What forbids the new terms: the venture was elsewhere, or something was decided on the old ones. */
async function groundFaults(tx: Tx, before: Tenancy, after: Terms, hasOtherSteps: boolean) {
  const isAny = (...names: (keyof Terms)[]) => names.some((name) => before[name] !== after[name]);
  const isOther = isAny('beganOn', 'termEndOn', 'endedOn', 'rent', 'area', 'rentFreeTo');
  if (!isOther && !hasOtherSteps) return [];
  const resting = await restsOnLease(tx, before);
  return [
    ...resting.map(restingOnLeaseFault),
    ...(isAny('beganOn', 'endedOn') ? await timeInParkFaults(tx, before, after) : []),
  ];
}

/** Every closed month in which the lease runs otherwise than it did, or has another area, has to be reopened. */
async function refuseClosedTerms(
  tx: Tx,
  by: Actor,
  before: Tenancy,
  after: Terms,
  stays: SpaceStay[],
): Promise<void> {
  const { ventureId } = before;
  for (const name of ['beganOn', 'termEndOn', 'endedOn'] as const) {
    const stretch =
      name === 'beganOn' && before.area !== after.area
        ? between([before.beganOn, after.beganOn], [before.endedOn, after.endedOn])
        : before[name] !== after[name] && between([before[name], after[name]]);
    if (!stretch) continue;
    const reaches = reachesOf(stays, ventureId, stretch.day, stretch.until);
    await refuseClosedDays(tx, by, `Tenancy.${name}`, reaches);
  }
}

/** From the first of some days up to, not including, the last of them or of some ends; null is after all others. */
function between(days: (Day | null)[], ends: (Day | null)[] = days) {
  const [first] = days.filter((day) => day !== null).sort();
  const last = ends.includes(null)
    ? null
    : (ends
        .filter((day) => day !== null)
        .sort()
        .at(-1) ?? null);
  return first === undefined ? false : { day: first, until: last };
}

/** The form of a correction has no field for the space. */
const fieldOf = ({ field }: Fault): string => (field === 'spaceId' ? '' : field);
