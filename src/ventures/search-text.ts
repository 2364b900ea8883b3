import { findKey } from '../find/fields.js';
import { pinyinOf, pinyinOfName, readingsOf } from '../people/pinyin.js';

export type Searchable = {
  number: string;
  name: string;
  creditCode: string | null;
  people: string[];
  /** Numbers and names of records that went into it. */
  former?: string[];
};

/** What is searched for in a list, as the texts have it: each word as names are compared. */
export const searchWordsOf = (q: string): string[] => q.split(/\s+/).map(findKey).filter(Boolean);

/**
 * What a search looks through: number, code, and each name in characters, pinyin and initials; lower case. Names stand in it
 * as they are compared too, and that of the venture in each of its readings: 乐清 is leqing and yueqing.
 */
export function searchTextOf({
  number,
  name,
  creditCode,
  people,
  former = [],
}: Searchable): string {
  const parts = [
    number,
    creditCode ?? '',
    name,
    pinyinOf(name),
    ...people,
    ...people.map(pinyinOfName),
    ...former,
  ].map((part) => part.toLowerCase());
  const folded = [name, ...people, ...former].map(findKey);
  const others = [...folded, ...readingsOf(name, 'off')];
  const isNew = (text: string) => !parts.some((part) => part.includes(text));
  return [...parts, ...new Set(others.filter(isNew))].join(' ');
}
