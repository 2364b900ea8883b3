import { Readable } from 'node:stream';
import type { Book } from './book.js';
import { stylesXml } from './cell-xml.js';
import { coverText } from './cover-sheet.js';
import { hashOfSheets, RowMarks } from './row-marks.js';
import { type Placed, RowSource, sheetText, sumRow } from './sheet-xml.js';
import type { Cell, Table } from './table.js';
import { wrappingParts } from './workbook-parts.js';
import type { Part } from './zip.js';
import { zipped } from './zip.js';

/** A sheet's name: at most 31 characters, and some have a meaning of their own. */
const sheetName = (name: string, taken: string[]): string => {
  const plain = [...name.replace(/[[\]:*?/\\']/g, ' ')].slice(0, 27).join('');
  let free = plain;
  for (let n = 2; taken.includes(free); n += 1) free = `${plain} ${n}`;
  return free;
};

/** A sheet as it was written: its marks, and the places of its rows. */
export type WrittenSheet = { table: Table; marks: RowMarks; places: Placed[] };

/**
 * Tables as an Excel workbook, its cover first where it has one. Text is stored as text: no number, no date, no formula
 * is made of it. The cover is written last, when the rows have gone by; memory does not grow with them.
 * @throws Error where the rows do not come to the sum that the system counts by itself
 */
export function workbookOf(book: Book): Readable {
  return Readable.from(zipped(partsOf(book)), { objectMode: false });
}

async function* partsOf(book: Book): AsyncGenerator<Part> {
  const names: string[] = [];
  const written: WrittenSheet[] = [];
  const { cover } = book;
  for (const table of book.sheets) {
    const sheet = { table, marks: new RowMarks(table.heads), places: [] as Placed[] };
    written.push(sheet);
    const source = new RowSource(seen(table.batches, sheet.marks));
    try {
      do {
        const placed = { name: sheetName(table.name, [...names, cover?.name ?? '']), rows: 0 };
        names.push(placed.name);
        sheet.places.push(placed);
        const sums = (row: number) => sumsOf(row, sheet, book.sumLabel);
        const text = sheetText(table.heads, source, placed, sums, book.rowsASheet);
        yield { path: `xl/worksheets/sheet${names.length}.xml`, text };
      } while (!(await source.isDone()));
    } finally {
      await source.close();
    }
  }
  if (cover) {
    const made = {
      hash: hashOfSheets(written.map(({ marks }) => marks.digest())),
      rows: written.reduce((sum, { marks }) => sum + marks.rows.length, 0),
      sheets: written,
    };
    await cover.finish(made);
    const path = `xl/worksheets/sheet${names.length + 1}.xml`;
    yield { path, text: [coverText(cover, made)] };
  }
  yield* wrappingParts(names, cover?.name ?? null);
  yield { path: 'xl/styles.xml', text: [stylesXml] };
}

async function* seen(batches: AsyncIterable<Cell[][]>, marks: RowMarks): AsyncGenerator<Cell[][]> {
  for await (const batch of batches) {
    for (const row of batch) marks.add(row);
    yield batch;
  }
}

function sumsOf(row: number, { table, marks, places }: WrittenSheet, label: string): string {
  table.heads.forEach(({ head, sum }, i) => {
    if (typeof sum === 'number' && BigInt(sum) !== marks.sums[i])
      throw new Error(`${table.name}: ${head} comes to ${marks.sums[i]}, the system counts ${sum}`);
  });
  return sumRow(row, { heads: table.heads, sums: marks.sums, places, label });
}
