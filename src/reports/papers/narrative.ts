import type { Say, WordKey } from '../../language/say.js';

/** A piece of a sentence: words, or a number that leads to its records. */
export type TextPart = { text: string; href?: string };
/** A number in a sentence; `n` is what the word beside it agrees with, as `{name_n|one|many}`. */
export type NumberPart = { text: string; href: string; n?: number };

/** A paragraph of a report under its heading; what it is about is its key. */
export type Paragraph = { key: string; heading: string; parts: TextPart[] };

type Value = string | NumberPart | TextPart[];

/** Stand for values while a sentence is said: no word contains them. */
const [open, close] = ['\u0001', '\u0002'];

/** Says a sentence whose values may be numbers with records, or pieces of a sentence. */
export function sentence(say: Say, key: WordKey, values: Record<string, Value>): TextPart[] {
  const marks: Record<string, string | number> = {};
  const parts: TextPart[][] = [];
  for (const [name, value] of Object.entries(values)) {
    marks[name] = `${open}${parts.length}${close}`;
    if (typeof value === 'object' && !Array.isArray(value)) marks[`${name}_n`] = value.n ?? 0;
    parts.push(partsOf(value));
  }
  const pieces = say(key, marks).split(new RegExp(`${open}(\\d+)${close}`));
  return joined(
    pieces.flatMap((text, i) => (i % 2 === 0 ? [{ text }] : (parts[Number(text)] ?? []))),
  );
}

function partsOf(value: Value): TextPart[] {
  if (typeof value === 'string') return [{ text: value }];
  return Array.isArray(value) ? value : [{ text: value.text, href: value.href }];
}

/** Words beside words are one piece; nothing is none. */
function joined(parts: TextPart[]): TextPart[] {
  const all: TextPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.text === '') continue;
    if (last && last.href === undefined && part.href === undefined)
      all[all.length - 1] = { text: last.text + part.text };
    else all.push(part);
  }
  return all;
}

/** Pieces beside each other with what stands between them in a list. */
export const listOf = (items: TextPart[][], between: string): TextPart[] =>
  joined(items.flatMap((parts, i) => (i === 0 ? parts : [{ text: between }, ...parts])));

export const plainText = (parts: readonly TextPart[]): string =>
  parts.map(({ text }) => text).join('');
