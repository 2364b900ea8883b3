import type { CellRange } from './cell-place.js';
import { dayOfSerial } from './days.js';
import { struckOut } from './rich-text.js';
import { type BookCell, type BookRow, openSheet, type SheetLooks } from './sheet.js';
import { isDateFormat } from './styles.js';
import { blankCell, type TableCell, type TableRow } from './table.js';
import type { SheetTab, Workbook } from './workbook.js';

/**
 * The rows of a sheet with something in them, as a person sees them.
 * @param goesOn whether to read on, asked after each row
 * @throws RefusedFile beyond the limits of the book
 */
export async function sheetRows(
  book: Workbook,
  tab: SheetTab,
  goesOn: (read: TableRow[]) => boolean = () => true,
  { fills = false }: { fills?: boolean } = {},
): Promise<TableRow[]> {
  const { rows, looks } = openSheet(book, tab);
  const found: TableRow[] = [];
  for await (const row of rows) {
    const read = rowOf(book, row);
    if (read.cells.every(({ text, isFormula }) => text === null && !isFormula)) continue;
    found.push(read);
    if (!goesOn(found)) break;
  }
  markMerged(found, looks);
  if (fills) fillDown(found, looks.merges);
  return found;
}

function rowOf(book: Workbook, { row, cells }: BookRow): TableRow {
  const last = cells.at(-1)?.column ?? 0;
  const all: TableCell[] = Array.from({ length: last }, () => blankCell);
  for (const cell of cells) all[cell.column - 1] = cellOf(book, cell);
  return { row, cells: all, isMerged: false };
}

function cellOf(
  { styles, is1904 }: Workbook,
  { value, formula, style, runs }: BookCell,
): TableCell {
  const isFormula = formula !== null;
  const { format, isStruck } = styles.at(style);
  const isDay = typeof value === 'number' && isDateFormat(format);
  const shown = isDay ? (dayOfSerial(value, is1904) ?? value) : (runs?.seen ?? value);
  const plain = shown === null ? null : String(shown).trim() || null;
  const text = plain !== null && isStruck && runs === null ? struckOut(plain) : plain;
  return { text, isText: typeof value === 'string' && !isFormula, isFormula };
}

/**
 * Repeats what stands in the first cell of cells that were merged downwards in each row below it, as a person reads it: a
 * day or a space that several rows share. Across a row nothing is repeated.
 */
export function fillDown(rows: TableRow[], merges: readonly CellRange[]): void {
  const placeOf = new Map(rows.map(({ row }, place) => [row, place]));
  for (const { top, bottom, left } of merges) {
    const first = placeOf.get(top);
    const cell = first === undefined ? undefined : rows[first]?.cells[left - 1];
    if (first === undefined || cell === undefined || cell.text === null) continue;
    for (let place = first + 1; (rows[place]?.row ?? bottom + 1) <= bottom; place += 1)
      putIn(rows[place] as TableRow, left - 1, cell);
  }
}

function putIn({ cells }: TableRow, place: number, cell: TableCell): void {
  while (cells.length < place) cells.push(blankCell);
  if ((cells[place] ?? blankCell).text === null) cells[place] = cell;
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
