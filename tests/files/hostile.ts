import { archive, book, bookParts, data, text } from './archive.js';

const row = data(`<row r="1">${text('A1', '姓名')}</row>`);
const repeated = (count: number, of: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => of(i)).join('');

const laughs = repeated(9, (i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);

type Hostile = {
  make: () => Buffer;
  says: string;
  /** Where checking an export gets no further than its first row. */
  saysOfExport?: string;
};

/** Files that would kill or freeze whoever reads them without limits, and how each is called. */
export const hostile: Record<string, Hostile> = {
  'shared strings that unpack to 100 MB': {
    make: () =>
      book({
        sheet: row,
        strings: Buffer.concat([
          Buffer.from('<sst xmlns="x">'),
          Buffer.alloc(100 * 1024 * 1024, '<si><t>x</t></si>'),
          Buffer.from('</sst>'),
        ]),
      }),
    says: '过大',
  },
  '16,000 merged ranges of 20,000 rows': {
    make: () =>
      book({
        sheet: `${row}<mergeCells>${repeated(16_000, (i) => `<mergeCell ref="${i % 2 ? 'A' : 'B'}1:C20000"/>`)}</mergeCells>`,
      }),
    says: '合并单元格',
    saysOfExport: '没有本系统的导出编号',
  },
  '200,000 files in the archive': {
    make: () =>
      archive(Array.from({ length: 200_000 }, (_, i) => ({ name: `x${i}`, content: '' }))),
    says: '部件过多',
  },
  'two files of one name': {
    make: () => {
      const parts = bookParts({ sheet: row });
      return archive([...parts, ...parts.slice(-1)]);
    },
    says: 'xlsx 工作簿',
  },
  'a sheet of 300 MB': {
    make: () => book({ part: Buffer.alloc(300 * 1024 * 1024, ' ') }),
    says: '过大',
  },
  'two million cells in one row': {
    make: () => book({ sheet: data(`<row r="1">${'<c><v>1</v></c>'.repeat(2_000_000)}</row>`) }),
    says: '过大',
  },
  'sizes that are lies': {
    make: () =>
      archive(bookParts({ sheet: row }).map(({ name, content }) => ({ name, content, said: 5 }))),
    says: 'xlsx 工作簿',
  },
  'a zip in a zip': {
    make: () => archive([{ name: 'book.xlsx', content: book({ sheet: row }) }]),
    says: 'xlsx 工作簿',
  },
  'a name that stands for gigabytes': {
    make: () =>
      book({
        part: `<!DOCTYPE w [<!ENTITY l0 "ha">${laughs}]><worksheet>${data(`<row r="1">${text('A1', '&l9;')}</row>`)}</worksheet>`,
      }),
    says: 'xlsx 工作簿',
  },
  'an encrypted zip': {
    make: () =>
      archive(bookParts({ sheet: row }).map(({ name, content }) => ({ name, content, flags: 1 }))),
    says: '已加密',
  },
  'an old workbook, or one with a password': {
    make: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4000)]),
    says: '旧版 .xls',
  },
  macros: {
    make: () => book({ sheet: row, more: [{ name: 'xl/vbaProject.bin', content: 'x' }] }),
    says: '含有宏',
  },
  'links to other files': {
    make: () =>
      book({
        sheet: row,
        more: [{ name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' }],
      }),
    says: '引用了其他文件',
  },
  'elements nested without end': {
    make: () => book({ part: '<a>'.repeat(1_000_000) }),
    says: 'xlsx 工作簿',
  },
  'one mark that never ends': {
    make: () => book({ part: `<worksheet a="${'x'.repeat(9_000_000)}"/>` }),
    says: 'xlsx 工作簿',
  },
};
