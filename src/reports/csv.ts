import { Readable, Transform } from 'node:stream';
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
  const pieces = inLargePieces();
  source.on('error', (error) => writer.destroy(error));
  writer.on('error', (error) => pieces.destroy(error)).on('close', () => source.destroy());
  pieces.on('close', () => writer.destroy());
  return source.pipe(writer).pipe(pieces);
}

const pieceBytes = 65_536;

/** A row at a time would cost more in compressing and sending than in writing it. The first goes at once. */
function inLargePieces(): Transform {
  let held: Buffer[] = [];
  let bytes = pieceBytes;
  return new Transform({
    transform(row: Buffer, _encoding, done) {
      held.push(row);
      bytes += row.length;
      if (bytes < pieceBytes) return done();
      const piece = Buffer.concat(held);
      held = [];
      bytes = 0;
      done(null, piece);
    },
    flush: (done) => done(null, Buffer.concat(held)),
  });
}
