import { columnLetters } from '../files/cell-place.js';
import { type BookCell, type BookRow, type OpenSheet, openSheet } from '../files/sheet.js';
import type { SheetTab, Workbook } from '../files/workbook.js';
import { Differences } from './differences.js';
import { lookAtCell, lookAtRow, lookAtSheet, type SheetView } from './look-at-cells.js';
import { plainOf } from './plain-value.js';
import { RowMarks, rowsABlock } from './row-marks.js';
import { addsUpRows, type SumPart } from './sum-formula.js';
import type { ColumnKind } from './table.js';

/** What was stored of one table when it was written. */
export type StoredTable = {
  heads: { head: string; kind: ColumnKind; isSummed: boolean }[];
  rows: number;
  sums: string[];
  /** A mark for each row, then for each column of each block of rows. */
  marks: Buffer;
  /** How the row of sums is called, in either language. */
  sumLabels: string[];
};

/**
 * Compares the sheets of one table with what was stored of it, row by row as they are read.
 * @param parts the sheets that it was written to, as the file has them now
 */
export async function compareTable(
  book: Workbook,
  parts: SheetTab[],
  stored: StoredTable,
  rowsASheet: number,
): Promise<{ digest: string; found: Differences }> {
  const marks = new RowMarks(stored.heads);
  const found = { heads: new Differences(), rest: new Differences(), looks: new Differences() };
  const starts: Start[] = [];
  const summed = parts.map(({ name }, i) => ({
    sheet: name,
    rows: Math.min(rowsASheet, stored.rows - i * rowsASheet),
  }));
  for (const [i, tab] of parts.entries()) {
    starts.push({ sheet: tab.name, from: marks.rows.length });
    const view = { book, sheet: tab.name, found: found.looks };
    const endsWithSums = i === parts.length - 1 && stored.heads.some(({ isSummed }) => isSummed);
    const comparison = new PartComparison(view, { stored, marks, found, endsWithSums, summed });
    await comparison.run(openSheet(book, tab));
  }
  return { digest: marks.digest(), found: inOrder(found, { marks, starts, stored }) };
}

type Found = Record<'heads' | 'rest' | 'looks', Differences>;
/** Which row of a table is the first on a sheet. */
type Start = { sheet: string; from: number };
type Comparison = {
  stored: StoredTable;
  marks: RowMarks;
  found: Found;
  endsWithSums: boolean;
  summed: SumPart[];
};

function inOrder(
  found: Found,
  { marks, starts, stored }: { marks: RowMarks; starts: Start[]; stored: StoredTable },
): Differences {
  const all = new Differences();
  const rows = marks.rows.length;
  all.addAll(found.heads);
  if (rows !== stored.rows) all.add(starts.at(-1)?.sheet ?? '', String(rows), 'row-count');
  addRowDifferences(all, marks, stored, starts);
  all.addAll(found.rest);
  all.addAll(found.looks);
  return all;
}

/** One sheet: its heads, its rows, and where the table ends on it the sums below. */
class PartComparison {
  readonly #view: SheetView;
  readonly #input: Comparison;
  #line = 1;

  constructor(view: SheetView, input: Comparison) {
    this.#view = view;
    this.#input = input;
  }

