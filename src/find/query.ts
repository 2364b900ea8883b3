import { z } from 'zod';
import type { Search } from '../database/search-entries.js';
import { fieldEnd } from '../database/search-pieces.js';
import { phoneOf } from '../input/phones.js';
import { plainWidth } from '../input/plain-width.js';
import { searched } from '../web/fields.js';
import { readQuery } from '../web/read-query.js';
import { findKey } from './fields.js';

const MOST_WORDS = 6;

const FindQuery = z.object({ q: searched });

/** What is looked for, as it stands in the address. */
export const queryOf = (req: { query: unknown }): string => readQuery(FindQuery, req).q;

/** Digits with what people put between them: a phone number, or the end of one. */
const digitsOnly = /^[+(]?\d[\d\s().-]{2,}$/;

/**
 * The words of a query, as the index has them; a phone number in any spelling, and digits with dashes or blanks between
 * them, are one word of digits.
 */
export function wordsOf(q: string): string[] {
  const text = plainWidth(q).trim();
  const digits = text.replace(/\D/g, '');
  const phone = phoneOf(text);
  if (phone !== null) return [phone.replace(/\D/g, '')];
  if (digitsOnly.test(text)) return [digits];
  return [...new Set(text.split(/\s+/).map(findKey).filter(Boolean))].slice(0, MOST_WORDS);
}

/** Of longer words so many begin or end nothing else that the newest which have them are enough. */
const SHORT = 6;

/**
 * What is looked for: any field that has the words; of a short one first those that begin with it, and of digits those
 * that end with them, as there may be more that have it than are looked at.
 */
export function searchesFor(words: string[]): Search[] {
  const [first = '', ...others] = words;
  const search = (word: string): Search => {
    const all = [word, ...others];
    return { anyOf: [all], words: all };
  };
  if ([...first].length > SHORT) return [search(first)];
  return [
    search(`${fieldEnd}${first}`),
    ...(/\d$/.test(first) ? [search(`${first}${fieldEnd}`)] : []),
    search(first),
  ];
}

/** How well a text fits, the least best: a field that is it, that begins with it, that ends with it, one that has it. */
export function rankOf(text: string, words: string[]): number {
  const joined = words.join('');
  if (text.includes(`${fieldEnd}${joined}${fieldEnd}`)) return 0;
  const [first = ''] = words;
  if (text.includes(`${fieldEnd}${first}`)) return 1;
  return text.includes(`${first}${fieldEnd}`) ? 2 : 3;
}
