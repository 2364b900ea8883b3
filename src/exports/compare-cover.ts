import { columnLetters } from '../files/cell-place.js';
import { type BookCell, type BookRow, openSheet } from '../files/sheet.js';
import type { SheetTab, Workbook } from '../files/workbook.js';
import { lookAtCell, lookAtRow, lookAtSheet, type SheetView } from './look-at-cells.js';
import { plainOf } from './plain-value.js';
import { refersTo } from './sum-formula.js';
import type { ColumnKind } from './table.js';

/** A line as it was written: its label in either language, and its text. */
export type StoredLine = { labels: string[]; value: string };
/** A sum below them, which reads a cell of another sheet. */
export type StoredSum = {
  labels: string[];
  kind: ColumnKind;
  value: string;
  sheet: string;
  cell: string;
};

/** A cover has a line for each thing that it says: what is far below is none of it. */
const mostLines = 500;

/** Compares the cover with its lines and sums as they were written. */
export async function compareCover(
  view: SheetView & { tab: SheetTab },
  { lines, sums }: { lines: StoredLine[]; sums: StoredSum[] },
): Promise<void> {
  const { book, tab, sheet, found } = view;
  const { rows, looks } = openSheet(book, tab);
  const read = new Map<number, BookCell[]>();
  for await (const row of rows) {
    if (row.row <= lines.length + sums.length) read.set(row.row, row.cells);
    else if (row.row <= mostLines) found.add(sheet, String(row.row), 'added');
    lookAtRow(view, row);
  }
  const fault = (column: number, row: number) =>
    found.add(sheet, `${columnLetters(column)}${row}`, 'cover');
  for (const [i, { labels, value }] of lines.entries()) {
    const [label, text] = twoCells(view, { row: i + 1, cells: read.get(i + 1) ?? [] }, 'text');
    if (!labels.some((own) => isSame(own, label))) fault(1, i + 1);
    if (!isSame(value, text)) fault(2, i + 1);
  }
  for (const [i, sum] of sums.entries()) {
    const row = lines.length + i + 1;
    const [label, cell] = twoCells(view, { row, cells: read.get(row) ?? [] }, sum.kind);
    if (!sum.labels.some((own) => isSame(own, label))) fault(1, row);
    if (!isSum(book, cell, sum)) fault(2, row);
  }
  lookAtSheet(view, looks, 2);
}

/** The label and what stands beside it; anything further right was added. */
function twoCells(
  view: SheetView,
  { row, cells }: Pick<BookRow, 'row' | 'cells'>,
  kind: ColumnKind,
): [BookCell | undefined, BookCell | undefined] {
  const at = (column: number) => cells.find((cell) => cell.column === column);
  const [label, value] = [at(1), at(2)];
  if (label) lookAtCell(view, label, { row, kind: 'text' });
  if (value) lookAtCell(view, value, { row, kind, allowsFormula: kind !== 'text' });
  if ((cells.at(-1)?.column ?? 0) > 2) view.found.add(view.sheet, String(row), 'added');
  return [label, value];
}

const isSame = (written: string, cell: BookCell | undefined): boolean =>
  String(cell?.value ?? '') === written.replace(/\r\n?/g, '\n');

function isSum(book: Workbook, cell: BookCell | undefined, sum: StoredSum): boolean {
  const formula = cell?.formula ?? null;
  if (plainOf(cell?.value ?? null, sum.kind, book.is1904) !== sum.value || formula === true)
    return false;
  return formula === null || refersTo(formula, sum.sheet, sum.cell);
}
