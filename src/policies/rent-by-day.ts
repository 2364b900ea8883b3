import { addMonths, type Day, daysBetween, firstOf, monthOf } from '../calendar/days.js';
import { daysInMonth } from '../calendar/months-later.js';
import { halfUp } from '../numbers/rational.js';

/** What a lease states from a day on, in fen a month. */
export type RentSpell = { from: Day; fen: number };
/** The rent of a lease by day, the earliest first; the first begins with it. */
export type RentByDay = readonly RentSpell[];

/** A lease as its contract states the rent. */
export type StatedRent = {
  beganOn: Day;
  /** Fen a month, for the days that no step changes. */
  rent: number;
  /** The first day for which rent is due (免租期 before it); null where it is due at once. */
  rentFreeTo: Day | null;
  /** The rent from later days on, the earliest first. */
  steps: readonly { fromOn: Day; fen: number }[];
};

/** The rent of a lease by day: none in its rent-free days, then what it states, then each step. */
export function rentByDay({ beganOn, rent, rentFreeTo, steps }: StatedRent): RentSpell[] {
  const first = rentFreeTo === null ? [] : [{ from: beganOn, fen: 0 }];
  const later = steps.map(({ fromOn, fen }) => ({ from: fromOn, fen }));
  return [...first, { from: rentFreeTo ?? beganOn, fen: rent }, ...later];
}

/** The rent of a day, in fen a month. */
export const rentOn = (rents: RentByDay, day: Day): number =>
  (rents.findLast(({ from }) => from <= day) ?? rents[0])?.fen ?? 0;

/** The first day after a day from which another rent is stated; null where none is. */
export const nextRentOn = (rents: RentByDay, day: Day): Day | null =>
  rents.find(({ from }) => from > day)?.from ?? null;

/** Some days, cut where the rent changes. */
export function rentsWithin(
  rents: RentByDay,
  { from, to }: { from: Day; to: Day },
): { from: Day; to: Day; fen: number }[] {
  const parts: { from: Day; to: Day; fen: number }[] = [];
  for (let day = from; day < to; ) {
    const next = nextRentOn(rents, day);
    const end = next === null || next > to ? to : next;
    parts.push({ from: day, to: end, fen: rentOn(rents, day) });
    day = end;
  }
  return parts;
}

/** The rent of some days of one calendar month, in fen times days: the days of the month divide it. */
export const rentTimesDays = (rents: RentByDay, days: { from: Day; to: Day }): bigint =>
  rentsWithin(rents, days).reduce(
    (sum, { from, to, fen }) => sum + BigInt(fen) * BigInt(daysBetween(from, to)),
    0n,
  );

/** The same in whole fen, rounded half up. */
export const rentOfDays = (rents: RentByDay, days: { from: Day; to: Day }): number =>
  Number(halfUp(rentTimesDays(rents, days), BigInt(daysInMonth(monthOf(days.from)))));

/** Some days, cut at the ends of calendar months. */
export function byMonth({ from, to }: { from: Day; to: Day }): { from: Day; to: Day }[] {
  const parts: { from: Day; to: Day }[] = [];
  for (let day = from; day < to; ) {
    const next = firstOf(addMonths(monthOf(day), 1));
    parts.push({ from: day, to: next < to ? next : to });
    day = parts.at(-1)?.to as Day;
  }
  return parts;
}
