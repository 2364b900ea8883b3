import { RefusedFile } from './limits.js';

/** The bounds of a sheet (ECMA-376): row 1,048,576, column XFD. */
export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/** Rows and columns counted from 1, both ends included. */
export type CellRange = { top: number; left: number; bottom: number; right: number };

/** The place of a cell such as `B12`. @throws RefusedFile for none, or one outside of a sheet */
export function placeOf(text: string): { row: number; column: number } {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text) ?? [];
  if (!letters || !digits) throw new RefusedFile('unreadable');
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  if (row > lastRow || column > lastColumn) throw new RefusedFile('unreadable');
  return { row, column };
}

/** A range such as `A1:B2`, or of one cell. @throws RefusedFile for none */
export function rangeOf(text: string): CellRange {
  const [from = '', to = from] = text.split(':');
  const [start, end] = [placeOf(from), placeOf(to)];
  if (end.row < start.row || end.column < start.column) throw new RefusedFile('unreadable');
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

/** The letters of a column, counted from 1. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
