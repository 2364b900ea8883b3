import { day, month, number } from './format.js';
import { type Lang, type WordKey, wordingOf } from './words.js';

export type { WordKey } from './words.js';
/**
 * A value of a word: a text or number, or a day, a month or several of them, each of which is said as the language writes
 * it. A verb that refuses knows no language, and gives days and months so.
 */
export type WordValue =
  | string
  | number
  | { day: string }
  | { month: string }
  | { eachMonth: readonly string[] };
export type WordValues = Record<string, WordValue>;
/**
 * Says a word in one language; `{name}` in it is replaced by the value of that name, and `{name|one|many}` by what
 * follows from its being one or any other number: `{n} {n|venture is|ventures are} missing`.
 */
export type Say = (key: WordKey, values?: WordValues) => string;

/** What says words in one language, and which it is. */
export type Voice = { say: Say; lang: Lang };

/** A value, or what depends on its being one. */
const placeholder = /\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g;

export const isWordKey = (key: string): key is WordKey => wordingOf(key) !== null;

/**
 * Makes the voice for a language. Numbers are grouped as the language does.
 * @throws Error when a wording asks for a value that was not given
 */
export function makeSay(lang: Lang): Say {
  return (key, values = {}) => {
    const wording = wordingOf(key);
    if (!wording) throw new Error(`no word for ${key}`);
    const text = wording[lang === 'zh' ? 0 : 1];
    // Most words take no value, and all are said again and again.
    if (!text.includes('{')) return text;
    return text.replace(placeholder, (_, name: string, singular, plural) => {
      const value = values[name];
      if (value === undefined) throw new Error(`the word ${key} needs a value for ${name}`);
      if (plural !== undefined) return `${value}` === '1' ? singular : plural;
      return shown(value, lang);
    });
  };
}

function shown(value: WordValue, lang: Lang): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return number(value, lang);
  if ('day' in value) return day(value.day, lang);
  if ('month' in value) return month(value.month, lang);
  return value.eachMonth.map((each) => month(each, lang)).join(lang === 'zh' ? '、' : ', ');
}
