import type { Search } from '../database/search-entries.js';
import { pinyinOf } from '../people/pinyin.js';
import { findKey } from './fields.js';

/** Shorter words are not forgiven: with a slip they could be anything. */
const SHORTEST = 3;
const PARTS = 3;

/** The words by their sound, for who took the wrong one of characters that sound alike; null where that says nothing else. */
export function soundsOf(words: string[]): string[] | null {
  const sounds = words.map((word) => findKey(pinyinOf(word).split(' ')[0] ?? ''));
  return sounds.join(' ') === words.join(' ') || sounds.some((sound) => sound.length < 3)
    ? null
    : sounds;
}

/**
 * What may have a word with one slip in it: a character too many, too few, another one, or two of them exchanged. A slip
 * hurts two neighbouring parts of a word at most, so that one of three stays whole; `isNear` tells whether it does.
 */
export function searchNear(words: string[]): Search | null {
  if (words.some((word) => [...word].length < SHORTEST)) return null;
  const alternatives = words.map((word) => [...partsOf([...word]), ...exchangesOf([...word])]);
  // All combinations of several words would be too many: the longest is looked for, `isNear` looks at all.
  const longest = alternatives.reduce((a, b) => (b.length > a.length ? b : a), []);
  return { anyOf: longest.map((part) => [part]), words: [] };
}

function partsOf(letters: string[]): string[] {
  const size = letters.length / (letters.length < 2 * PARTS ? 2 : PARTS);
  const count = Math.round(letters.length / size);
  const cuts = Array.from({ length: count + 1 }, (_, at) => Math.round(at * size));
  const parts = cuts.slice(1).map((to, at) => letters.slice(cuts[at], to).join(''));
  // Of three characters the first two, or the last two, stay whole.
  const pairs = letters.length === SHORTEST ? [letters.slice(0, 2), letters.slice(1)] : [];
  return [...parts, ...pairs.map((pair) => pair.join(''))].filter((part) => [...part].length > 1);
}

const exchangesOf = (letters: string[]): string[] =>
  letters.slice(1).map((letter, at) =>
    letters
      .with(at, letter)
      .with(at + 1, letters[at] as string)
      .join(''),
  );

/** Whether a text has every one of the words with at most one slip in each. */
export const isNear = (text: string, words: string[]): boolean =>
  words.every((word) => hasNear([...text], [...word]));

/** The least slips with which some part of the text is the word (Sellers, with exchanges): at most one. */
function hasNear(text: string[], word: string[]): boolean {
  let before: number[] = [];
  let last = word.map((_, at) => at + 1);
  for (const [place, letter] of text.entries()) {
    const row: number[] = [];
    for (const [at, wanted] of word.entries()) {
      const diagonal = at === 0 ? 0 : (last[at - 1] as number);
      const left = at === 0 ? 0 : (row[at - 1] as number);
      let slips = Math.min(
        diagonal + Number(letter !== wanted),
        (last[at] as number) + 1,
        left + 1,
      );
      if (at > 0 && place > 0 && letter === word[at - 1] && text[place - 1] === wanted) {
        const exchanged = at === 1 ? 0 : (before[at - 2] ?? at - 1);
        slips = Math.min(slips, exchanged + 1);
      }
      row.push(slips);
    }
    if ((row.at(-1) as number) <= 1) return true;
    before = last;
    last = row;
  }
  return false;
}
