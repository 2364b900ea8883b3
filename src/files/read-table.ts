import { dayOfSerial } from './days.js';
import { Budget, type Limits, RefusedFile } from './limits.js';
import { readTextTable } from './read-text-table.js';
import { type BookCell, type BookRow, openSheet, type SheetLooks } from './sheet.js';
import { isDateFormat } from './styles.js';
import { blankCell, type FileTable, type TableCell, type TableRow } from './table.js';
import { openWorkbook, type Workbook } from './workbook.js';

/**
 * The first sheet of a workbook that is shown, or text with commas, as far as a table of people may go.
 * Runs in a worker: see `table-of.ts`.
 * @throws RefusedFile for what is neither, and beyond the limits
 */
export async function readTable(bytes: Buffer, limits: Limits): Promise<FileTable> {
  const budget = new Budget(limits);
  if (bytes.length === 0) throw new RefusedFile('unreadable');
  const isBook = ['PK', '\xd0\xcf'].includes(bytes.subarray(0, 2).toString('latin1'));
  if (!isBook) return readTextTable(bytes, budget);
  const book = await openWorkbook(bytes, budget);
  const tab = book.tabs.find(({ isHidden }) => !isHidden);
  if (!tab) throw new RefusedFile('unreadable');
  const { rows, looks } = openSheet(book, tab);
  const found: TableRow[] = [];
  for await (const row of rows) found.push(rowOf(book, row));
  markMerged(found, looks);
  return { sheet: tab.name, rows: found };
}

function rowOf(book: Workbook, { row, cells }: BookRow): TableRow {
  const last = cells.at(-1)?.column ?? 0;
  const all: TableCell[] = Array.from({ length: last }, () => blankCell);
  for (const cell of cells) all[cell.column - 1] = cellOf(book, cell);
  return { row, cells: all, isMerged: false };
}

function cellOf({ styles, is1904 }: Workbook, { value, formula, style }: BookCell): TableCell {
  const isFormula = formula !== null;
  const isDay = typeof value === 'number' && isDateFormat(styles.at(style).format);
  const shown = isDay ? (dayOfSerial(value, is1904) ?? value) : value;
  const text = shown === null ? null : String(shown).trim() || null;
  return { text, isText: typeof value === 'string' && !isFormula, isFormula };
}

/** However many ranges there are, each row is looked at once. */
function markMerged(rows: TableRow[], { merges }: SheetLooks): void {
  const ranges = merges.toSorted((a, b) => a.top - b.top);
  let [next, bottom] = [0, 0];
  for (const row of rows) {
    for (; next < ranges.length && (ranges[next]?.top ?? 0) <= row.row; next += 1)
      bottom = Math.max(bottom, ranges[next]?.bottom ?? 0);
    row.isMerged = row.row <= bottom;
  }
}
