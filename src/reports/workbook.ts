import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { writeXlsxStream } from 'hucre/xlsx';
import type { Table } from './table.js';

/** A sheet's name: at most 31 characters, and some have a meaning of their own. */
const sheetName = (name: string): string =>
  [...name.replace(/[[\]:*?/\\']/g, ' ')].slice(0, 31).join('');

/**
 * A table as an Excel workbook. Text is stored in the cell as text: no number, no date, no formula is made of it.
 * The only file that knows the library behind it.
 */
export function workbookOf({ name, heads, rows }: Table): Readable {
  const bytes = writeXlsxStream(rows, {
    name: sheetName(name),
    columns: heads.map(({ head, width, kind }) => ({
      header: head,
      width,
      numFmt: kind === 'text' ? '@' : '0',
    })),
    freezePane: { rows: 1 },
  });
  return Readable.fromWeb(bytes as ReadableStream<Uint8Array>);
}
