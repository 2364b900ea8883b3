import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { dayInCell } from '../../src/files/day-in-cell.js';
import { Budget, type Limits, type RefusalReason, tableLimits } from '../../src/files/limits.js';
import { readTable, type TableSearch } from '../../src/files/read-table.js';
import { readTextTable } from '../../src/files/read-text-table.js';
import { sheetRows } from '../../src/files/sheet-rows.js';
import type { TableRow } from '../../src/files/table.js';
import { openWorkbook, type SheetTab } from '../../src/files/workbook.js';
import { wholeNumberOf } from '../../src/input/numbers.js';
import { gb18030 } from '../returns/gb18030.js';
import { book, data, text } from './archive.js';

const read = async (bytes: Buffer, some: Partial<Limits> = {}): Promise<TableRow[]> => {
  const limits = Object.assign({}, tableLimits, some);
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK')
    return readTextTable(bytes, new Budget(limits));
  const book = await openWorkbook(bytes, new Budget(limits));
  return sheetRows(book, book.tabs.find(({ isHidden }) => !isHidden) as SheetTab);
};
const search = (...heads: string[]): TableSearch => ({
  headings: heads.map((head) => ({ names: [head], isNeeded: true })),
  chosen: null,
});
/** Where the table with these headings was found, and what stands under them. */
const found = async (bytes: Buffer, ...heads: string[]) => {
  const { isFound, sheet, headRow, rows } = await readTable(bytes, tableLimits, search(...heads));
  return [isFound, sheet, headRow, rows.map(({ cells }) => cells.map(({ text }) => text))];
};
const texts = async (bytes: Buffer) =>
  (await read(bytes)).map(({ row, cells }) => [row, ...cells.map((cell) => cell.text)]);
const formulas = async (sheet: string) =>
  (await read(book({ sheet }))).map(({ cells }) => cells.map(({ isFormula }) => isFormula));
const rows = (count: number, cells: (row: number) => string) =>
  data(Array.from({ length: count }, (_, i) => `<row r="${i + 1}">${cells(i + 1)}</row>`).join(''));

