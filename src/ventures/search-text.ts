import { pinyinOf, pinyinOfName } from '../people/pinyin.js';

export type Searchable = {
  number: string;
  name: string;
  creditCode: string | null;
  people: string[];
  /** Numbers and names of records that went into it. */
  former?: string[];
};

/** What a search looks through: number, code, and each name in characters, pinyin and initials; lower case. */
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
  ];
  return parts.join(' ').toLowerCase();
}
