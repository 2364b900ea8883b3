import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Table } from './table.js';

/**
 * A table as CSV for Excel on Windows: UTF-8 with a mark at its start, lines ended by CR LF.
 * A cell that starts like a formula, at full width too, gets an apostrophe before it.
 */
export function csvOf({ heads, rows }: Table): Readable {
  const writer = stringify({
    bom: true,
    header: true,
    columns: heads.map(({ head }, index) => ({ key: String(index), header: head })),
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  const source = Readable.from(rows);
  // compose would hide the error's origin; a pipe alone would lose it.
  source.on('error', (error) => writer.destroy(error));
  writer.on('close', () => source.destroy());
  return source.pipe(writer);
}
