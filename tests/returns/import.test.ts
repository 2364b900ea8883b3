import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { makeSay } from '../../src/language/say.js';
import { headOf, sheetColumns } from '../../src/returns/headcount-sheet.js';
import { importCells } from '../../src/returns/import-cells.js';
import { readStamp, stampOf } from '../../src/returns/row-stamp.js';
import { step } from '../step.js';
import { Client } from '../web/client.js';
import { type Cast, fill, startReturns, submit } from './cast.js';
import { gb18030 } from './gb18030.js';

const month = '2025-01';
const href = `/returns/${month}/P01`;
let app: Cast;
let numbers: string[] = [];
async function begin(): Promise<void> {
  app = await startReturns();
  numbers = (await app.db.venture.findMany({ orderBy: { id: 'asc' } })).map((one) => one.number);
}
const end = () => app.close();

type Cells = (string | number | null)[][];
const cookieOf = (who: string) => ({
  cookie: [...app.as(who).cookies].map((pair) => pair.join('=')).join('; '),
});

/** The table as the park downloads it: its heads, and its rows by their heads. */
async function downloaded(address = href): Promise<Cells> {
  await app.as('park1').get(href);
  const answer = await fetch(`${app.base}${address}/headcounts.xlsx`, {
    headers: cookieOf('park1'),
  });
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
  return (sheets[0]?.rows ?? []) as Cells;
}

/** The same with cells typed over, by the row under the heads and the head. */
function typedOver(rows: Cells, changes: Record<string, string | number | null>): Cells {
  const copy = rows.map((row) => [...row]);
  for (const [place, value] of Object.entries(changes)) {
    const [row = '1', head = ''] = place.split(' ');
    const column = (copy[0] ?? []).indexOf(head);
    if (column < 0) throw new Error(head);
    const own = copy[Number(row)] ?? [];
    own[column] = value;
    copy[Number(row)] = own;
  }
  return copy;
}

const workbook = async (rows: Cells, more = {}) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: '月报', rows, ...more }] }));

async function send(bytes: Buffer, { who = 'park1', name = '月报.xlsx', address = href } = {}) {
  const body = new FormData();
  body.append('_token', await app.as(who).tokenOf(`${address}/import`));
  body.append('file', new Blob([new Uint8Array(bytes)]), name);
  const headers = { accept: 'text/html' };
  return app.as(who).send(`${address}/import`, { method: 'POST', body, headers });
}

const decoded = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');

/** The hidden cells of a preview, which confirming sends along. */
const fieldsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([cw]\.[^"]+)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [name, decoded(value)],
    ),
  );
const confirm = (fields: Record<string, string>, address = href, who = 'park1') =>
  app.as(who).post(`${address}/import/cells`, fields, { from: `${address}/import` });
const drafts = async (of = month) =>
  Object.fromEntries(
    (
      await app.db.returnCell.findMany({
        where: { monthlyReturn: { parkId: 1, month: of } },
        orderBy: { ventureId: 'asc' },
      })
    ).map(({ ventureId, headcount, graduates, evidence }) => [
      ventureId,
      [headcount, graduates, evidence],
    ]),
  );

describe('the table of a park’s month', () => {
  beforeAll(begin);
  afterAll(end);

  it('has a row for each venture, with last month’s level, and says of which month and park it is', async () => {
    const [heads, ...rows] = await downloaded();
    expect(heads?.slice(0, 6)).toEqual([
      ...['月份', '园区编号', '创业主体编号', '创业主体名称（不读取）'],
      ...['上月末人数（不读取）', '带动就业人数'],
    ]);
    expect(rows.map((row) => row.slice(0, 3))).toEqual(
      numbers.map((number) => [month, 'P01', number]),
    );
    expect(rows.map((row) => row[5])).toEqual(rows.map(() => null));
  });

  it('is for who fills the return in', async () => {
    for (const [who, status] of [
      ['putuo', 403],
      ['auditor', 403],
      ['founder1', 403],
      ['park2', 404],
      ['bureau', 200],
    ] as const)
      expect((await app.as(who).get(`${href}/import`)).status, who).toBe(status);
    expect((await new Client(app.base).get(`${href}/import`)).status).toBe(303);
    expect((await new Client(app.base).post(`${href}/import`, {})).status).toBe(401);
    expect((await app.as('park1').get('/returns/2025-02/P01/import')).status).toBe(404);
    expect((await app.as('park1').get('/returns/2025-01/P99/import')).status).toBe(404);
    expect((await confirm({ 'c.1.headcount': '1', 'w.1': '[]' }, href, 'putuo')).status).toBe(403);
  });
});