describe('what a spreadsheet program writes is read as a person sees it', () => {
  it('rows that have only a style are none, and their numbers stay', async () => {
    const styled = Array.from(
      { length: 25_000 },
      (_, i) => `<row r="${i + 2}" ht="20" customHeight="1"><c r="A${i + 2}" s="1"/></row>`,
    );
    const sheet = data(
      `<row r="1">${text('A1', '姓名')}</row>${styled.join('')}<row r="1048576">${text('B1048576', '末')}</row>`,
    );
    expect(await texts(book({ sheet }))).toEqual([
      [1, '姓名'],
      [1_048_576, null, '末'],
    ]);
  });

  it('cells and rows that do not say where they are follow one another', async () => {
    const sheet = data('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>');
    expect(await texts(book({ sheet }))).toEqual([
      [1, '1', '2'],
      [2, '3'],
    ]);
  });

  it('rich text without how it is pronounced, and characters that XML cannot hold', async () => {
    const strings =
      '<sst><si><r><t>舟</t></r><rPh sb="0" eb="1"><t>zhou</t></rPh><r><t>山_x000D__x005F_x</t></r></si></sst>';
    const sheet = data('<row r="1"><c r="A1" t="s"><v>0</v></c></row>');
    expect(await texts(book({ sheet, strings }))).toEqual([[1, '舟山\r_x']]);
  });

  it('what is raised, lowered or struck out in a text as such, so that 48 with a footnote is no 481', async () => {
    const run = (own: string, text: string) => `<r><rPr>${own}</rPr><t>${text}</t></r>`;
    const [up, down, struck] = [
      '<vertAlign val="superscript"/>',
      '<vertAlign val="subscript"/>',
      '<strike/>',
    ];
    const texted = [
      `<r><t>48</t></r>${run(up, '1')}`,
      `${run('<b/><color rgb="FFFF0000"/>', '48')}`,
      `${run(struck, '48')}<r><t>50</t></r>`,
      `<r><t>4</t></r>${run(down, '8')}`,
      `${run('<strike val="0"/><vertAlign val="baseline"/>', '48')}`,
    ];
    const strings = `<sst>${texted.map((runs) => `<si>${runs}</si>`).join('')}</sst>`;
    const shared = texted.map((_, i) => `<c t="s"><v>${i}</v></c>`).join('');
    const inline = texted.map((runs) => `<c t="inlineStr"><is>${runs}</is></c>`).join('');
    const seen = ['48¹', '48', '4\u03368\u033650', '4₈', '48'];
    const sheet = data(`<row>${shared}</row><row>${inline}</row>`);
    expect(await texts(book({ sheet, strings }))).toEqual([
      [1, ...seen],
      [2, ...seen],
    ]);
    expect(seen.map((text) => wholeNumberOf(text, 'people'))).toEqual([null, 48, null, null, 48]);
  });

  it('what is struck out with the whole of its cell, a number too', async () => {
    const styles =
      '<fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>';
    const sheet = data(
      `<row r="1"><c r="A1"><v>48</v></c><c r="B1" s="1"><v>48</v></c><c r="C1" s="1" t="inlineStr"><is><t>舟山</t></is></c></row>`,
    );
    const seen = ['48', '4\u03368\u0336', '舟\u0336山\u0336'];
    expect(await texts(book({ sheet, styles }))).toEqual([[1, ...seen]]);
  });

  it('prefixed names, in either conformance', async () => {
    const part =
      '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await texts(book({ part }))).toEqual([[1, '5']]);
  });

  it('days as days, counted from 1904 too', async () => {
    const sheet = data(
      '<row r="1"><c r="A1" s="1"><v>44834</v></c><c r="B1"><v>44834</v></c></row>',
    );
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>';
    expect(await texts(book({ sheet, styles }))).toEqual([[1, '2022-09-30', '44834']]);
    const workbook =
      '<workbookPr date1904="1"/><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets>';
    expect(await texts(book({ sheet, styles, workbook }))).toEqual([[1, '2026-10-01', '44834']]);
  });

  it('formulas in every cell that one fills: dragged down, or of an array', async () => {
    expect(
      await formulas(
        data(
          '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c><c r="B1"><v>1</v></c></row>' +
            '<row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>',
        ),
      ),
    ).toEqual([[true, false], [true]]);
    expect(
      await formulas(
        data(
          '<row r="1"><c r="A1"><f t="array" ref="A1:B2">C1:D2</f><v>1</v></c><c r="B1"><v>1</v></c></row>' +
            '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>1</v></c><c r="C2"><v>1</v></c></row>',
        ),
      ),
    ).toEqual([
      [true, true],
      [true, true, false],
    ]);
  });

  it('the first sheet that is shown', async () => {
    const workbook =
      '<sheets><sheet name="甲" sheetId="2" state="veryHidden" r:id="rId9"/><sheet name="表" sheetId="1" r:id="rId1"/></sheets>';
    const rels = book({ sheet: data(`<row r="1">${text('A1', '看')}</row>`), workbook });
    await expect(read(rels)).rejects.toMatchObject({ reason: 'unreadable' });
    const both = workbook.replace('rId9', 'rId1');
    expect(
      (
        await readTable(
          book({ sheet: data(`<row>${text('A1', '看')}</row>`), workbook: both }),
          tableLimits,
          search('看'),
        )
      ).sheet,
    ).toBe('表');
  });

  it('rows with merged cells, those between the first and the last', async () => {
    const sheet = `${rows(5, (row) => text(`A${row}`, 'x'))}<mergeCells><mergeCell ref="A2:A3"/></mergeCells>`;
    expect((await read(book({ sheet }))).map(({ isMerged }) => isMerged)).toEqual([
      ...[false, true, true, false, false],
    ]);
  });

  it('csv with quoted line breaks, blank lines, commas at the end, in UTF-16, by lines of CR', async () => {
    expect(await texts(Buffer.from('\ufeff甲,"乙\n丙",,\r\n\r\n1,2\r\n'))).toEqual([
      [1, '甲', '乙\n丙'],
      [3, '1', '2'],
    ]);
    expect(await texts(Buffer.from('\ufeff甲,乙\r1,2\r', 'utf16le'))).toEqual([
      [1, '甲', '乙'],
      [2, '1', '2'],
    ]);
  });
});

