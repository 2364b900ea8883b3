import { columnLetters } from '../files/cell-place.js';
import { isOneColour } from '../files/fonts.js';
import type { BookCell, BookRow, SheetLooks } from '../files/sheet.js';
import type { Workbook } from '../files/workbook.js';
import type { Differences } from './differences.js';
import { showsAsIs } from './shown-value.js';
import type { ColumnKind } from './table.js';

/** A sheet whose looks are held against what the system writes: every cell shown, as the value that it is. */
export type SheetView = { book: Workbook; sheet: string; found: Differences };

/**
 * Whether a cell shows the value that is stored in it.
 * @param allowsFormula for the sums, whose formulas are compared for themselves
 */
export function lookAtCell(
  { book, sheet, found }: SheetView,
  { column, value, formula, style, runs }: BookCell,
  { row, kind, allowsFormula = false }: { row: number; kind: ColumnKind; allowsFormula?: boolean },
): void {
  const at = `${columnLetters(column)}${row}`;
  if (formula !== null && !allowsFormula) found.add(sheet, at, 'formula');
  if (value === null || value === '') return;
  const { format, isUnreadable, isStruck, isRepeated, ground } = book.styles.at(style);
  const isPaleRun = runs?.inks.some((ink) => isOneColour(ground, ink)) || runs?.isTinyOrSigns;
  if (!showsAsIs(format, value, kind)) found.add(sheet, at, 'format');
  if (isUnreadable || isPaleRun) found.add(sheet, at, 'colour');
  if (isStruck || runs?.isStruck) found.add(sheet, at, 'struck');
  if (runs?.isRaised) found.add(sheet, at, 'raised');
  if (isRepeated) found.add(sheet, at, 'repeated');
}

/** What could be taken for a number: an office's own name above a sheet is none. */
const numeral = /[\p{N}零一二三四五六七八九十百千万亿]/u;

export function lookAtRow({ sheet, found }: SheetView, { row, isHidden }: BookRow): void {
  if (isHidden) found.add(sheet, String(row), 'hidden-row');
}

/**
 * What of a sheet as a whole shows less or something else, when its rows have been read.
 * @param columns how many the system wrote
 */
export function lookAtSheet({ sheet, found }: SheetView, looks: SheetLooks, columns: number): void {
  for (const { left } of looks.hiddenColumns)
    if (left <= columns) found.add(sheet, columnLetters(left), 'hidden-column');
  for (const { left, top } of looks.merges)
    found.add(sheet, `${columnLetters(left)}${top}`, 'merged');
  for (const range of looks.conditional) found.add(sheet, range, 'conditional');
  for (const cell of looks.phonetic) found.add(sheet, cell, 'phonetic');
  if (looks.hasDrawings) found.add(sheet, '', 'drawing');
  if (looks.hidesValues) found.add(sheet, '', 'hidden-values');
  if (looks.isFrozenPast) found.add(sheet, '', 'frozen');
  if (numeral.test(looks.printedAround)) found.add(sheet, '', 'printed');
}
