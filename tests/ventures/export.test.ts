import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { at, someVenture } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { someCode, typedVenture } from './fields.js';

const rare = '䶮𫖮𬱖𰻞';
const code = someCode(20);
const heads = [
  '编号',
  '名称',
  '园区编号',
  '园区名称',
  '县区',
  '状态',
  '入驻日期',
  '出园日期',
  '出园原因',
  '登记类型',
  '统一社会信用代码',
  '行业门类代码',
  '行业',
  '业态',
  '注册日期',
  '创业者',
  '创业者类别',
  '联系电话',
  '带动就业人数',
  '数据截至',
];

let app: TestApp;
let park1: Client;
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  const answer = await park1.post('/ventures/new', {
    ...typedVenture({ name: rare, legalForm: 'firm', creditCode: code, phone: '13912345678' }),
    'founders.0.name': '𬱖䶮',
    about: '𰻞'.repeat(500),
    settledOn: '2025-01-10',
  });
  if (answer.status !== 303) throw new Error(answer.text);
  await park1.post('/ventures/new', typedVenture({ name: '=HYPERLINK("http://x")' }));
});
afterEach(() => app.close());

async function csv(query = '', client = park1): Promise<string[][]> {
  const answer = await client.get(`/ventures.csv${query}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const lines = answer.text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');
  return lines.map((line) => line.split(','));
}

async function sheet(query = '', client = park1): Promise<ExcelJS.Worksheet> {
  const response = await fetch(`${app.base}/ventures.xlsx${query}`, {
    headers: { cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  expect(response.status).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  return workbook.worksheets[1] as ExcelJS.Worksheet;
}

const cells = (row: ExcelJS.Row) => heads.map((_, index) => row.getCell(index + 1).value);

it('both files have the documented columns, and say the same', async () => {
  const lines = await csv('?order=up');
  expect(lines[0]).toEqual(heads);
  const book = await sheet('?order=up');
  expect(cells(book.getRow(1))).toEqual(heads);
  // Below the rows stands their sum.
  expect(book.rowCount).toBe(lines.length + 1);
  const text = cells(book.getRow(2)).map((value) =>
    value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? ''),
  );
  expect(text).toEqual(lines[1]);
});

it('tells a venture as it stands: park, days, kinds and jobs', async () => {
  const [, first] = await csv('?order=up');
  expect(first?.slice(1)).toEqual([
    ...['海风民宿', 'P01', '黄杨尖创业园', '普陀区', '在园', '2024-03-01', '', ''],
    ...['未登记团队', '', 'H', '住宿和餐饮业', '民宿', '', '陈海', '', '', '7', '2025-02-14'],
  ]);
});

describe('rare characters survive form, database, search, CSV and workbook byte for byte', () => {
  it('in the database and the search', async () => {
    const venture = await app.db.venture.findFirstOrThrow({ where: { creditCode: code } });
    expect(venture.name).toBe(rare);
    expect(venture.about).toBe('𰻞'.repeat(500));
    for (const character of rare) {
      const { text } = await park1.get(`/ventures?q=${encodeURIComponent(character)}`);
      expect(text).toContain(`>${rare}</a>`);
    }
  });

  it('in CSV and workbook, with the code and the phone as text', async () => {
    const query = `?q=${encodeURIComponent('𰻞')}`;
    const [, line] = await csv(query);
    expect([line?.[1], line?.[10], line?.[15], line?.[17]]).toEqual([
      rare,
      code,
      '𬱖䶮',
      '13912345678',
    ]);
    const row = (await sheet(query)).getRow(2);
    expect(row.getCell(2).value).toBe(rare);
    expect([row.getCell(11).type, row.getCell(11).value]).toEqual([ExcelJS.ValueType.String, code]);
    expect([row.getCell(18).type, row.getCell(18).value]).toEqual([
      ExcelJS.ValueType.String,
      '13912345678',
    ]);
  });
});

it('a name that starts like a formula stays text', async () => {
  const answer = await park1.get('/ventures.csv?q=hyperlink');
  expect(answer.text).toContain(`"'=HYPERLINK(""http://x"")"`);
  const row = (await sheet('?q=hyperlink')).getRow(2);
  expect(row.getCell(2).type).toBe(ExcelJS.ValueType.String);
  expect(row.getCell(2).value).toBe('=HYPERLINK("http://x")');
});

it('has the filter and the scope of the list, and only phones that its reader may see', async () => {
  expect(await csv('?form=firm')).toHaveLength(2);
  expect(await csv('?status=ended')).toHaveLength(1);
  expect(await csv('', await signIn(app.base, 'park2'))).toHaveLength(1);
  const auditor = await csv('?form=firm', await signIn(app.base, 'auditor'));
  expect(auditor[1]?.[17]).toBe('13912345678');
});

it('a venture that left has its reason and no jobs', async () => {
  await transact(app.db, (tx) =>
    endResidency(tx, at('2025-02-10'), {
      ventureId: 2,
      endedOn: '2025-02-01',
      reason: 'graduated',
      note: '',
      setsAsideReturns: false,
    }),
  );
  const [, line] = await csv('?status=ended');
  expect(line?.slice(5, 9)).toEqual(['已出园', '2024-03-01', '2025-02-01', '毕业出园']);
  expect(line?.[18]).toBe('');
  const [, before] = await csv('?q=bujuming&asOf=2025-01-31');
  expect([before?.[5], before?.[18]]).toEqual(['在园', '7']);
});

it('records who took what, before the first row goes', async () => {
  await csv('?form=firm');
  const event = await app.db.historyEvent.findFirstOrThrow({
    where: { verb: 'ventures.exported' },
    orderBy: { id: 'desc' },
  });
  const { id } = await app.db.account.findUniqueOrThrow({ where: { username: 'park1' } });
  expect(event.actorId).toBe(id);
  expect(event.detail).toMatchObject({ format: 'csv', rows: 1, filter: { form: 'firm' } });
});

it('goes on over many batches, each venture once', async () => {
  await transact(app.db, (tx) =>
    logVentures(
      tx,
      at('2025-02-01'),
      Array.from({ length: 1203 }, () => someVenture(2)),
    ),
  );
  const [, ...lines] = await csv('?park=P02', await signIn(app.base, 'bureau'));
  expect(lines).toHaveLength(1203);
  expect(new Set(lines.map((line) => line[0])).size).toBe(1203);
});

it('speaks English when asked', async () => {
  const answer = await park1.get('/ventures.csv?lang=en');
  expect(answer.text).toContain('Number,Name,Park number');
});
