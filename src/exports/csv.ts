import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { storedNumber } from './cell-xml.js';
import type { Cell, ColumnKind, Table } from './table.js';

/** Rows that are written at once: one at a time costs more in streams than in writing, and many would keep others waiting. */
const ROWS_A_PIECE = 500;
const MARK_OF_UTF8 = '\ufeff';

/**
 * A table as CSV for Excel on Windows: UTF-8 with a mark at its start, lines ended by CR LF.
 * A cell that starts like a formula, at full width too, gets an apostrophe before it. Several tables stand below
 * each other, each under its name.
 */
export const csvOf = (tables: Table[]): Readable =>
  Readable.from(piecesOf(tables), { objectMode: false });

/** The first line goes at once, so that whoever waits sees that something comes. */
async function* piecesOf(tables: Table[]): AsyncGenerator<Buffer> {
  yield Buffer.from(MARK_OF_UTF8);
  let lines: Cell[][] = [];
  let most = 1;
  for await (const line of linesOf(tables)) {
    lines.push(line);
    if (lines.length < most) continue;
    yield written(lines);
    lines = [];
    most = ROWS_A_PIECE;
  }
  if (lines.length > 0) yield written(lines);
}

const written = (lines: Cell[][]): Buffer =>
  Buffer.from(stringify(lines, { record_delimiter: 'windows', escape_formulas: true }));

async function* linesOf(tables: Table[]): AsyncGenerator<Cell[]> {
  for (const [place, { name, heads, rows }] of tables.entries()) {
    if (tables.length > 1) yield* place > 0 ? [[''], [name]] : [[name]];
    yield heads.map(({ head }) => head);
    for await (const row of rows) yield row.map((cell, i) => shown(cell, heads[i]?.kind ?? 'text'));
  }
}

/** Money in yuan and shares as decimals, as in a workbook; days stay as they are read. */
const shown = (cell: Cell, kind: ColumnKind): Cell =>
  cell !== null && (kind === 'money' || kind === 'share') ? Number(storedNumber(cell, kind)) : cell;
