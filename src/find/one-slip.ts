import type { Search } from '../database/search-entries.js';
import { pinyinOf } from '../people/pinyin.js';
import { findKey } from './fields.js';

/** Shorter words are not forgiven: with a slip they could be anything. A Chinese character says more than a letter. */
const SHORTEST = 4;
const SHORTEST_CHINESE = 3;
/** A word of so many characters is looked for by three parts, a shorter one by its halves. */
const LONG = 9;

/** The words by their sound, for who took the wrong one of characters that sound alike; null where that says nothing else. */
export function soundsOf(words: string[]): string[] | null {
  const sounds = words.map((word) => findKey(pinyinOf(word).split(' ')[0] ?? ''));
  return sounds.join(' ') === words.join(' ') || sounds.some((sound) => sound.length < 3)
    ? null
    : sounds;
}

/**
 * What may have a word with one slip in it: a character too many, too few, another one, or two of them exchanged. A slip
 * leaves one of two halves whole, but for an exchange in the middle; of three parts it leaves one whole. Whether a text that
 * has such a part has the word too, `isNear` tells. Of several words the longest is looked for.
 */
export function searchNear(words: string[]): Search | null {
  const lengths = words.map((word) => [...word].length);
  const isShort = words.some((word, at) => {
    const least = /\p{Script=Han}/u.test(word) ? SHORTEST_CHINESE : SHORTEST;
    return (lengths[at] as number) < least;
  });
  const longest = words[lengths.indexOf(Math.max(...lengths))];
  if (isShort || longest === undefined) return null;
  return { anyOf: partsOf([...longest]).map((part) => [part]), words: [] };
}

function partsOf(letters: string[]): string[] {
  const { length } = letters;
  const part = (from: number, to: number) => letters.slice(from, to).join('');
  if (length === SHORTEST_CHINESE) return [part(0, 2), part(1, 3)];
  if (length >= LONG) {
    const third = Math.floor(length / 3);
    return [part(0, third), part(third, 2 * third), part(2 * third, length)];
  }
  const half = Math.floor(length / 2);
  const exchanged = letters
    .with(half - 1, letters[half] as string)
    .with(half, letters[half - 1] as string);
  return [part(0, half), part(half, length), exchanged.join('')];
}

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
