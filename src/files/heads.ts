import { plainWidth } from '../input/plain-width.js';
import type { Heading, TableRow } from './table.js';

/** A heading as it is compared: without spaces and line breaks, at plain width, in lower case. */
export const headKey = (head: string): string => plainWidth(head).replace(/\s/g, '').toLowerCase();

/** Every place, counted from 0, at which one of the names stands in a row of headings. */
export function placesOfHead(heads: (string | null)[], names: string[]): number[] {
  const keys = new Set(names.map(headKey));
  return heads.flatMap((head, place) => (head !== null && keys.has(headKey(head)) ? [place] : []));
}

/** How many rows from the top of a sheet may be above its headings. */
export const mostRowsAbove = 50;

/** The first row that has all the headings that are needed, by its place; -1 where none has. */
export function placeOfHeads(rows: TableRow[], headings: Heading[]): number {
  const needed = headings.filter(({ isNeeded }) => isNeeded);
  return rows
    .slice(0, mostRowsAbove)
    .findIndex((row) => needed.every(({ names }) => placesOfHead(textsOf(row), names).length > 0));
}

/** The row that looks most like headings: by how many it has of those looked for, then by how many cells hold text. */
export function likeliestHeads(
  rows: TableRow[],
  headings: Heading[],
): { place: number; matches: number } {
  let best = { place: 0, matches: -1, texts: -1 };
  for (const [place, row] of rows.slice(0, mostRowsAbove).entries()) {
    const heads = textsOf(row);
    const matches = headings.filter(({ names }) => placesOfHead(heads, names).length > 0).length;
    const texts = row.cells.filter(({ text, isText }) => text !== null && isText).length;
    if (matches > best.matches || (matches === best.matches && texts > best.texts))
      best = { place, matches, texts };
  }
  return best;
}

export const textsOf = ({ cells }: TableRow): (string | null)[] => cells.map(({ text }) => text);
