import type { Day } from '../../calendar/days.js';

/** A category that a person has, from a day to a day. */
export type Spell = { category: string; beganOn: Day; endedOn: Day | null };
/** Some days; without an end where `to` is null. */
export type Stretch = { from: Day; to: Day | null };

/** The days on which a person has other categories in the one list than in the other. */
export function changedStretches(before: readonly Spell[], after: readonly Spell[]): Stretch[] {
  const all = [...before, ...after];
  const categories = [...new Set(all.map(({ category }) => category))];
  return categories.flatMap((category) => {
    const of = (spells: readonly Spell[]) => spells.filter((each) => each.category === category);
    const [old, now] = [of(before), of(after)];
    const ends = [...old, ...now].flatMap(({ beganOn, endedOn }) => [beganOn, endedOn ?? beganOn]);
    const turns = [...new Set(ends)].sort();
    return turns.flatMap((from, index) =>
      hasOn(old, from) === hasOn(now, from) ? [] : [{ from, to: turns[index + 1] ?? null }],
    );
  });
}

/** Whether one of some spells holds on a day. */
export const hasOn = (spells: readonly Spell[], day: Day): boolean =>
  spells.some(({ beganOn, endedOn }) => beganOn <= day && (endedOn === null || day < endedOn));

/** The days that several stretches have in common; null for none. */
export function commonDays(...stretches: Stretch[]): Stretch | null {
  const from = stretches.map((each) => each.from).reduce((a, b) => (a > b ? a : b));
  const ends = stretches.map(({ to }) => to).filter((day) => day !== null);
  const to = ends.length === 0 ? null : ends.reduce((a, b) => (a < b ? a : b));
  return to !== null && to <= from ? null : { from, to };
}
