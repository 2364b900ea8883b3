import { likeliestHeads, mostRowsAbove, placeOfHeads, textsOf } from './heads.js';
import { Budget, type Limits, RefusedFile } from './limits.js';
import { readTextTable } from './read-text-table.js';
import { sheetRows } from './sheet-rows.js';
import type { ChosenRow, FileTable, Heading, SheetRows, TableRow } from './table.js';
import { openWorkbook, type SheetTab, type Workbook } from './workbook.js';

export type TableSearch = {
  headings: Heading[];
  /** Where somebody says that the headings are; null where they are looked for. */
  chosen: ChosenRow | null;
  /** Whether what stands in cells that were merged downwards is read in each of their rows. */
  fills?: boolean;
};

/**
 * The table with the headings that are looked for: in the first sheet of a workbook that is shown and has them, or in
 * text with commas, semicolons or tabs. Titles and blank lines may stand above it. Where nothing has them, the sheet
 * and row that look most like it. Runs in a worker: see `table-of.ts`.
 * @throws RefusedFile for what is neither, for nothing at all, and beyond the limits
 */
export async function readTable(
  bytes: Buffer,
  limits: Limits,
  { headings, chosen, fills = false }: TableSearch,
): Promise<FileTable> {
  if (bytes.length === 0) throw new RefusedFile('unreadable');
  const isBook = ['PK', '\xd0\xcf'].includes(bytes.subarray(0, 2).toString('latin1'));
  if (!isBook) {
    const rows = readTextTable(bytes, new Budget(limits));
    return tableIn({ sheet: '', rows, is1904: false }, { headings, chosen }, ['']);
  }
  const book = await openWorkbook(bytes, new Budget(limits));
  const shown = book.tabs.filter(({ isHidden }) => !isHidden);
  const { tab, rows } = await searchedSheet({ book, shown, limits }, { headings, chosen, fills });
  const sheets = shown.map(({ name }) => name);
  return tableIn({ sheet: tab.name, rows, is1904: book.is1904 }, { headings, chosen }, sheets);
}

type Search = { book: Workbook; shown: SheetTab[]; limits: Limits };
type FoundSheet = { tab: SheetTab; rows: TableRow[] };

async function searchedSheet(
  { book, shown, limits }: Search,
  { headings, chosen, fills = false }: TableSearch,
): Promise<FoundSheet> {
  // Each sheet has the limits to itself: what was only looked into takes nothing from what is read.
  const within = () => ({ ...book, budget: new Budget(limits) });
  let tab = shown.find(({ name }) => name === chosen?.sheet);
  let most = -2;
  for (const next of tab ? [] : shown) {
    const { rows, isFound } = await rowsUnder(within(), next, { headings, fills });
    if (isFound) return { tab: next, rows };
    const { matches } = likeliestHeads(rows, headings);
    if (matches > most) [tab, most] = [next, matches];
  }
  if (!tab) throw new RefusedFile('unreadable');
  return { tab, rows: await sheetRows(within(), tab, () => true, { fills }) };
}

/** The whole sheet where the headings stand in it; else its first rows. */
async function rowsUnder(
  book: Workbook,
  tab: SheetTab,
  { headings, fills }: { headings: Heading[]; fills: boolean },
): Promise<{ rows: TableRow[]; isFound: boolean }> {
  let isFound = false;
  const goesOn = (read: TableRow[]) => {
    if (read.length !== mostRowsAbove) return isFound || read.length < mostRowsAbove;
    isFound = placeOfHeads(read, headings) >= 0;
    return isFound;
  };
  const rows = await sheetRows(book, tab, goesOn, { fills });
  return { rows, isFound: isFound || placeOfHeads(rows, headings) >= 0 };
}

const lettersOfARow = 80;

function tableIn(
  { sheet, rows, is1904 }: SheetRows,
  { headings, chosen }: TableSearch,
  sheets: string[],
): FileTable {
  const found = placeOfHeads(rows, headings);
  const place =
    placeChosen(rows, chosen) ?? (found >= 0 ? found : likeliestHeads(rows, headings).place);
  const head = rows[place];
  const firstRows = rows.slice(0, mostRowsAbove).map((row) => ({
    row: row.row,
    text: textsOf(row).filter(Boolean).join('　').slice(0, lettersOfARow),
  }));
  return {
    sheet,
    is1904,
    sheets,
    firstRows,
    isFound: found >= 0 && found === place,
    headRow: head?.row ?? 1,
    heads: head ? textsOf(head) : [],
    rows: rows.slice(place + 1),
  };
}

function placeChosen(rows: TableRow[], chosen: ChosenRow | null): number | null {
  if (chosen === null || chosen.row === null) return null;
  const place = rows.findIndex(({ row }) => row === chosen.row);
  return place === -1 ? null : place;
}
