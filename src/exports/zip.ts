import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file in an archive: its text is pulled as it is written. */
export type Part = { path: string; text: AsyncIterable<string> | Iterable<string> };

type Written = { path: Buffer; crc: number; packed: number; size: number; at: number };

const pieceLength = 65_536;
/** Beyond it an archive needs records that old readers do not know. */
const mostBytes = 0xffff_ffff;

/**
 * A ZIP archive as it is written (APPNOTE 6.3: sizes follow each file, as they are not known before). Memory
 * does not grow with it. @throws Error for a part or an archive of 4 GiB
 */
export async function* zipped(parts: AsyncIterable<Part>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for await (const part of parts) {
    const file: Written = { path: Buffer.from(part.path), crc: 0, packed: 0, size: 0, at };
    const head = localHead(file.path);
    at += head.length;
    yield head;
    for await (const piece of deflated(part.text, file)) {
      at += piece.length;
      file.packed += piece.length;
      yield piece;
    }
    const sizes = descriptor(file);
    at += sizes.length;
    if (at > mostBytes || file.size > mostBytes) throw new Error('the workbook exceeds 4 GiB');
    yield sizes;
    written.push(file);
  }
  const directory = Buffer.concat(written.map(centralHead));
  yield Buffer.concat([directory, endRecord(written.length, directory.length, at)]);
}

function deflated(text: Part['text'], file: Written): AsyncIterable<Buffer> {
  const packer = createDeflateRaw({ level: 3 });
  // What goes wrong on the way in comes out of the packer, whose end closes the source.
  pipeline(Readable.from(measured(text, file), { objectMode: false }), packer, () => {});
  return packer;
}

/** The text as bytes, a few large pieces, counted. */
async function* measured(text: Part['text'], file: Written): AsyncGenerator<Buffer> {
  let pending: string[] = [];
  let length = 0;
  for await (const piece of text) {
    pending.push(piece);
    length += piece.length;
    if (length < pieceLength) continue;
    yield count(pending.join(''), file);
    [pending, length] = [[], 0];
  }
  if (length > 0) yield count(pending.join(''), file);
}

function count(text: string, file: Written): Buffer {
  const bytes = Buffer.from(text);
  file.crc = crc32(bytes, file.crc);
  file.size += bytes.length;
  return bytes;
}

/** Sizes follow; names are UTF-8. */
const flags = 0x0808;
const deflate = 8;
/** 1980-01-01: the same workbook has the same bytes. */
const noDate = 0x0021;

function localHead(path: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(deflate, 8);
  head.writeUInt16LE(noDate, 12);
  head.writeUInt16LE(path.length, 26);
  return Buffer.concat([head, path]);
}

function descriptor({ crc, packed, size }: Written): Buffer {
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(0x08074b50, 0);
  sizes.writeUInt32LE(crc, 4);
  sizes.writeUInt32LE(packed, 8);
  sizes.writeUInt32LE(size, 12);
  return sizes;
}

function centralHead({ path, crc, packed, size, at }: Written): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(deflate, 10);
  head.writeUInt16LE(noDate, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(path.length, 28);
  head.writeUInt32LE(at, 42);
  return Buffer.concat([head, path]);
}

function endRecord(files: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files, 8);
  end.writeUInt16LE(files, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
