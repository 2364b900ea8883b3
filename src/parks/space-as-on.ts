import type { Day } from '../calendar/days.js';

type Place = { area: number; village: string; island: string };
type Described = { kind: string; name: string; address: string; owner: string };
/** A description is not stored of a change from before it was. */
type Earlier = Place & { [field in keyof Described]: string | null };

/** With a space: what it was until its first change after a day. */
export const changesAfter = (day: Day) =>
  ({
    where: { changedOn: { gt: day } },
    orderBy: { changedOn: 'asc' },
    take: 1,
  }) as const;

/** A space as it was on a day. @param space with the changes after that day, the earliest first */
export function asOnDay<S extends Place & Partial<Described> & { earlier: readonly Earlier[] }>(
  space: S,
): S {
  const then = space.earlier[0];
  return then === undefined ? space : Object.assign(space, asBefore(space, then));
}

/** What a space was before a change, of all that the space is read for. */
function asBefore(space: Place & Partial<Described>, then: Earlier): Place & Partial<Described> {
  const { area, village, island } = then;
  const described = (['kind', 'name', 'address', 'owner'] as const).flatMap((field) =>
    space[field] === undefined ? [] : [[field, then[field] ?? space[field]]],
  );
  return Object.assign({ area, village, island }, Object.fromEntries(described));
}
