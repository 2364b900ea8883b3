import { randomBytes } from 'node:crypto';
import type ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Network, startNetwork } from '../ledger/cast.js';
import { somePng } from '../proofs/samples.js';
import { plain } from '../reports/reading.js';
import { Client, signIn } from '../web/client.js';
import { altered, fetchBytes, rewritten, upload } from './files.js';

let net: Network;
let bureau: Client;
const books = new Map<string, Buffer>();
const addresses = {
  ventures: '/ventures.xlsx',
  totals: '/totals.xlsx?measure=jobs&scope=network&asOf=2024-12-31',
  report: '/reports/park-evaluation.xlsx?period=2024',
  bulletin: '/reports/monthly-bulletin.xlsx?period=2024-12',
  annual: '/reports/annual-report.xlsx?period=2024',
  comparison: '/reports/quarterly-comparison.xlsx?period=2024-Q4',
  waivers: '/reports/waiver-ledger.xlsx?period=2024',
  movements: '/reports/in-and-out.xlsx?period=2024',
  categories: '/reports/founder-categories.xlsx?period=2024',
  effect: '/reports/waiver-effect.xlsx?period=2024',
  cross: '/reports/cross-table.xlsx?measure=jobs&rows=park&columns=industry&to=2024-12',
  records: '/reports/records.xlsx?measure=arrived&scope=network&from=2023-01-01&asOf=2024-12-31',
  history: '/history.xlsx',
} as const;
beforeAll(async () => {
  net = await startNetwork();
  bureau = await signIn(net.base, 'bureau');
  for (const [name, address] of Object.entries(addresses))
    books.set(name, await fetchBytes(bureau, address));
});
afterAll(() => net.close());

const told = async (bytes: Buffer, client = bureau) => {
  const answer = await upload(client, '/reports/verify', bytes);
  return { status: answer.status, text: plain(answer.text) };
};
const book = (name: keyof typeof addresses) => books.get(name) as Buffer;

describe('a workbook as it was made', () => {
  it.each(Object.keys(addresses) as (keyof typeof addresses)[])(
    '%s is the system’s own',
    async (name) => {
      const { status, text } = await told(book(name));
      expect([status, text]).toEqual([200, expect.stringContaining('与系统导出时完全一致')]);
    },
  );

  it.each(['ventures', 'totals', 'report'] as const)(
    '%s still is when it was saved again by another program',
    async (name) => {
      const { text } = await told(await altered(book(name), () => {}));
      expect(text).toContain('与系统导出时完全一致');
    },
  );

  it('stays so with wider columns, another font, thousands marked, and a sheet named anew', async () => {
    const changed = await altered(book('totals'), (made) => {
      const [cover, sheet] = made.worksheets;
      if (!cover || !sheet) throw new Error('two sheets');
      sheet.getColumn('G').width = 40;
      format(made, 'G5', '#,##0_ ');
      sheet.getCell('G4').font = { size: 14, color: { argb: 'FFC00000' } };
      const at = `B${cover.rowCount}`;
      const result = valueAt(made, 0, at);
      sheet.name = "带动 'A' 表";
      set(made, 0, at, { formula: `'带动 ''A'' 表'!$G$${sheet.rowCount}`, result });
      sheet.views = [];
      Object.assign(sheet, {
        headerFooter: {
          oddHeader: '&C&"Times New Roman,Regular"&12&K000000&A',
          oddFooter: '舟山市人社局 第 &P 页，共 &N 页',
        },
      });
    });
    expect((await told(changed)).text).toContain('与系统导出时完全一致');
  });

  it('stays so when what it tells of has changed since', async () => {
    await net.db.venture.update({ where: { id: 1 }, data: { name: '新名' } });
    expect((await told(book('ventures'))).text).toContain('与系统导出时完全一致');
  });
});