/** A workbook with several sheets, each of rows of texts; a number is one. */
async function sheets(all: Record<string, (string | number | null)[][]>): Promise<Buffer> {
  const pages = Object.entries(all).map(([name, rows]) => ({ name, rows }));
  return Buffer.from(await writeXlsx({ sheets: pages }));
}

describe('the table is found wherever its headings stand', () => {
  const rows = [
    ['编号', '人数'],
    ['V1', 8],
  ];
  it('in the first sheet that has them, under a title and blank lines', async () => {
    const bytes = await sheets({
      说明: [['请填写第二张表'], ['编号是园区给的']],
      月报: [['舟山市某园区月报表'], [], ['填报人', '林某'], [], ...rows],
      存档: rows,
    });
    expect(await found(bytes, '编号', '人数')).toEqual([true, '月报', 5, [['V1', '8']]]);
  });

  it('beyond the rows that are looked at they are not looked for, and sheets keep their limits', async () => {
    const far = [...Array.from({ length: 60 }, (_, i) => [`第${i}行`]), ...rows];
    expect((await found(await sheets({ 表: far }), '编号', '人数'))[0]).toBe(false);
    const bytes = await sheets({ 甲: far.slice(0, 60), 乙: [...rows, ...far.slice(0, 58)] });
    const limits = Object.assign({}, tableLimits, { rows: 60 });
    const { sheet, rows: under } = await readTable(bytes, limits, search('编号', '人数'));
    expect([sheet, under.length]).toEqual(['乙', 59]);
  });

  it('with line breaks, spaces and full width in a heading', async () => {
    const bytes = await sheets({
      表: [
        ['编 号', '人数\n（Ａ）'],
        ['V1', 8],
      ],
    });
    expect(await found(bytes, '编号', '人数（A）')).toEqual([true, '表', 1, [['V1', '8']]]);
  });

  it('in text after `sep=;`, after blank lines, with semicolons or tabs', async () => {
    const under = [['V1', '1,048']];
    const csv = (text: string) => found(Buffer.from(text), '编号', '人数');
    expect(await csv('\ufeffsep=;\r\n编号;人数\r\nV1;1,048\r\n')).toEqual([true, '', 2, under]);
    expect(await csv('"sep=;"\n\n\n月报\n编号;人数\nV1;1,048')).toEqual([true, '', 5, under]);
    expect(await csv('编号;人数\nV1;1,048\n')).toEqual([true, '', 1, under]);
    expect(await csv('编号\t人数\nV1\t1,048\n')).toEqual([true, '', 1, under]);
    expect(await csv('编号,人数\nV1,"1,048"\n')).toEqual([true, '', 1, under]);
    expect(await found(gb18030('sep=;\r\n编号;人数\r\nV1;1,048\r\n'), '编号', '人数')).toEqual([
      ...[true, '', 2, under],
    ]);
  });

  it('else the likeliest sheet and row, or those that somebody chose', async () => {
    const bytes = await sheets({
      封面: [['月报']],
      名单: [['某园区员工名单'], ['企业', '姓名', '人数'], ['海风民宿', '林某', '8人']],
    });
    expect(await found(bytes, '编号', '人数')).toEqual([
      ...[false, '名单', 2, [['海风民宿', '林某', '8人']]],
    ]);
    const chosen = { sheet: '名单', row: 1 };
    const table = await readTable(bytes, tableLimits, { headings: [], chosen });
    expect([table.sheets, table.headRow, table.heads, table.rows.length]).toEqual([
      ...[['封面', '名单'], 1, ['某园区员工名单'], 2],
    ]);
    expect(table.firstRows[1]).toEqual({ row: 2, text: '企业　姓名　人数' });
  });
});

