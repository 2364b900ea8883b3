import { nameKey } from '../input/names.js';
import { likesAmong, type StoredPerson } from '../ventures/find-like-people.js';
import type { ListIndex } from './list-index.js';
import type { ParsedRow } from './parse-row.js';
import type { Choice, Note } from './planned.js';

type Around = { people: readonly StoredPerson[]; index: ListIndex; choices: readonly Choice[] };

/**
 * Whom the founders of a row that would enter them may be: people on record, and founders of earlier rows, as forms ask. Who
 * was looked at when somebody said that they are others is not asked about again.
 * @returns what is said of each, and by what each is known again
 */
export function likeFounders(
  { founders, phone }: ParsedRow,
  { people, index, choices }: Around,
): { why: Note[]; known: string[] } {
  const said = choices.find((choice) => choice.kind === 'another');
  const isSaid = (who: string) => said !== undefined && (said.people?.includes(who) ?? true);
  const found = founders.flatMap((name, place) => {
    // The phone of a row is that of the first who is named.
    const own = place === 0 ? phone : null;
    const stored = likesAmong({ name, phone: own }, people).map((like) => ({
      who: like.number,
      why: note(`imports.why.person-${like.reason}`, { number: like.number, name: like.name }),
    }));
    const key = nameKey(name);
    const isKnown = own !== null && people.some((on) => on.phone === own && on.key === key);
    const earlier = isKnown ? null : index.likeFounder(name, own);
    const row = earlier && {
      who: `row ${earlier.row}`,
      why: note('imports.why.person-row', { row: String(earlier.row), name: earlier.name }),
    };
    return row ? [...stored, row] : stored;
  });
  const open = found.filter(({ who }) => !isSaid(who));
  return { why: open.map(({ why }) => why), known: found.map(({ who }) => who) };
}

const note = (key: Note['key'], values: NonNullable<Note['values']>): Note => ({
  field: 'founder',
  key,
  values,
});