const changes: [string, keyof typeof addresses, (book: ExcelJS.Workbook) => void, string][] = [
  ['a number', 'totals', (book) => set(book, 1, 'G5', 999), 'G5 单元格被改动'],
  [
    'a number by a fraction',
    'totals',
    (book) => set(book, 1, 'G5', Number(book.worksheets[1]?.getCell('G5').value) + 0.2),
    'G5 单元格被改动',
  ],
  ['a name', 'ventures', (book) => set(book, 1, 'B3', '别的名字'), 'B3 单元格被改动'],
  ['a day', 'ventures', (book) => set(book, 1, 'G3', new Date('2020-01-01')), 'G3 单元格被改动'],
  ['a head', 'totals', (book) => set(book, 1, 'G1', '别的'), 'G1 表头被改动'],
  [
    'the sum',
    'totals',
    (book) => set(book, 1, `G${book.worksheets[1]?.rowCount}`, 9999),
    '合计与系统不一致',
  ],
  ['the cover', 'totals', (book) => set(book, 0, 'B3', '别的范围'), '说明页 B3 被改动'],
  [
    'the hash on the cover',
    'totals',
    (book) => set(book, 0, hashCell(book), 'f'.repeat(64)),
    '说明页',
  ],
  [
    'a row more',
    'totals',
    (book) => book.worksheets[1]?.insertRow(3, ['V1', '甲', 'P01', '乙', null, '丙', 1]),
    '行数与导出时不同',
  ],
  ['a row less', 'totals', (book) => book.worksheets[1]?.spliceRows(4, 1), '行数与导出时不同'],
  ['something beside', 'totals', (book) => set(book, 1, 'J4', '注'), '第 4 行增加了内容'],
  [
    'a sheet less',
    'report',
    (book) => book.removeWorksheet(book.worksheets[2]?.id ?? 0),
    '缺少工作表',
  ],
  [
    'a sheet more',
    'totals',
    (book) => book.addWorksheet('汇总').addRow(['带动就业', 9999]),
    '增加了工作表',
  ],
  [
    'a cell of the second sheet',
    'bulletin',
    (book) => set(book, 2, 'A2', '别的'),
    'A2 单元格被改动',
  ],
  ['a share', 'report', (book) => set(book, 1, 'F2', 0.99), 'F2 单元格被改动'],
];
/** Ways of showing something else than what is stored. */
const shownElse: typeof changes = [
  [
    'a formula over a number',
    'totals',
    (book) => set(book, 1, 'G5', { formula: '500+60', result: valueAt(book, 1, 'G5') }),
    'G5 单元格是公式',
  ],
  [
    'a formula beside the table',
    'totals',
    (book) => set(book, 1, 'J4', { formula: 'G4*2' } as ExcelJS.CellFormulaValue),
    '第 4 行增加了内容',
  ],
  [
    'a sum of fewer rows',
    'totals',
    (book) => {
      const at = `G${book.worksheets[1]?.rowCount}`;
      set(book, 1, at, { formula: 'SUM(G2:G4)', result: valueAt(book, 1, at) });
    },
    '合计与系统不一致',
  ],
  [
    'a sum on the cover that reads another cell',
    'totals',
    (book) => {
      const at = `B${book.worksheets[0]?.rowCount}`;
      const result = valueAt(book, 0, at);
      set(book, 0, at, { formula: `'${book.worksheets[1]?.name}'!G2`, result });
    },
    '说明页 B',
  ],
  ['a label of the cover', 'totals', (book) => set(book, 0, 'A3', '别的'), '说明页 A3 被改动'],
  ['digits as text', 'totals', (book) => set(book, 1, 'G5', String(valueAt(book, 1, 'G5'))), 'G5'],
  [
    'a digit in the number format',
    'totals',
    (book) => format(book, 'G5', '0"9"'),
    'G5 单元格的数字格式',
  ],
  [
    'a format that shows nothing',
    'totals',
    (book) => format(book, 'G5', ';;;'),
    'G5 单元格的数字格式',
  ],
  [
    'a format over a name',
    'ventures',
    (book) => format(book, 'B3', '0;0;0;"别的"'),
    'B3 单元格的数字格式',
  ],
  [
    'a day without its year',
    'ventures',
    (book) => format(book, 'G3', 'mm-dd'),
    'G3 单元格的数字格式',
  ],
  [
    'white on white',
    'totals',
    (book) => {
      const cell = book.worksheets[1]?.getCell('G5');
      if (cell) cell.font = { color: { argb: 'FFFFFFFF' } };
    },
    'G5 单元格的文字颜色',
  ],
  [
    'a font of symbols',
    'totals',
    (book) => {
      const cell = book.worksheets[1]?.getCell('G5');
      if (cell) cell.font = { name: 'Wingdings' };
    },
    'G5 单元格的文字颜色',
  ],
  [
    'a number that is repeated until its cell is full',
    'totals',
    (book) => {
      const cell = book.worksheets[1]?.getCell('G5');
      if (cell) cell.alignment = { horizontal: 'fill' };
    },
    'G5 单元格设为“填充”对齐',
  ],
  [
    'rows that are flat unless they say otherwise',
    'totals',
    (book) => {
      const sheet = book.worksheets[1];
      if (sheet) sheet.properties.defaultRowHeight = 1;
    },
    '第 4 行被隐藏',
  ],
  [
    'a number in the header of the print',
    'totals',
    (book) =>
      Object.assign(book.worksheets[1] ?? {}, { headerFooter: { oddHeader: '&C合计 9,999' } }),
    '页眉或页脚写有数字',
  ],
  [
    'a hidden row',
    'totals',
    (book) => {
      const row = book.worksheets[1]?.getRow(4);
      if (row) row.hidden = true;
    },
    '第 4 行被隐藏',
  ],
  [
    'a hidden column',
    'totals',
    (book) => {
      const column = book.worksheets[1]?.getColumn('C');
      if (column) column.hidden = true;
    },
    'C 列被隐藏',
  ],
  [
    'a hidden sheet',
    'report',
    (book) => {
      const sheet = book.worksheets[1];
      if (sheet) sheet.state = 'veryHidden';
    },
    '工作表被隐藏',
  ],
  ['merged cells', 'totals', (book) => book.worksheets[1]?.mergeCells('H2:I3'), '自 H2 起合并'],
  [
    'a conditional format',
    'totals',
    (book) =>
      book.worksheets[1]?.addConditionalFormatting({
        ref: 'G2:G9',
        rules: [
          {
            type: 'expression',
            priority: 1,
            formulae: ['TRUE'],
            style: { font: { color: { argb: 'FFFFFFFF' } } },
          },
        ],
      }),
    'G2:G9 设有条件格式',
  ],
  [
    'a number that is struck through',
    'totals',
    (book) => {
      const cell = book.worksheets[1]?.getCell('B2');
      if (cell) cell.font = { strike: true };
    },
    '删除线',
  ],
  ...(
    [
      ['struck through', { strike: true }, 'B3 单元格加了删除线'],
      ['white', { color: { argb: 'FFFFFFFF' } }, 'B3 单元格的文字颜色'],
      ['tiny', { size: 1 }, 'B3 单元格的文字颜色'],
      ['in signs', { name: 'Wingdings' }, 'B3 单元格的文字颜色'],
      ['raised like a footnote', { vertAlign: 'superscript' }, 'B3 单元格中有上标或下标'],
    ] as const
  ).map(([name, font, words]): (typeof changes)[number] => [
    `a part of a name that is ${name}`,
    'ventures',
    (book) => inRuns(book, 'B3', font),
    words,
  ]),
  [
    'a picture',
    'totals',
    (book) => {
      const id = book.addImage({
        buffer: somePng() as unknown as ExcelJS.Buffer,
        extension: 'png',
      });
      book.worksheets[1]?.addImage(id, 'G2:G4');
    },
    '图片、形状、批注或控件',
  ],
];
const valueAt = (book: ExcelJS.Workbook, sheet: number, cell: string): number =>
  Number(
    book.worksheets[sheet]?.getCell(cell).result ?? book.worksheets[sheet]?.getCell(cell).value,
  );
