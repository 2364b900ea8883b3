import { pinyinOf, pinyinOfName } from '../people/pinyin.js';

export type Searchable = {
  number: string;
  name: string;
  creditCode: string | null;
  people: string[];
};

/** What a search looks through: number, code, and each name in characters, pinyin and initials; lower case. */
export function searchTextOf({ number, name, creditCode, people }: Searchable): string {
  const parts = [
    number,
    creditCode ?? '',
    name,
    pinyinOf(name),
    ...people,
    ...people.map(pinyinOfName),
  ];
  return parts.join(' ').toLowerCase();
}
