import { crc32, deflateRawSync } from 'node:zlib';

type Entry = {
  name: string;
  content: string | Buffer;
  flags?: number;
  /** What the directory says that it unpacks to. */
  said?: number;
};

const nothing = deflateRawSync('');

/** A zip, deflated; what its directory says can be a lie. */
export function archive(entries: Entry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, flags = 0, said } of entries) {
    const bytes = Buffer.from(content as Buffer);
    const packed = bytes.length === 0 ? nothing : deflateRawSync(bytes);
    const path = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(said ?? bytes.length, 18);
    fields.writeUInt16LE(path.length, 22);
    locals.push(Buffer.from('PK\u0003\u0004', 'latin1'), fields, path, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, rest, path);
    at += 30 + path.length + packed.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length & 0xffff, 4);
  end.writeUInt16LE(entries.length & 0xffff, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, ...directory, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

type Parts = {
  /** Inside of `worksheet`. */
  sheet?: string;
  strings?: string | Buffer;
  styles?: string;
  /** Instead of `workbookPr` and the sheets. */
  workbook?: string;
  more?: Entry[];
  /** Instead of the sheet's whole part. */
  part?: string | Buffer;
};

const link = (id: number, kind: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${office}/${kind}" Target="${target}"/>`;

/** The parts of a workbook of one sheet, written by hand. */
export function bookParts({ sheet = '', strings, styles, workbook, more = [], part }: Parts) {
  const links = [
    link(1, 'worksheet', 'worksheets/sheet1.xml'),
    strings === undefined ? '' : link(2, 'sharedStrings', 'sharedStrings.xml'),
    styles === undefined ? '' : link(3, 'styles', 'styles.xml'),
  ];
  const sheets = workbook ?? '<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets>';
  const entries: Entry[] = [
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${packages}">${link(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${packages}">${links.join('')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}">${sheets}</workbook>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: part ?? `<worksheet xmlns="${main}">${sheet}</worksheet>`,
    },
  ];
  if (strings !== undefined) entries.push({ name: 'xl/sharedStrings.xml', content: strings });
  if (styles !== undefined)
    entries.push({
      name: 'xl/styles.xml',
      content: `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
    });
  return [...entries, ...more];
}

export const book = (parts: Parts): Buffer => archive(bookParts(parts));

/** A cell with text in it. */
export const text = (at: string, value: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
export const data = (rows: string): string => `<sheetData>${rows}</sheetData>`;