const format = (book: ExcelJS.Workbook, at: string, code: string) => {
  const cell = book.worksheets[1]?.getCell(at);
  if (cell) cell.numFmt = code;
};
const set = (book: ExcelJS.Workbook, sheet: number, cell: string, value: ExcelJS.CellValue) => {
  const found = book.worksheets[sheet]?.getCell(cell);
  if (found) found.value = value;
};
/** The text of a cell in two runs, the second in a font of its own. */
const inRuns = (book: ExcelJS.Workbook, at: string, font: Partial<ExcelJS.Font>) => {
  const text = String(book.worksheets[1]?.getCell(at).value);
  set(book, 1, at, { richText: [{ text: text.slice(0, 1) }, { font, text: text.slice(1) }] });
};
function hashCell(book: ExcelJS.Workbook): string {
  let place = '';
  book.worksheets[0]?.eachRow((row, number) => {
    if (/^[0-9a-f]{64}$/.test(row.getCell(2).text)) place = `B${number}`;
  });
  return place;
}

it.each([...changes, ...shownElse])(
  '%s that was changed is found',
  async (_, name, change, words) => {
    const { status, text } = await told(await altered(book(name), change));
    expect(status).toBe(200);
    expect(text).toContain('与系统导出时不一致');
    expect(text).toContain(words);
  },
);

