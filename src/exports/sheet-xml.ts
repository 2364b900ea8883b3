import {
  cellXml,
  columnName,
  formulaXml,
  storedNumber,
  strongStyleOf,
  styleOf,
  textXml,
} from './cell-xml.js';
import type { Cell, Head } from './table.js';

/** How many rows of a table one sheet holds: Excel's own bound, less the heads and the sums. */
export const mostRowsASheet = 1_048_576 - 2;

/** Rows that are written at once: some 100 KB of text. */
const rowsAPiece = 100;

const opening = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const space = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export function sheetStart(widths: number[], isFrozen: boolean): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const cols = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${opening}<worksheet xmlns="${space}"><sheetViews><sheetView workbookViewId="0">${isFrozen ? pane : ''}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols><sheetData>`;
}
export const sheetEnd = '</sheetData></worksheet>';

export const rowXml = (row: number, cells: string): string => `<row r="${row}">${cells}</row>`;

const headRow = (heads: Head[]): string =>
  rowXml(
    1,
    heads.map(({ head }, i) => textXml(`${columnName(i)}1`, head, styleOf('head'))).join(''),
  );

/** Where the rows of a table came to lie: a sheet that is full goes on in another. */
export type Placed = { name: string; rows: number };

/** Rows as they are pulled, shared by the sheets that they fill one after another. */
export class RowSource {
  readonly #batches: AsyncIterator<Cell[][]>;
  #next: Cell[][] = [];
  #ended = false;

  constructor(batches: AsyncIterable<Cell[][]>) {
    this.#batches = batches[Symbol.asyncIterator]();
  }

  async isDone(): Promise<boolean> {
    while (this.#next.length === 0 && !this.#ended) {
      const { done, value } = await this.#batches.next();
      if (done) this.#ended = true;
      else this.#next = value;
    }
    return this.#ended;
  }

  /** The next rows, at most so many and at least one. Only after isDone said no. */
  take(most: number): Cell[][] {
    const rows = this.#next.slice(0, most);
    this.#next = this.#next.slice(most);
    return rows;
  }

  async close(): Promise<void> {
    await this.#batches.return?.();
  }
}

/**
 * One sheet of a table, as far as its rows go or the sheet holds.
 * @param placed gets how many rows it holds
 * @param sums the last row of the last sheet, made when the rows are known
 */
export async function* sheetText(
  heads: Head[],
  source: RowSource,
  placed: Placed,
  sums: (row: number) => string,
  most = mostRowsASheet,
): AsyncGenerator<string> {
  const names = heads.map((_, i) => columnName(i));
  const widths = heads.map(({ width }) => width);
  yield sheetStart(widths, true) + headRow(heads);
  const textOf = (cells: Cell[], row: number): string =>
    rowXml(
      row,
      heads.map(({ kind }, i) => cellXml(`${names[i]}${row}`, cells[i] ?? null, kind)).join(''),
    );
  while (placed.rows < most && !(await source.isDone())) {
    const rows = source.take(Math.min(most - placed.rows, rowsAPiece));
    const first = placed.rows + 2;
    placed.rows += rows.length;
    yield rows.map((cells, i) => textOf(cells, first + i)).join('');
  }
  if (await source.isDone()) yield sums(placed.rows + 2);
  yield sheetEnd;
}

/** The row of sums: a live formula over all the sheets of the table, with the value that it has. */
export function sumRow(
  row: number,
  {
    heads,
    sums,
    places,
    label,
  }: { heads: Head[]; sums: bigint[]; places: Placed[]; label: string },
): string {
  if (!heads.some(({ sum }) => sum !== undefined)) return '';
  const cells = heads.map((head, i) => {
    const at = `${columnName(i)}${row}`;
    if (head.sum === undefined) return i === 0 ? textXml(at, label, strongStyleOf('text')) : '';
    return formulaXml(
      at,
      sumFormula(places, i),
      storedNumber(sums[i] ?? 0n, head.kind),
      strongStyleOf(head.kind),
    );
  });
  return rowXml(row, cells.join(''));
}

const sumFormula = (places: Placed[], column: number): string =>
  places
    .filter(({ rows }) => rows > 0)
    .map(({ name, rows }, _, all) => {
      const range = `${columnName(column)}2:${columnName(column)}${rows + 1}`;
      return `SUM(${all.length > 1 ? `${quoted(name)}!` : ''}${range})`;
    })
    .join('+') || '0';

export const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;
