import { columnLetters } from '../files/cell-place.js';
import { Budget, type Limits, RefusedFile } from '../files/limits.js';
import { openSheet } from '../files/sheet.js';
import { openWorkbook, type SheetTab } from '../files/workbook.js';
import { compareCover, type StoredLine, type StoredSum } from './compare-cover.js';
import { compareTable, type StoredTable } from './compare-table.js';
import { type Difference, Differences } from './differences.js';
import { hashOfSheets } from './row-marks.js';

/** Above the longest list there is. Rows go by; only texts that cells share stay in memory. */
const limits: Limits = {
  entries: 1000,
  unpacked: 1024 * 1024 * 1024,
  strings: 4_000_000,
  stringBytes: 64 * 1024 * 1024,
  rows: 8_000_000,
  columns: 16_384,
  cells: 60_000_000,
  ranges: 10_000,
  styles: 200_000,
  text: 600_000_000,
};

/** What was stored of a workbook when it was made. */
export type StoredBook = {
  hash: string;
  tables: Omit<StoredTable, 'sumLabels'>[];
  sumLabels: string[];
  lines: StoredLine[];
  /** The labels of the sums on the cover, by table and column; null for one that is not summed. */
  coverSums: (string[] | null)[][];
  /** How many rows went on one sheet. */
  rowsASheet: number;
};
export type Comparison = { hash: string; differences: Difference[]; count: number };

/** The number that a workbook bears on its first sheet, or null. @throws RefusedFile */
export async function numberIn(bytes: Buffer): Promise<string | null> {
  const book = await openWorkbook(bytes, new Budget(limits));
  const [first] = book.tabs;
  if (!first) throw new RefusedFile('unreadable');
  for await (const { row, cells } of openSheet(book, first).rows) {
    const text = row === 1 && cells[0]?.column === 1 ? String(cells[0].value) : '';
    return /X\d{8}-[0-9A-F]{8}/.exec(text)?.[0] ?? null;
  }
  return null;
}

/**
 * Compares what a workbook shows with what was stored when it was made: rows, heads, sums and cover, and how they are
 * shown. A table that is longer than a sheet goes on in the next, and a sheet that no table was written to was added.
 * @throws RefusedFile
 */
export async function compareBook(bytes: Buffer, stored: StoredBook): Promise<Comparison> {
  const book = await openWorkbook(bytes, new Budget(limits));
  const found = new Differences();
  if (book.isAsDisplayed) found.add('', '', 'as-displayed');
  const digests: string[] = [];
  const sums: StoredSum[] = [];
  let next = 1;
  for (const [place, table] of stored.tables.entries()) {
    const end = next + Math.max(1, Math.ceil(table.rows / stored.rowsASheet));
    const parts = book.tabs.slice(next, end);
    if (parts.length < end - next) found.add('', '', 'missing-sheet');
    else {
      const { sumLabels, rowsASheet } = stored;
      const compared = await compareTable(book, parts, storedTable(table, sumLabels), rowsASheet);
      digests.push(compared.digest);
      found.addAll(compared.found);
      sums.push(...sumsOf(table, parts, stored.coverSums[place] ?? [], rowsASheet));
    }
    next = end;
  }
  for (const { name } of book.tabs.slice(next)) found.add(name, '', 'added-sheet');
  for (const { name, isHidden } of book.tabs.slice(0, next))
    if (isHidden) found.add(name, '', 'hidden-sheet');
  const [tab] = book.tabs as [SheetTab];
  const view = { book, tab, sheet: tab.name, found };
  await compareCover(view, { lines: stored.lines, sums });
  return { hash: hashOfSheets(digests), differences: found.first, count: found.count };
}

const storedTable = (
  { heads, rows, sums, marks }: StoredBook['tables'][number],
  sumLabels: string[],
): StoredTable => ({ heads, rows, sums, marks, sumLabels });

function sumsOf(
  { heads, sums, rows }: Omit<StoredTable, 'sumLabels'>,
  parts: SheetTab[],
  labels: (string[] | null)[],
  rowsASheet: number,
): StoredSum[] {
  const last = rows - (parts.length - 1) * rowsASheet;
  return heads.flatMap(({ kind }, i) => {
    const own = labels[i];
    if (!own) return [];
    const cell = `${columnLetters(i + 1)}${last + 2}`;
    return [{ labels: own, kind, value: sums[i] ?? '', sheet: parts.at(-1)?.name ?? '', cell }];
  });
}