it('a reading shown above a text is found, and one that is not shown is none', async () => {
  const withReading = (shown: string) =>
    rewritten(book('ventures'), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(
        /<c r="B3"([^>]*)t="inlineStr"([^>]*)><is>(.*?)<\/is>/,
        `<c r="B3"$1t="inlineStr"$2${shown}><is>$3<rPh sb="0" eb="1"><t>9999</t></rPh></is>`,
      ),
    );
  expect((await told(await withReading(' ph="1"'))).text).toContain('B3 单元格上方显示注音文字');
  expect((await told(await withReading(''))).text).toContain('与系统导出时完全一致');
});

it('bold and coloured parts of a text are a matter of taste', async () => {
  const changed = await altered(book('ventures'), (made) =>
    inRuns(made, 'B3', { bold: true, color: { argb: 'FFC00000' }, size: 14 }),
  );
  expect((await told(changed)).text).toContain('与系统导出时完全一致');
});

it('numbers that are rewritten as they are shown are found', async () => {
  const rounded = await rewritten(book('totals'), 'xl/workbook.xml', (xml) =>
    xml.replace('<calcPr ', '<calcPr fullPrecision="0" '),
  );
  expect((await told(rounded)).text).toContain('以显示精度为准');
});

it('rows above a frozen pane that was scrolled are found, which nobody can get to', async () => {
  const scrolled = await rewritten(book('totals'), 'xl/worksheets/sheet1.xml', (xml) =>
    xml.replace('<sheetView ', '<sheetView topLeftCell="A4" '),
  );
  expect((await told(scrolled)).text).toContain('窗格冻结在滚动之后');
});

it('a forger who computes the hash anew is found by the record', async () => {
  const { RowMarks } = await import('../../src/exports/row-marks.js');
  expect(new RowMarks([]).digest()).toHaveLength(64);
  const forged = await altered(book('totals'), (made) => {
    set(made, 1, 'G2', 5);
    set(made, 0, hashCell(made), new RowMarks([]).digest());
  });
  expect((await told(forged)).text).toContain('G2 单元格被改动');
  const other = await altered(book('totals'), (made) =>
    set(made, 0, 'A1', '导出文件 X20250101-0000ABCD'),
  );
  expect((await told(other)).text).toContain('系统没有这次导出的记录');
  const swapped = await altered(book('totals'), (made) =>
    set(
      made,
      0,
      'A1',
      String(made.worksheets[0]?.getCell('A1').value).replace(/X\S+/, numberOf('ventures')),
    ),
  );
  expect((await told(swapped)).text).toContain('与系统导出时不一致');
});
const numbers = new Map<string, string>();
const numberOf = (name: string): string => numbers.get(name) ?? '';
beforeAll(async () => {
  const { opened } = await import('./files.js');
  for (const [name, bytes] of books)
    numbers.set(
      name,
      String((await opened(bytes)).worksheets[0]?.getCell('A1').value).split(' ')[1] ?? '',
    );
});

it('a workbook larger than any proof is read, as far as what was added to it', async () => {
  const large = await altered(book('totals'), (made) => {
    const sheet = made.addWorksheet('附件');
    for (let row = 0; row < 900; row += 1) sheet.addRow([randomBytes(15_000).toString('hex')]);
  });
  expect(large.length).toBeGreaterThan(11 * 1024 * 1024);
  const { status, text } = await told(large);
  expect([status, text]).toEqual([200, expect.stringContaining('增加了工作表')]);
});

