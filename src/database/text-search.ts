import { type Sql, sql } from './sql.js';

/** The index holds pieces of so many characters. */
const PIECE = 3;
/** After every other character. */
const LAST = sql`char(1114111)`;

export type WordSearch = {
  /** What the index is asked; null where it can say nothing of any of the words. */
  match: Sql | null;
  /** Words that have to be looked for in the text itself, as the index alone does not tell. */
  unproved: string[];
};

/**
 * How ventures are found whose search text contains every one of the words, signs as they are (% and _ too): by an index
 * of all pieces of three characters, which costs by what is found and not by what there is. Two characters are found
 * by the pieces that begin with them; a single one only by looking. Longer words have all of their pieces where they are found, but
 * where all pieces are they need not be.
 * @param words in lower case, without blanks
 */
export function searchFor(words: string[]): WordSearch {
  const usable = words.filter(isIndexed);
  return {
    match: usable.length === 0 ? null : usable.map(matchOf).reduce(and),
    unproved: words.filter((word) => !isIndexed(word) || [...word].length > PIECE),
  };
}

/** Whether a text contains a word, by looking. */
export const contains = (text: Sql, word: string): Sql => sql`INSTR(${text}, ${word}) > 0`;

/** The ventures that the index finds, as a table `f` whose `rowid` is theirs; what follows is given by `isFound`. */
export const searchIndex = sql`"VentureSearch" f`;
export const foundId = sql`f.rowid`;
export const isFound = (match: Sql): Sql => sql`f."VentureSearch" MATCH ${match}`;

/** A sign that ends a text for the database cannot be asked for. */
const isIndexed = (word: string): boolean => [...word].length >= 2 && !word.includes('\0');

const and = (left: Sql, right: Sql): Sql => sql`${left} || ' AND ' || ${right}`;

function matchOf(word: string): Sql {
  if ([...word].length < PIECE) return beginningWith(word);
  return sql`${piecesIn(word).map(quoted).join(' AND ')}`;
}

/** The pieces by which the index holds a text: blanks follow it, so that its last character begins one too. */
export const piecesOf = (text: string): string[] => piecesIn(`${text}  `);

function piecesIn(text: string): string[] {
  const letters = [...text.toWellFormed()];
  return letters.slice(PIECE - 1).map((_, at) => letters.slice(at, at + PIECE).join(''));
}

/** All pieces that begin with two characters; where there is none, a piece that no text has. */
const beginningWith = (word: string): Sql => sql`COALESCE((
  SELECT '(' || group_concat('"' || replace("term", '"', '""') || '"', ' OR ') || ')' FROM "VentureSearchPieces"
  WHERE "term" >= ${word} AND "term" < ${word} || ${LAST}),
  '"' || ${LAST} || ${LAST} || ${LAST} || '"')`;

const quoted = (piece: string): string => `"${piece.replaceAll('"', '""')}"`;