/** `dates.csv` of the shared cases: the day, and what a cell of the general format holds. */
describe('a day in a cell', () => {
  const cell = (text: string, isText: boolean) => ({ text, isText, isFormula: false });
  it.each([
    ['45352', false, false, { day: '2024-03-01' }],
    ['45352', false, true, { day: '2028-03-02' }],
    ['45352', true, false, { fault: 'none' }],
    ['20240301', false, false, { day: '2024-03-01' }],
    ['2024年3月1日', true, false, { day: '2024-03-01' }],
    ['24.3.1', true, false, { fault: 'century' }],
    ['24.3', false, false, { fault: 'none' }],
    ['45352.5', false, false, { fault: 'none' }],
    ['0', false, false, { fault: 'none' }],
    ['2025-02-29', true, false, { fault: 'none' }],
  ])('%s, text %s, from 1904 %s, is %o', (typed, isText, is1904, right) => {
    expect(dayInCell(cell(typed, isText), is1904)).toEqual(right);
  });
});

describe('each limit stops the reading', () => {
  const many = rows(30, (row) => text(`A${row}`, `第${row}行`) + text(`B${row}`, 'x'));
  const strings = `<sst>${'<si><t>文字</t></si>'.repeat(30)}</sst>`;
  const fonts = `<fonts>${'<font><sz val="11"/></font>'.repeat(30)}</fonts>`;
  const merges = '<mergeCells><mergeCell ref="A1:B9"/><mergeCell ref="A2:B9"/></mergeCells>';
  const whole = book({ sheet: many + merges, strings, styles: fonts });
  const csv = Buffer.from('a,b\n'.repeat(30));
  it.each<[keyof Limits, number, Buffer]>([
    ['entries', 5, whole],
    ['unpacked', 1000, whole],
    ['strings', 29, whole],
    ['stringBytes', 100, whole],
    ['rows', 28, whole],
    ['columns', 1, whole],
    ['cells', 59, whole],
    ['ranges', 1, whole],
    ['styles', 29, whole],
    ['text', 50, whole],
    ['rows', 28, csv],
    ['columns', 1, csv],
    ['cells', 59, csv],
    ['text', 59, csv],
  ])('%s of %i', async (limit, most, bytes) => {
    await expect(read(bytes, { [limit]: most })).rejects.toMatchObject({ reason: limit, most });
    expect(await read(bytes)).toHaveLength(30);
  });

  it.each<[string, string, RefusalReason]>([
    ['a row that comes twice', '<row r="2"/><row r="2"/>', 'unreadable'],
    ['rows out of order', '<row r="2"/><row r="1"/>', 'unreadable'],
    ['a row below the last', '<row r="1048577"/>', 'unreadable'],
    ['a cell that comes twice', '<row r="1"><c r="A1"/><c r="A1"/></row>', 'unreadable'],
    ['a cell of another row', '<row r="1"><c r="A2"/></row>', 'unreadable'],
    ['a cell beyond the last column', '<row r="1"><c r="XFE1"/></row>', 'unreadable'],
    ['no number', '<row r="1"><c r="A1"><v>1e999</v></c></row>', 'unreadable'],
    ['a text that is not there', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>', 'unreadable'],
    ['what does not end', '<row r="1">', 'unreadable'],
  ])('%s', async (_, sheet, reason) => {
    await expect(read(book({ sheet: data(sheet) }))).rejects.toMatchObject({ reason });
  });

  it('3.9 million fields of one letter, in one row and in many', async () => {
    const fields = Buffer.alloc(7_800_000, 'a,');
    await expect(read(fields)).rejects.toMatchObject({ reason: 'text' });
    const lines = Buffer.alloc(7_800_000, `${'a,'.repeat(250)}\n`);
    await expect(read(lines)).rejects.toMatchObject({ reason: 'cells' });
  });
});