describe('a table that is filled in', () => {
  beforeEach(begin);
  afterEach(end);

  it('is shown, then kept; sent again it changes nothing, and what is taken out of it is taken out', async () => {
    await step(
      'is shown before anything is kept: which cell, what it was, what it would be',
      async () => {
        const rows = typedOver(await downloaded(), {
          '1 带动就业人数': 8,
          '1 高校毕业生': 0,
          '1 核实方式': '劳动合同',
          '2 带动就业人数': '１２',
        });
        const { status, text } = await send(await workbook(rows));
        expect(status).toBe(200);
        expect(text).toContain('2 家创业主体，4 格将改动');
        expect(text).toMatch(/<strong>8<\/strong> <span class="quiet small">原 空/);
        expect(await drafts()).toEqual({});
        const answer = await confirm(fieldsOf(text));
        expect([answer.status, answer.location]).toEqual([303, href]);
        expect(await drafts()).toEqual({
          1: [8, 0, 'contract'],
          2: [12, null, 'roster'],
        });
        const event = await app.db.historyEvent.findFirstOrThrow({
          where: { verb: 'monthly-return.imported' },
        });
        expect(event.detail).toEqual({ month, ventures: 2 });
        expect(
          (await app.as('bureau').get(`/history/monthly-return/${event.subjectId}`)).text,
        ).toContain('导入表格填报');
      },
    );

    await step('says what is there already: there is nothing to fill in', async () => {
      const { status, text } = await send(await workbook(await downloaded()));
      expect([status, text.includes('没有需要填入的')]).toEqual([200, true]);
      expect(await app.db.historyEvent.count({ where: { verb: 'monthly-return.imported' } })).toBe(
        1,
      );
    });

    await step(
      'blank is missing: a number taken out is taken out; a row left out is left alone',
      async () => {
        const rows = await downloaded();
        const out = typedOver(rows, { '2 带动就业人数': null });
        const text = (await send(await workbook([rows[0] ?? [], out[2] ?? []]))).text;
        expect(text).toContain('原 12');
        expect((await confirm(fieldsOf(text))).status).toBe(303);
        expect(await drafts()).toMatchObject({
          1: [8, 0, 'contract'],
          2: [null, null, 'roster'],
        });
      },
    );
  });

  it('may be text with commas, without the hidden column, in English', async () => {
    const { text: page } = await app.as('park1').get(`${href}/import?lang=en`);
    expect(page).toContain('Fill in the return of');
    const heads = sheetColumns.slice(0, -1).map((column) => headOf(column, makeSay('en')));
    await app.as('park1').get(`${href}/import?lang=zh`);
    const row = `${month},p01,${numbers[1]?.toLowerCase()},,,"1,100",,,,,,Contracts,`;
    const csv = `\ufeff${heads.join(',')}\r\n${row}\r\n`;
    const answer = await send(Buffer.from(csv), { name: 'a.csv' });
    expect(answer.status).toBe(200);
    expect(fieldsOf(answer.text)).toMatchObject({
      'c.2.headcount': '1100',
      'c.2.evidence': 'contract',
    });
  });

  it('may be saved as csv by Excel on a Chinese Windows, under heads in Chinese alone', async () => {
    const rows = (lang: 'zh' | 'en', evidence: string) => {
      const heads = sheetColumns.slice(0, -1).map((column) => headOf(column, makeSay(lang)));
      return `${heads.join(',')}\r\n${month},P01,${numbers[1]},,,15,,,,,,${evidence},\r\n`;
    };
    const answer = await send(gb18030(rows('zh', '劳动合同')), { name: 'a.csv' });
    expect(answer.status).toBe(200);
    expect(fieldsOf(answer.text)).toMatchObject({
      'c.2.headcount': '15',
      'c.2.evidence': 'contract',
    });
    const other = Buffer.from(`${rows('en', 'Contracts')}Müller`, 'latin1');
    const refused = await send(other, { name: 'a.csv' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('不是 csv 文本');
  });
});

describe('rows that are of no venture', () => {
  beforeAll(begin);
  afterAll(end);

  it.each<[string, Cells[number]]>([
    ['totals in the first column', ['合计', null, null, null, null, 999]],
    ['totals beside the name', [null, null, null, '合 计：', null, 999]],
    ['totals under the numbers', [month, 'P01', 'Total', null, null, 999]],
    ['a signature', ['填表人：张三', null, '审核人：李四']],
    ['a date below', ['2025年2月3日']],
  ])('%s are not read, and that is said', async (_, row) => {
    const rows = typedOver(await downloaded(), { '1 带动就业人数': 8 });
    const { status, text } = await send(await workbook([...rows, [], row]));
    expect(status).toBe(200);
    expect(text).toContain(`未读取：第 ${rows.length + 2} 行`);
    expect(text).toContain('1 家创业主体，1 格将改动');
  });

  /** The table with rows below it in which some columns hold formulas, as a program stored what they made. */
  async function dragged(made: Record<string, string | number>, rows: number): Promise<Buffer> {
    const typed = typedOver(await downloaded(), { '1 带动就业人数': 8 });
    const [heads = []] = typed;
    const below = Array.from({ length: rows }, (_, i) => typed.length + i);
    const cells = below.flatMap((row) =>
      Object.entries(made).map(([head, formulaResult]) => {
        const formula = { value: null, type: 'formula', formula: 'A2', formulaResult };
        return [`${row},${heads.indexOf(head)}`, formula] as const;
      }),
    );
    const rest = below.map(() => heads.map((_, i) => [month, 'P01'][i] ?? null));
    return workbook([...typed, ...rest], { cells: new Map(cells) });
  }

  it.each<[string, Record<string, string | number>]>([
    ['make 0 of nothing', { 创业主体编号: 0, 带动就业人数: 0, 高校毕业生: 0 }],
    ['make nothing of nothing', { 创业主体编号: '', 带动就业人数: '' }],
    ['number the rows', { 创业主体编号: 12, 带动就业人数: 0 }],
    ['count beside no number', { 带动就业人数: 0 }],
    [
      'find nothing',
      { 月份: '#N/A', 园区编号: '#N/A', 创业主体编号: '#N/A', 带动就业人数: '#REF!' },
    ],
  ])('formulas that were dragged on past the table are none where they %s', async (_, made) => {
    const { status, text } = await send(await dragged(made, 40));
    expect(status).toBe(200);
    expect(text).toContain('1 家创业主体，1 格将改动');
    expect(text).not.toContain('未读取');
  });

  it.each<[string, Record<string, string | number>, string]>([
    ['one that names a venture', { 创业主体编号: 'V2025-0001', 带动就业人数: 0 }, '创业主体编号'],
    ['one that names it in words', { 创业主体编号: '合计公司', 带动就业人数: 5 }, '创业主体编号'],
  ])('%s is refused by its row', async (_, made, head) => {
    const { status, text } = await send(await dragged(made, 1));
    expect(status).toBe(422);
    expect(text).toContain(`“${head}”：是公式`);
  });
});

describe('two people in the same return', () => {
  afterEach(end);

  beforeEach(async () => {
    await begin();
    const rows = typedOver(await downloaded(), {
      '1 带动就业人数': 8,
      '1 高校毕业生': 0,
      '1 核实方式': '劳动合同',
    });
    await confirm(fieldsOf((await send(await workbook(rows))).text));
  });

  it('a cell that somebody changed since the download shows both values, and one is chosen', async () => {
    const rows = typedOver(await downloaded(), { '1 带动就业人数': 9, '1 高校毕业生': 2 });
    await fill(app, month, { 1: 7 }, 'bureau');
    const { text } = await send(await workbook(rows));
    expect(text).toContain('1 格在您下载表格后被改动');
    expect(text).toContain('保留现有：7');
    expect(text).toContain('用表格中的：9');
    const fields = fieldsOf(text);
    expect(fields['c.1.headcount']).toBeUndefined();
    expect((await confirm({ ...fields, 'c.1.headcount': '7' })).status).toBe(303);
    expect((await drafts())[1]).toEqual([7, 2, 'contract']);
    expect((await confirm({ ...fields, 'c.1.headcount': '9', 'c.1.graduates': '2' })).status).toBe(
      303,
    );
    expect((await drafts())[1]).toEqual([9, 2, 'contract']);
  });

  it('a cell that the file leaves as it was keeps what the other typed', async () => {
    const rows = typedOver(await downloaded(), { '1 高校毕业生': 3 });
    await fill(app, month, { 1: 11 }, 'bureau');
    const { text } = await send(await workbook(rows));
    expect((await confirm(fieldsOf(text))).status).toBe(303);
    expect((await drafts())[1]).toEqual([11, 3, 'contract']);
  });

  it('one that is changed between the preview and confirming is a conflict: 409 in the grid, with both', async () => {
    const rows = typedOver(await downloaded(), { '1 带动就业人数': 20, '2 带动就业人数': 5 });
    const { text } = await send(await workbook(rows));
    await fill(app, month, { 1: 15 }, 'bureau');
    const answer = await confirm(fieldsOf(text));
    expect(answer.status).toBe(409);
    expect(answer.text).toMatch(/data-label="对方填写">15<[\s\S]*data-label="您填写">20</);
    expect((await drafts())[1]?.[0]).toBe(15);
    expect((await drafts())[2]?.[0]).toBe(5);
  });
});

describe('a table without a right stamp is read as it is typed', () => {
  beforeEach(begin);
  afterEach(end);

  const stamp = '下载时的内容（请勿改动）';
  /** The numbers of December as they were handed in, in its own table. */
  async function december(): Promise<Cells> {
    await fill(app, '2024-12', { 1: 31, 2: 12 });
    return downloaded('/returns/2024-12/P01');
  }

  it('last month’s with the month changed: every number in it is filled in, and none is a conflict', async () => {
    const rows = await december();
    const { text } = await send(
      await workbook(typedOver(rows, { '1 月份': month, '2 月份': month, '2 带动就业人数': 13 })),
    );
    expect(text).toContain('2 行没有本月、本园区的下载标记');
    expect(text).not.toContain('被改动，请选择');
    expect((await confirm(fieldsOf(text))).status).toBe(303);
    expect((await drafts())[1]?.[0]).toBe(31);
    expect((await drafts())[2]?.[0]).toBe(13);
  });

  it('over numbers that stand there already: each that differs is shown with what it was', async () => {
    const rows = await december();
    await fill(app, month, { 1: 31, 2: 40 }, 'bureau');
    const changes = { '1 月份': month, '2 月份': month, '1 高校毕业生': null };
    const { text } = await send(await workbook(typedOver(rows, changes)));
    expect(text).toContain('1 家创业主体，1 格将改动');
    expect(text).toMatch(/<strong>12<\/strong> <span class="quiet small">原 40/);
    expect(text).not.toContain('请选择保留哪一个');
  });

  it.each<[string, (text: string) => string]>([
    ['of another venture', (text) => text.replaceAll(numbers[0] as string, numbers[1] as string)],
    ['of another park', (text) => text.replaceAll('"P01"', '"P02"')],
    ['of another network', (text) => text.replace(/\["[^"]*"/, '["0"')],
    ['with other values', (text) => text.replace('["8","",', '["7","",')],
    ['of the form before', () => '["8","","","","","","self-reported",""]'],
    ['cut off', (text) => text.slice(0, 60)],
    ['of no form at all', () => '[]'],
  ])('a stamp %s says nothing: a blank takes nothing out', async (_, change) => {
    await fill(app, month, { 1: 8 });
    const rows = await downloaded();
    const column = (rows[0] ?? []).indexOf(stamp);
    const altered = typedOver(rows, {
      [`1 ${stamp}`]: change(String(rows[1]?.[column])),
      '1 带动就业人数': null,
      '1 高校毕业生': 0,
    });
    const { text } = await send(await workbook(altered));
    expect(text).toContain('1 行没有本月、本园区的下载标记');
    expect(fieldsOf(text)).toMatchObject({ 'c.1.graduates': '0' });
    expect(fieldsOf(text)['c.1.headcount']).toBeUndefined();
  });

  it('a stamp is right for its own network, park, month and venture alone', () => {
    const row = { network: 'n', park: 'P01', month, number: 'V2024-0001' };
    const values = ['8', '', '', '', '', '', 'contract', ''];
    const stamped = stampOf(row, values);
    expect(readStamp(stamped, row)).toEqual(values);
    const others = { network: 'm', park: 'P02', month: '2024-12', number: 'V2024-0002' };
    for (const [name, value] of Object.entries(others))
      expect(readStamp(stamped, Object.assign({}, row, { [name]: value })), name).toBeNull();
    expect(readStamp(stampOf(row, ['8']), row)).toBeNull();
  });

  it('rows that were sorted without their hidden column are read as typed', async () => {
    await fill(app, month, { 1: 8, 2: 9 });
    const rows = await downloaded();
    const column = (rows[0] ?? []).indexOf(stamp);
    const [first, second] = [rows[1]?.[column] ?? null, rows[2]?.[column] ?? null];
    const sorted = typedOver(rows, { [`1 ${stamp}`]: second, [`2 ${stamp}`]: first });
    const { text } = await send(await workbook(sorted));
    expect(text).toContain('2 行没有');
    expect(text).toContain('没有需要填入的');
  });
});

describe('the month in its column', () => {
  beforeAll(begin);
  afterAll(end);

  it.each<[string, string | number | Date]>([
    ['a day of it', new Date('2025-01-31')],
    ['the number of a day, in a cell of the general format', 45_688],
    ['as people write it', '2025年1月'],
  ])('may be %s', async (_, value) => {
    const rows = await downloaded();
    const altered = rows.map((row, i) => (i === 0 ? row : [value as string, ...row.slice(1)]));
    const bytes = await workbook(typedOver(altered, { '1 带动就业人数': 8 }));
    const { status, text } = await send(bytes);
    expect(status).toBe(200);
    expect(text).toContain('1 家创业主体，1 格将改动');
  });
});

describe('a table of a park’s own', () => {
  beforeEach(begin);
  afterEach(end);

  const names = async () =>
    (await app.db.venture.findMany({ orderBy: { id: 'asc' } })).map(({ name }) => name);
  const own = async () => {
    const [first, second] = await names();
    const rows: Cells = [
      ['定海某园区 2025 年 1 月用工情况'],
      [],
      ['序号', '企业名称', '在岗人数', '其中：大学生', '说明'],
      [1, first as string, '8人', '2人', '年后新招'],
      [2, second as string, 12, null, null],
      ['', '合计', 20, 2, null],
    ];
    const cover: Cells = [['填表说明'], ['每月 5 日前报']];
    const pages = [
      { name: '说明', rows: cover },
      { name: '一月', rows },
    ];
    return Buffer.from(await writeXlsx({ sheets: pages }));
  };
  /** What the form of a page of columns holds, as a browser sends it. */
  function formOf(text: string): Record<string, string> {
    const hidden = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
    const selects = [...text.matchAll(/<select id="([^"]+)"[\s\S]*?<\/select>/g)].map(
      ([select, name = '']) => [name, /value="([^"]*)" selected/.exec(select)?.[1] ?? ''],
    );
    return Object.fromEntries([
      ...hidden
        .filter(([, name = '']) => !name.startsWith('_'))
        .map(([, name = '', value = '']) => [name, decoded(value)]),
      ...selects,
    ]);
  }
  const choose = (fields: Record<string, string>, who = 'park1', to = 'columns') =>
    app.as(who).post(`${href}/import/${to}`, fields, { from: '/account' });

  it('is given its columns by hand, with a proposal, and the file is not sent again', async () => {
    const { status, text } = await send(await own());
    expect(status).toBe(200);
    expect(text).toContain('读取的是工作表“一月”，表头在第 3 行');
    const fields = formOf(text);
    expect(fields).toMatchObject({
      sheet: '一月',
      headRow: '3',
      'column-number': '1',
      'column-headcount': '2',
      'column-graduates': '3',
      'column-note': '4',
      'column-local': '',
    });
    const preview = await choose(fields);
    expect(preview.status).toBe(200);
    expect(preview.text).toContain('读取的是工作表“一月”，表头在第 3 行');
    expect(preview.text).toContain('未读取：第 6 行');
    expect(await drafts()).toEqual({});
    expect((await confirm(fieldsOf(preview.text))).status).toBe(303);
    expect(await drafts()).toMatchObject({ 1: [8, 2, 'roster'], 2: [12, null, 'roster'] });
  });

  it('reads a venture whose name begins like a row of sums', async () => {
    const { id } = await app.db.venture.findFirstOrThrow({ orderBy: { id: 'asc' } });
    await app.db.venture.update({ where: { id }, data: { name: 'Summit Studio' } });
    const preview = await choose(formOf((await send(await own())).text));
    expect(preview.text).toContain('未读取：第 6 行');
    expect((await confirm(fieldsOf(preview.text))).status).toBe(303);
    expect(await drafts()).toMatchObject({ 1: [8, 2, 'roster'] });
  });

  it('keeps the file and the choice where something is missing, chosen twice, or wrong in a row', async () => {
    const fields = formOf((await send(await own())).text);
    const missing = await choose({ ...fields, 'column-number': '' });
    expect(missing.status).toBe(422);
    expect(missing.text).toContain('href="#column-number"');
    expect(formOf(missing.text)).toMatchObject({ file: fields.file, 'column-headcount': '2' });
    const twice = await choose({ ...fields, 'column-graduates': '2' });
    expect([twice.status, twice.text.includes('这一列已选作其他项')]).toEqual([422, true]);
    const wrong = await choose({ ...fields, 'column-headcount': '1', 'column-number': '2' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('第 4 行“创业主体编号”：该园区月末没有这家');
    expect(formOf(wrong.text)).toMatchObject({ file: fields.file, 'column-headcount': '1' });
    expect(await drafts()).toEqual({});
  });

  it('may have its headings in another row or sheet', async () => {
    const fields = formOf((await send(await own())).text);
    const other = await choose({ ...fields, sheet: '说明', headRow: '1' }, 'park1', 'heads');
    expect(other.text).toContain('读取的是工作表“说明”，表头在第 1 行');
    const back = formOf(other.text);
    expect(back['column-number']).toBe('');
    const again = await choose({ ...back, sheet: '一月', headRow: '3' }, 'park1', 'heads');
    expect(formOf(again.text)).toMatchObject({ 'column-number': '1', headRow: '3' });
  });

  it('two ventures of one name are told apart by their numbers', async () => {
    const [first = ''] = await names();
    await app.db.venture.update({ where: { id: 2 }, data: { name: first } });
    const answer = await choose(formOf((await send(await own())).text));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('有几家同名的创业主体');
  });

  it('is for who fills the return in, and takes nothing but what its page sends', async () => {
    const fields = formOf((await send(await own())).text);
    expect((await choose(fields, 'putuo')).status).toBe(403);
    expect((await choose(fields, 'park2')).status).toBe(404);
    expect((await new Client(app.base).post(`${href}/import/columns`, {})).status).toBe(401);
    expect((await choose({ ...fields, file: '%' })).status).toBe(400);
    expect((await choose({ ...fields, 'column-note': '99' })).status).toBe(400);
    expect((await choose({ ...fields, file: 'AAAA' })).status).toBe(422);
  });
});

describe('a table that is wrong is told where, and nothing is kept', () => {
  beforeAll(begin);
  afterAll(end);

  const changed = async (changes: Record<string, string | number | null>) =>
    workbook(typedOver(await downloaded(), changes));
  type Wrong = [string, () => Promise<Buffer> | Buffer, string];
  it.each<Wrong>([
    ['nothing', () => Buffer.alloc(0), '不是 xlsx 工作簿'],
    ['too large', () => Buffer.alloc(4 * 1024 * 1024 + 1, 32), '超过 4 MB'],
    [
      'a heading twice',
      async () => {
        const rows = await downloaded();
        return workbook(rows.map((row, i) => [...row, i === 0 ? '带动就业人数' : 9]));
      },
      '表头“带动就业人数”出现了不止一次（F、O 列）',
    ],
    ['no rows', async () => workbook((await downloaded()).slice(0, 1)), '表头下面没有内容'],
    ['another month', () => changed({ '1 月份': '2024-12' }), '第 2 行“月份”：不是本月的表格'],
    ['another park', () => changed({ '2 园区编号': 'P02' }), '第 3 行“园区编号”：不是本园区的表格'],
    [
      'a venture of another park',
      () => changed({ '1 创业主体编号': 'V1999-0001' }),
      '第 2 行“创业主体编号”：该园区月末没有这家',
    ],
    [
      'a venture twice',
      () => changed({ '2 创业主体编号': numbers[0] as string }),
      '第 3 行“创业主体编号”：与前面的行重复',
    ],
    [
      'words for a number',
      () => changed({ '1 带动就业人数': '八人' }),
      '第 2 行“带动就业人数”：应为 0',
    ],
    ['half a person', () => changed({ '2 返乡人员': 1.5 }), '第 3 行“返乡人员”：应为 0'],
    ['less than nobody', () => changed({ '2 高校毕业生': -1 }), '第 3 行“高校毕业生”：应为 0'],
    [
      'unknown evidence',
      () => changed({ '1 核实方式': '听说' }),
      '第 2 行“核实方式”：请选择核实方式',
    ],
    [
      'merged cells',
      async () =>
        workbook(await downloaded(), {
          merges: [{ startRow: 1, startCol: 5, endRow: 2, endCol: 5 }],
        }),
      '第 2 行：有合并单元格',
    ],
    [
      'a formula',
      async () =>
        workbook(await downloaded(), {
          cells: new Map([['1,5', { value: 8, type: 'formula', formula: '3+5' }]]),
        }),
      '第 2 行“带动就业人数”：是公式',
    ],
    // It names another venture when it is worked out anew.
    ...['月份', '园区编号', '创业主体编号'].map(
      (head, column): Wrong => [
        `a formula for ${head}`,
        async () => {
          const rows = await downloaded();
          const value = String(rows[1]?.[column]);
          const cells = new Map([[`1,${column}`, { value, type: 'formula', formula: 'A9' }]]);
          return workbook(typedOver(rows, { '1 带动就业人数': 8 }), { cells });
        },
        `第 2 行“${head}”：是公式`,
      ],
    ),
    [
      'a number that is struck out',
      () => changed({ '1 带动就业人数': '1\u03365\u0336' }),
      '第 2 行“带动就业人数”：已被划去',
    ],
    [
      'a number of nobody',
      async () => workbook([...(await downloaded()), [month, 'P01', null, '合计公司', null, 7]]),
      '第 4 行“创业主体编号”：该园区月末没有这家',
    ],
  ])('%s', async (_, bytes, why) => {
    const before = await drafts();
    const answer = await send(await bytes());
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(why);
    expect(answer.text).toContain('href="#file"');
    expect(await drafts()).toEqual(before);
  });

  it('everything at once, each by its row and column', async () => {
    const { text } = await send(
      await changed({ '1 带动就业人数': '八', '1 高校毕业生': 'x', '2 月份': '2023-01' }),
    );
    expect(text).toContain('3 处有误，未填入任何内容');
    expect(text).toContain('第 3 行“月份”');
  });
});

describe('what binds the grid binds the file', () => {
  beforeEach(begin);
  afterEach(end);

  it('a closed month says so before anything is filled in', async () => {
    const closed = '2024-11';
    await app.db.closedMonth.create({
      data: { month: closed, closedAt: app.clock.now(), reason: '' },
    });
    const address = `/returns/${closed}/P01`;
    const rows = typedOver(await downloaded(address), { '1 带动就业人数': 30 });
    expect((await send(await workbook(rows), { address })).text).toContain('该月已锁定');
  });

  it('a return that was handed in takes no file any more, by the page or by the verb', async () => {
    await fill(app, month, { 1: 7, 2: 7 });
    await app.db.roster.deleteMany();
    await submit(app, month, await notesFor());
    expect((await app.as('park1').get(`${href}/import`)).status).toBe(409);
    await expect(
      transact(app.db, (tx) =>
        importCells(tx, app.by('park1'), { parkId: 1, month }, [
          { ventureId: 1, column: 'headcount', was: '7', value: 9 },
        ]),
      ),
    ).rejects.toMatchObject({ key: 'returns.grid.handed-in' });
    await expect(
      transact(app.db, (tx) => importCells(tx, app.by('park2'), { parkId: 1, month }, [])),
    ).rejects.toThrow();
  });
});

/** A note for every warning that the submission page asks about. */
async function notesFor(): Promise<Record<string, string>> {
  const { text } = await app.as('park1').get(`${href}/submission`);
  return Object.fromEntries(
    [...text.matchAll(/name="(note\.[^"]+)"/g)].map(([, name = '']) => [name, '已核实']),
  );
}