describe('what is no workbook of the system', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('编号,名称')],
    ['the beginning of a ZIP', Buffer.from('PK\u0003\u0004 broken')],
  ])('%s is refused', async (_, bytes) => {
    expect((await told(bytes)).status).toBe(422);
  });

  it('half a workbook, another’s, and one that would fill the memory are refused', async () => {
    const half = await told(book('totals').subarray(0, 900));
    expect([half.status, half.text]).toEqual([422, expect.stringContaining('不是可以读取的')]);
    const others = await altered(book('totals'), (made) => set(made, 0, 'A1', '报表'));
    expect((await told(others)).text).toContain('没有本系统的导出编号');
    const bomb = Buffer.from(book('totals'));
    bomb.writeUInt32LE(0xf000_0000, bomb.indexOf('PK\u0001\u0002', 0, 'latin1') + 24);
    expect((await told(bomb)).text).toContain('过大');
  });

  it('one that says it is smaller than it is, is none', async () => {
    const lying = Buffer.from(book('totals'));
    for (let at = 0; ; at += 1) {
      at = lying.indexOf('PK\u0001\u0002', at, 'latin1');
      if (at < 0) break;
      lying.writeUInt32LE(1, at + 24);
    }
    const { status, text } = await told(lying);
    expect([status, text]).toEqual([422, expect.stringContaining('不是可以读取的')]);
  });

  it('csv that is none of the system’s, or was altered, is refused, in either encoding', async () => {
    const csv = await fetchBytes(bureau, '/ventures.csv');
    const altered = Buffer.from(csv.toString('utf8').replace('海风', '海凤'));
    expect(altered.equals(csv)).toBe(false);
    const saved = Buffer.from(csv.toString('utf8').replaceAll('\r\n', '\n'));
    const gb = Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb]);
    for (const bytes of [altered, saved, gb]) {
      const { status, text } = await told(bytes);
      expect([status, text]).toEqual([422, expect.stringContaining('与系统导出过的文件都不相同')]);
    }
  });
});

describe('a csv of the system', () => {
  it.each(['/ventures.csv', '/reports/annual-report.csv?period=2024'])(
    '%s is known by its bytes, with who took it out',
    async (address) => {
      const { status, text } = await told(await fetchBytes(bureau, address));
      expect([status, text]).toEqual([200, expect.stringContaining('逐字节相同')]);
      const { number, hash } = await net.db.exportRecord.findFirstOrThrow({
        where: { format: 'csv' },
        orderBy: { at: 'desc' },
      });
      expect(text).toContain(number);
      expect(text).toContain(String(hash));
    },
  );
});

it('is open to who reads reports, with the token of the form', async () => {
  expect((await told(book('totals'), await signIn(net.base, 'auditor'))).status).toBe(200);
  expect((await told(book('totals'), await signIn(net.base, 'founder1'))).status).toBe(403);
  expect((await (await signIn(net.base, 'admin')).get('/reports/verify')).status).toBe(403);
  const body = new FormData();
  body.set('file', new Blob([new Uint8Array(book('totals'))]), 'a.xlsx');
  expect((await bureau.send('/reports/verify', { method: 'POST', body })).status).toBe(403);
  expect(
    (await new Client(net.base).send('/reports/verify', { method: 'POST', body })).status,
  ).toBe(401);
});

it('an export that broke off has nothing to be held against', async () => {
  const number = numberOf('report');
  await expect(
    net.db.exportRecord.update({ where: { number }, data: { rows: 1 } }),
  ).rejects.toThrow('never changed');
  await expect(net.db.exportRecord.delete({ where: { number } })).rejects.toThrow(
    'only ever added',
  );
  const { columns, cover, ...kept } = await net.db.exportRecord.findUniqueOrThrow({
    where: { number },
  });
  await net.db.exportRecord.create({
    data: {
      ...kept,
      number: 'X20250214-0000BEEF',
      hash: null,
      rows: null,
      checks: null,
      finishedAt: null,
      columns: columns as object,
      cover: cover as object,
      sums: [],
    },
  });
  const cut = await altered(book('report'), (made) =>
    set(made, 0, 'A1', '导出文件 X20250214-0000BEEF'),
  );
  expect((await told(cut)).text).toContain('这次导出没有完成');
});
