import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { storedNumber } from './cell-xml.js';
import type { Cell, ColumnKind, Table } from './table.js';

const MARK_OF_UTF8 = '\ufeff';

/** What a csv came to: the SHA-256 of its bytes, and how many rows of data it has. */
export type WrittenCsv = { hash: string; rows: number };

/**
 * Tables as CSV for Excel on Windows: UTF-8 with a mark at its start, lines ended by CR LF.
 * A cell that starts like a formula, at full width too, gets an apostrophe before it. Several tables stand below
 * each other, each under its name.
 * @param finish keeps what it came to, once all of it was written and before the file ends
 */
export const csvOf = (tables: Table[], finish?: (written: WrittenCsv) => Promise<void>): Readable =>
  Readable.from(piecesOf(tables, finish), { objectMode: false });

/** The heads go at once, so that whoever waits sees that something comes; then one piece a batch. */
async function* piecesOf(
  tables: Table[],
  finish: (written: WrittenCsv) => Promise<void> = async () => {},
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const { text, count } of textsOf(tables)) {
    const piece = Buffer.from(text);
    hash.update(piece);
    rows += count;
    yield piece;
  }
  // The answer ends with this: where it fails, nobody has the whole file.
  await finish({ hash: hash.digest('hex'), rows });
}

async function* textsOf(tables: Table[]): AsyncGenerator<{ text: string; count: number }> {
  yield { text: MARK_OF_UTF8, count: 0 };
  for (const [place, { name, heads, batches }] of tables.entries()) {
    const over = place > 0 ? [[''], [name]] : [[name]];
    const first = heads.map(({ head }) => head);
    yield { text: written(tables.length > 1 ? [...over, first] : [first]), count: 0 };
    for await (const batch of batches) {
      const lines = batch.map((row) => row.map((cell, i) => shown(cell, heads[i]?.kind ?? 'text')));
      yield { text: written(lines), count: batch.length };
    }
  }
}

const written = (lines: Cell[][]): string =>
  stringify(lines, { record_delimiter: 'windows', escape_formulas: true });

/** Money in yuan and shares as decimals, as in a workbook; days stay as they are read. */
const shown = (cell: Cell, kind: ColumnKind): Cell =>
  cell !== null && (kind === 'money' || kind === 'share') ? Number(storedNumber(cell, kind)) : cell;
