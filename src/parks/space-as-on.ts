import type { Day } from '../calendar/days.js';

type Place = { area: number; village: string; island: string };
type Dated = Place & { kind: string };
/** The kind is not stored of a change from before it was. */
type Earlier = Place & { kind: string | null };

/** With a space: what it was until its first change after a day. */
export const changesAfter = (day: Day) =>
  ({
    where: { changedOn: { gt: day } },
    orderBy: { changedOn: 'asc' },
    select: { area: true, village: true, island: true, kind: true },
    take: 1,
  }) as const;

/** A space as it was on a day. @param space with the changes after that day, the earliest first */
export function asOnDay<S extends Dated & { earlier: readonly Earlier[] }>(space: S): S {
  const { area, village, island, kind } = space.earlier[0] ?? space;
  return Object.assign(space, { area, village, island, kind: kind ?? space.kind });
}
