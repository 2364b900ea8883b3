import { Readable, Transform } from 'node:stream';
import { stringify } from 'csv-stringify';
import { storedNumber } from './cell-xml.js';
import type { Cell, ColumnKind, Table } from './table.js';

/**
 * A table as CSV for Excel on Windows: UTF-8 with a mark at its start, lines ended by CR LF.
 * A cell that starts like a formula, at full width too, gets an apostrophe before it. Several tables stand below
 * each other, each under its name.
 */
export function csvOf(tables: Table[]): Readable {
  const writer = stringify({ bom: true, record_delimiter: 'windows', escape_formulas: true });
  const source = Readable.from(linesOf(tables));
  // compose would hide the error's origin; a pipe alone would lose it.
  const pieces = inLargePieces();
  source.on('error', (error) => writer.destroy(error));
  writer.on('error', (error) => pieces.destroy(error)).on('close', () => source.destroy());
  pieces.on('close', () => writer.destroy());
  return source.pipe(writer).pipe(pieces);
}

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

const pieceBytes = 65_536;

/** A row at a time would cost more in compressing and sending than in writing it. The first goes at once. */
function inLargePieces(): Transform {
  let pending: Buffer[] = [];
  let bytes = pieceBytes;
  return new Transform({
    transform(row: Buffer, _encoding, done) {
      pending.push(row);
      bytes += row.length;
      if (bytes < pieceBytes) return done();
      const piece = Buffer.concat(pending);
      pending = [];
      bytes = 0;
      done(null, piece);
    },
    flush: (done) => done(null, Buffer.concat(pending)),
  });
}
