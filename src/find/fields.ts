import { nameKey } from '../input/names.js';
import { readingsOf } from '../people/pinyin.js';

/** Brackets and quotes are typed in many ways, and left out: nothing is told apart by them. */
const marks = /[()[\]{}〔〕【】〈〉《》「」『』"“”]/g;

/** What is equal for words that mean the same however they were typed: as names are compared, without brackets. */
export function findKey(text: string): string {
  const key = nameKey(text);
  return key.replace(marks, '') || key;
}

/** What a name is found by: itself, its pinyin and its initials in each of its readings. */
export const nameFields = (name: string): string[] => [findKey(name), ...readingsOf(name, 'off')];

/** The same for a person's, whose surname may be read otherwise than the same character elsewhere. */
export const personFields = (name: string): string[] => [
  findKey(name),
  ...readingsOf(name, 'head'),
];

/** What a public number is found by: V2024-0001, and v20240001 for those who type no dash. */
export const numberFields = (number: string): string[] => {
  const key = findKey(number);
  return [key, key.replace(/[^\p{L}\p{N}]/gu, '')];
};

/** A phone number by its digits alone, however it is written. */
export const phoneFields = (phone: string | null): string[] =>
  phone === null ? [] : [phone.replace(/\D/g, '')];

/** A text that is looked up as it is written. */
export const plainFields = (...texts: (string | null)[]): string[] =>
  texts.flatMap((text) => (text === null ? [] : findKey(text)));
