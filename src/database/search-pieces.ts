/** Stands before and after each field of a text, so that a search can ask for its beginning and its end. */
export const fieldEnd = '\n';

/** A text in which fields are looked up: each of them once, in their order. */
export const textOfFields = (fields: readonly string[]): string =>
  `${fieldEnd}${[...new Set(fields.filter((field) => field !== ''))].join(fieldEnd)}${fieldEnd}`;

/** The fields of such a text. */
export const fieldsOfText = (text: string): string[] => text.split(fieldEnd).filter(Boolean);

/** All pieces of two and of three characters of a text's fields, each once; the marks of its ends count as characters. */
export function piecesOfText(text: string): string[] {
  const pieces = new Set<string>();
  for (const field of fieldsOfText(text)) {
    const letters = lettersOf(`${fieldEnd}${field}${fieldEnd}`);
    for (let at = 0; at + 1 < letters.length; at += 1) {
      pieces.add(letters.slice(at, at + 2).join(''));
      if (at + 2 < letters.length) pieces.add(letters.slice(at, at + 3).join(''));
    }
  }
  return [...pieces].map(tokenOf);
}

/**
 * Pieces that a text with this word has, enough of them to find it: each character is in one. Where all of them are, the
 * word need not be. None for a single character, which pieces do not tell.
 */
export function piecesOfWord(word: string): string[] {
  const letters = lettersOf(word);
  if (letters.length < 2) return [];
  if (letters.length === 2) return [tokenOf(word.toWellFormed())];
  const starts = letters
    .map((_, at) => at)
    .filter((at) => at % 3 === 0 && at + 3 <= letters.length);
  const last = letters.length - 3;
  const all = starts.includes(last) ? starts : [...starts, last];
  return all.map((at) => tokenOf(letters.slice(at, at + 3).join('')));
}

const lettersOf = (text: string): string[] => [...text.toWellFormed()];

/** Marks and blanks of ASCII part the pieces in the index: within a piece others stand for them. */
const tokenOf = (piece: string): string =>
  piece.replace(/[^\p{L}\p{N}\u0080-\u{10ffff}]/gu, (mark) =>
    String.fromCharCode(0xe000 + mark.charCodeAt(0)),
  );
