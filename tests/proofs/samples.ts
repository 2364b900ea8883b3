import { crc32 } from './crc32.js';

const latin = (text: string) => Buffer.from(text, 'latin1');

/** A page of PDF; `more` goes into its trailer. */
export const somePdf = (text = 'lease', more = ''): Buffer =>
  latin(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Title (${text}) >>\nendobj\n` +
      `trailer\n<< /Root 1 0 R ${more}>>\nstartxref\n9\n%%EOF\n`,
  );

/** A picture in JPEG of 1 by 1, as far as its segments go. */
export const someJpeg = (): Buffer =>
  Buffer.concat([
    latin('\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00'),
    latin('\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00'),
    latin('\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x37\xff\xd9'),
  ]);

/** A picture in PNG. */
export function somePng(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(1, 0);
  header.writeUInt32BE(1, 4);
  header[8] = 8;
  const chunks = [chunk('IHDR', header), chunk('IDAT', latin('x\x9cc\x00\x00')), chunk('IEND')];
  return Buffer.concat([latin('\x89PNG\r\n\x1a\n'), ...chunks]);
}

function chunk(kind: string, data = Buffer.alloc(0)): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([latin(kind), data])));
  return Buffer.concat([length, latin(kind), data, sum]);
}

type Entry = { name: string; flags?: number; unpacked?: number };

/** A zip of small files that are stored as they are. */
export function someZip(entries: Entry[]): Buffer {
  const content = latin('<ofd/>');
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, flags = 0, unpacked = content.length } of entries) {
    const named = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(content.length, 14);
    shared.writeUInt32LE(unpacked, 18);
    shared.writeUInt16LE(named.length, 22);
    const local = Buffer.concat([latin('PK\x03\x04'), shared, named, content]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([latin('PK\x01\x02\x14\x00'), shared, rest, named]));
    locals.push(local);
    at += local.length;
  }
  const size = Buffer.concat(directory).length;
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, ...directory, latin('PK\x05\x06'), end]);
}

export const someOfd = (more: Entry[] = []): Buffer =>
  someZip([{ name: 'OFD.xml' }, { name: 'Doc_0/Document.xml' }, ...more]);
