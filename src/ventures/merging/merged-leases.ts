import type { Day } from '../../calendar/days.js';
import type { LeaseRow, StayRow } from './stored-records.js';

/** In which park a space was, from a day to a day. */
export type SpaceStay = { spaceId: number; parkId: number; beganOn: Day; endedOn: Day | null };

/**
 * The leases of both records as those of one venture. One that its record could hold, and that the merged stays do not
 * bear to its end, ends where the venture is no longer in the park of the space, as by a move.
 * @param dropped leases that are the same as one of the other record: they are taken out
 * @returns the leases, and those that the merged stays do not bear at all, which have to be put right first
 */
export function mergedLeases(
  leases: readonly LeaseRow[],
  staysBefore: readonly StayRow[],
  stays: readonly StayRow[],
  { spaces, dropped }: { spaces: readonly SpaceStay[]; dropped: readonly number[] },
): { leases: LeaseRow[]; homeless: LeaseRow[] } {
  const homeless: LeaseRow[] = [];
  const kept = leases.filter(({ id }) => !dropped.includes(id));
  const merged = kept.map((lease) => {
    if (lease.voidedAt !== null) return lease;
    const own = staysBefore.filter(({ ventureId }) => ventureId === lease.ventureId);
    const end = firstOutside(lease, stays, spaces);
    if (end === null) return lease;
    // Entered for a stay that had ended, and left open: it stays so, unless the venture is somewhere else now.
    const goesOn = stays.some(({ endedOn }) => endedOn === null || endedOn > end);
    if (end === firstOutside(lease, own, spaces) && !goesOn) return lease;
    if (end <= lease.beganOn) {
      homeless.push(lease);
      return lease;
    }
    return Object.assign({}, lease, { endedOn: end });
  });
  return { leases: merged, homeless };
}

/** Leases of one space that both records hold on a day: most often one lease, entered twice. */
export const likelySame = (leases: readonly LeaseRow[], ownId: number): number[] =>
  leases
    .filter(({ ventureId, voidedAt }) => ventureId !== ownId && voidedAt === null)
    .filter((lease) =>
      leases.some(
        (own) =>
          own.ventureId === ownId &&
          own.voidedAt === null &&
          own.spaceId === lease.spaceId &&
          (lease.endedOn === null || own.beganOn < lease.endedOn) &&
          (own.endedOn === null || lease.beganOn < own.endedOn),
      ),
    )
    .map(({ id }) => id);

/** The first day of a lease on which its venture is not in the park of its space; null where that never comes. */
function firstOutside(
  { spaceId, beganOn, endedOn }: LeaseRow,
  stays: readonly StayRow[],
  spaces: readonly SpaceStay[],
): Day | null {
  const own = spaces.filter((each) => each.spaceId === spaceId);
  const ends = [...stays, ...own].flatMap((each) => [each.beganOn, each.endedOn]);
  const turns = ends.filter((day) => day !== null && day > beganOn) as Day[];
  const days = [beganOn, ...turns].sort();
  const isHome = (day: Day) => {
    const parkId = own.find(covers(day))?.parkId;
    return stays.some((stay) => stay.parkId === parkId && covers(day)(stay));
  };
  const outside = days.find((day) => !isHome(day));
  if (outside === undefined) return null;
  return endedOn !== null && endedOn <= outside ? null : outside;
}

const covers =
  (day: Day) =>
  ({ beganOn, endedOn }: { beganOn: Day; endedOn: Day | null }): boolean =>
    beganOn <= day && (endedOn === null || day < endedOn);
