import { nameKey } from '../input/names.js';
import { likenessOf, type NameKeys } from '../ventures/name-likeness.js';
import type { ListIndex } from './list-index.js';
import type { ParsedRow } from './parse-row.js';
import type { Choice, DoubleOption, Note } from './planned.js';
import type { StoredVenture } from './register-facts.js';

/** Which venture on record a row is: a certain one, none, some that it may be, or what stands in the way. */
export type Match =
  | { venture: StoredVenture | null; another: string | null }
  | { doubles: DoubleOption[]; why: Note[] }
  | { refused: Note };

export type Matching = {
  parkId: number;
  candidates: readonly StoredVenture[];
  index: ListIndex;
  choices: readonly Choice[];
};

/**
 * Finds the venture of a row: by its number, by its credit code, or by the same name in the same park with the same
 * founder and phone. What is only likely is asked about.
 */
export function matchRow(row: ParsedRow, keys: NameKeys, matching: Matching): Match {
  const { candidates, parkId, index } = matching;
  if (row.number !== null) return byNumber(row.number, candidates, parkId);
  const coded = candidates.find(({ creditCode }) => creditCode !== null && creditCode === row.code);
  if (coded) return byCode(row, coded, parkId);
  const earlier = index.withCode(row.code);
  if (earlier && earlier.keys.nameKey !== keys.nameKey)
    return refusedAt('code', 'imports.why.code-of-row', { row: String(earlier.row) });
  const named = candidates.find((venture) => isCertain(row, keys, venture, parkId));
  if (named) return { venture: named, another: null };
  const visited = onlyNamed(row, keys, matching);
  if (visited) return { venture: visited, another: null };
  return amongDoubles(row, keys, matching);
}

function byNumber(number: string, candidates: readonly StoredVenture[], parkId: number): Match {
  const venture = candidates.find((each) => each.number === number && each.isSeen === 1);
  if (!venture) return refusedAt('number', 'imports.why.no-number', { number });
  if (venture.homeParkId !== parkId)
    return refusedAt('number', 'imports.why.other-park', { number });
  return { venture, another: null };
}

function byCode(row: ParsedRow, venture: StoredVenture, parkId: number): Match {
  const { number, name, isSeen } = venture;
  if (isSeen !== 1) return refusedAt('code', 'ventures.code-taken');
  if (venture.homeParkId !== parkId) return refusedAt('code', 'imports.why.other-park', { number });
  if (likenessOf(row.name, name) === null)
    return refusedAt('code', 'imports.why.code-of-venture', { number, name });
  return { venture, another: null };
}

/** The same name in the park, and one of its founders with the same name and phone. */
function isCertain(
  row: ParsedRow,
  keys: NameKeys,
  venture: StoredVenture,
  parkId: number,
): boolean {
  const hasCodes = row.code !== null && venture.creditCode !== null;
  if (venture.nameKey !== keys.nameKey || venture.homeParkId !== parkId || hasCodes) return false;
  return isFounder(row, venture, (phone) => phone === row.phone || venture.phone === row.phone);
}

/** A record of a visit names a venture and nobody in it: it is the one of that name in the park. */
function onlyNamed(
  { visit, founders }: ParsedRow,
  keys: NameKeys,
  { candidates, parkId }: Matching,
): StoredVenture | null {
  if (visit === null || founders.length > 0) return null;
  const [venture, ...others] = candidates.filter(
    ({ nameKey, homeParkId, isSeen }) =>
      nameKey === keys.nameKey && homeParkId === parkId && isSeen === 1,
  );
  return others.length === 0 ? (venture ?? null) : null;
}

/** Whether a founder on record has the name that the row states, and a phone that will do. */
export const isFounder = (
  { founders }: ParsedRow,
  venture: Pick<StoredVenture, 'founders'>,
  fits: (phone: string | null) => boolean,
): boolean =>
  founders.some((name) =>
    venture.founders.some((own) => nameKey(own.name) === nameKey(name) && fits(own.phone)),
  );

function amongDoubles(row: ParsedRow, keys: NameKeys, matching: Matching): Match {
  const { candidates, parkId, index, choices } = matching;
  const likely = candidates.filter((venture) => isLikely(row, keys, venture));
  const shown = likely.filter(({ isSeen, nameKey }) => isSeen === 1 || nameKey === keys.nameKey);
  const inList = index.likely(row, keys);
  if (shown.length === 0 && inList === null) return { venture: null, another: null };
  const same = choices.find((choice) => choice.kind === 'same');
  const chosen = same && shown.find(({ number, isSeen }) => number === same.number && isSeen === 1);
  if (chosen) {
    if (chosen.homeParkId === parkId) return { venture: chosen, another: null };
    return refusedAt('', 'imports.why.other-park', { number: chosen.number });
  }
  const another = choices.find((choice) => choice.kind === 'another');
  if (another) return { venture: null, another: another.reason };
  const doubles: DoubleOption[] = shown.map(({ number, name, isSeen }) =>
    isSeen === 1 ? { number, name, row: null } : { number: null, name, row: null },
  );
  if (inList) doubles.push({ number: null, name: inList.name, row: inList.row });
  return { doubles, why: [...shown.map((venture) => whyLikely(row, venture)), ...whyRow(inList)] };
}

function isLikely({ phone, code }: ParsedRow, keys: NameKeys, venture: StoredVenture): boolean {
  const { nameKey: name, soundKey, founders, creditCode } = venture;
  if (name === keys.nameKey) return true;
  if (code !== null && creditCode !== null) return false;
  const isCalled =
    phone !== null && (venture.phone === phone || founders.some((own) => own.phone === phone));
  return soundKey === keys.soundKey || isCalled;
}

function whyLikely(row: ParsedRow, venture: StoredVenture): Note {
  const { number, name, isSeen } = venture;
  if (isSeen !== 1) return { field: 'name', key: 'imports.why.double-elsewhere' };
  const likeness = likenessOf(row.name, name);
  const reason =
    likeness ?? (isFounder(row, venture, (phone) => phone === row.phone) ? 'founder' : 'phone');
  return { field: 'name', key: `imports.why.double-${reason}`, values: { number, name } };
}

const whyRow = (entry: { row: number; name: string } | null): Note[] =>
  entry
    ? [
        {
          field: 'name',
          key: 'imports.why.double-row',
          values: { row: String(entry.row), name: entry.name },
        },
      ]
    : [];

const refusedAt = (field: Note['field'], key: Note['key'], values?: Note['values']): Match => ({
  refused: values ? { field, key, values } : { field, key },
});
