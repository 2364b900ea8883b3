import type { Day } from '../calendar/days.js';
import { parkOfSpace } from '../parks/park-of-space.js';
import { isOpen } from '../ventures/settle-venture.js';
import type { ListIndex } from './list-index.js';
import type { ParsedSpace } from './parse-space.js';
import type { Note, PlannedSpace } from './planned.js';
import type { StoredSpace } from './register-facts.js';

/** The space that a row names: one of the register, one that an earlier row makes, or none as yet. */
export type SpaceFound =
  | { space: StoredSpace; toMake: PlannedSpace | null }
  | { space: null }
  | { refused: Note };

export type Spaces = {
  parkId: number;
  spaces: readonly StoredSpace[];
  index: ListIndex;
};

/**
 * Finds the space of a row by its number, else by its name in the park. A number that is not there is a mistake in typing,
 * and of several with one name nobody guesses which is meant.
 */
export function findSpace(
  { shown, number, key }: ParsedSpace,
  day: Day,
  { parkId, spaces, index }: Spaces,
): SpaceFound {
  if (number !== null) {
    const space = spaces.find((each) => each.number === number);
    if (space && parkOfSpace(space.stays, day) === parkId) return { space, toMake: null };
    return refusedAt('imports.why.no-space', { number });
  }
  const named = spaces.filter((each) => each.key === key);
  const open = named.filter((each) => isOpen(each, day));
  const [space, ...others] = open.length > 0 ? open : named;
  if (others.length > 0) {
    const numbers = [space, ...others].map((each) => each?.number).join('、');
    return refusedAt('imports.why.spaces-of-name', { space: shown, numbers });
  }
  if (space) {
    if (parkOfSpace(space.stays, day) === parkId) return { space, toMake: null };
    return refusedAt('imports.why.no-space', { number: space.number });
  }
  const toMake = index.spaceToMake(key);
  return toMake ? { space: toMake.stored, toMake: toMake.planned } : { space: null };
}

const refusedAt = (key: Note['key'], values: Record<string, string>): SpaceFound => ({
  refused: { field: 'space', key, values },
});