  async run({ rows, looks }: OpenSheet): Promise<void> {
    const { stored, endsWithSums } = this.#input;
    let heads: BookRow | null = null;
    let sums: BookRow | null = null;
    for await (const { row, isLast } of withLast(rows)) {
      if (heads === null && row.row === 1) heads = row;
      else if (isLast && endsWithSums) sums = row;
      else this.#addRow(row);
    }
    this.#compareHeads(heads?.cells ?? []);
    if (heads) lookAtRow(this.#view, heads);
    if (endsWithSums) this.#compareSums(sums);
    lookAtSheet(this.#view, looks, stored.heads.length);
  }

  #addRow(row: BookRow): void {
    const { stored, marks, found } = this.#input;
    const { heads } = stored;
    for (this.#line += 1; this.#line < row.row; this.#line += 1)
      marks.addPlain(heads.map(() => ''));
    const plain = heads.map(() => '');
    lookAtRow(this.#view, row);
    for (const cell of row.cells) {
      const kind = heads[cell.column - 1]?.kind;
      if (kind === undefined) {
        found.rest.add(this.#view.sheet, String(row.row), 'added');
        break;
      }
      lookAtCell(this.#view, cell, { row: row.row, kind });
      plain[cell.column - 1] = plainOf(cell.value, kind, this.#view.book.is1904);
    }
    marks.addPlain(plain);
  }

  #compareHeads(cells: BookCell[]): void {
    const { stored, found } = this.#input;
    const { sheet } = this.#view;
    for (const cell of cells) lookAtCell(this.#view, cell, { row: 1, kind: 'text' });
    for (const [i, { head }] of stored.heads.entries())
      if (String(cellAt(cells, i)?.value ?? '') !== head)
        found.heads.add(sheet, `${columnLetters(i + 1)}1`, 'head');
    if ((cells.at(-1)?.column ?? 0) > stored.heads.length) found.rest.add(sheet, '1', 'added');
  }

  #compareSums(row: BookRow | null): void {
    const { stored, found } = this.#input;
    const at = row?.row ?? this.#line + 1;
    if (row) lookAtRow(this.#view, row);
    for (const [i, { kind, isSummed }] of stored.heads.entries()) {
      const cell = cellAt(row?.cells ?? [], i);
      if (cell) lookAtCell(this.#view, cell, { row: at, kind, allowsFormula: isSummed });
      const isOwn = isSummed ? this.#isSum(cell, i) : this.#isBeside(cell, i);
      if (!isOwn) found.rest.add(this.#view.sheet, `${columnLetters(i + 1)}${at}`, 'sum');
    }
    if ((row?.cells.at(-1)?.column ?? 0) > stored.heads.length)
      found.rest.add(this.#view.sheet, String(at), 'added');
  }

  /** The sum itself, as a formula over the rows or as its value. */
  #isSum(cell: BookCell | undefined, i: number): boolean {
    const { stored, summed } = this.#input;
    const { kind } = stored.heads[i] as StoredTable['heads'][number];
    const value = plainOf(cell?.value ?? null, kind, this.#view.book.is1904);
    const formula = cell?.formula ?? null;
    if (value !== stored.sums[i] || formula === true) return false;
    return formula === null || addsUpRows(formula, summed, columnLetters(i + 1));
  }

  #isBeside(cell: BookCell | undefined, i: number): boolean {
    const value = cell?.value ?? '';
    return i === 0 ? this.#input.stored.sumLabels.includes(String(value)) : value === '';
  }
}

const cellAt = (cells: BookCell[], place: number): BookCell | undefined =>
  cells.find(({ column }) => column === place + 1);

async function* withLast(rows: AsyncIterable<BookRow>) {
  let waiting: BookRow | null = null;
  for await (const row of rows) {
    if (waiting !== null) yield { row: waiting, isLast: false };
    waiting = row;
  }
  if (waiting !== null) yield { row: waiting, isLast: true };
}

/** The rows whose marks differ; the cells of them, where the columns of their block tell. */
function addRowDifferences(
  found: Differences,
  marks: RowMarks,
  { rows, heads, marks: stored }: StoredTable,
  starts: Start[],
): void {
  const isAsLong = marks.rows.length === rows;
  for (let row = 0; row < Math.min(rows, marks.rows.length); row += 1) {
    if (marks.rows[row] === stored.readUInt32LE(row * 4)) continue;
    const { sheet, from } = starts.findLast((start) => start.from <= row) as Start;
    const line = row - from + 2;
    const block = Math.floor(row / rowsABlock);
    const columns = heads.flatMap((_, i) =>
      !isAsLong ||
      marks.blocks[block]?.[i] === stored.readUInt32LE((rows + block * heads.length + i) * 4)
        ? []
        : [i],
    );
    if (columns.length === 0) found.add(sheet, String(line), 'row');
    for (const column of columns) found.add(sheet, `${columnLetters(column + 1)}${line}`, 'cell');
    // Beyond a row too many or too few, every row differs.
    if (!isAsLong) return;
  }
}
