import { months, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { isWordKey, type WordKey, type WordValue } from '../language/say.js';

/**
 * What stands in a message, kept so that it can be said in the language of whoever reads it: a text or number
 * as it is, a day, a month, months in a row, an amount in fen, a word of the catalogue, a text in both languages, or the code
 * that belongs to a PhoneCode and that only the sender is told.
 */
export type MessageValue =
  | string
  | number
  | { day: string }
  | { month: string }
  | { months: [first: string, last: string] }
  | { fen: number }
  | { word: WordKey }
  | { zh: string; en: string }
  | { code: string };
export type MessageValues = Record<string, MessageValue>;

/** The two words of a message: its subject, which takes no values, and its body. */
export type MessageKey = {
  [K in WordKey]: K extends `${infer M}.subject`
    ? `${M}.body` extends WordKey
      ? M
      : never
    : never;
}[WordKey];

export type CodeOf = (id: string) => string;
type Stored = { key: string; values: unknown };

const hidden: CodeOf = () => '••••••';

/** One that an older or newer version of the system wrote has no words: it is told under its own name. */
export function subjectOf({ key }: { key: string }, { say }: Voice): string {
  const word = `${key}.subject`;
  return isWordKey(word) ? say(word) : key;
}

/** @param codeOf tells the code of a PhoneCode; on pages nobody does, and it stands hidden */
export function bodyOf({ key, values }: Stored, voice: Voice, codeOf: CodeOf = hidden): string {
  const word = `${key}.body`;
  if (!isWordKey(word)) return '';
  const said = Object.entries(values as MessageValues).map(
    ([name, value]) => [name, sayValue(value, voice, codeOf)] as const,
  );
  return voice.say(word, Object.fromEntries(said));
}

function sayValue(value: MessageValue, { say, lang }: Voice, codeOf: CodeOf): WordValue {
  if (typeof value !== 'object' || 'day' in value || 'month' in value) return value;
  if ('months' in value) return months(value.months[0], value.months[1], lang);
  if ('fen' in value) return yuan(value.fen, lang);
  if ('word' in value) return say(value.word);
  return 'code' in value ? codeOf(value.code) : value[lang];
}
