import { deflateRawSync } from 'node:zlib';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keysInUse } from '../../src/vault/keys-in-use.js';
import { someCitizen } from '../identities/numbers.js';
import { step } from '../step.js';
import { Client } from '../web/client.js';
import { type Cast, fill, startReturns } from './cast.js';
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
const head = ['创业主体编号', '姓名', '证件号码'];
const workbook = async (rows: Cells, name = '花名册') =>
  Buffer.from(await writeXlsx({ sheets: [{ name, rows }] }));
const send = async (
  bytes: Buffer,
  { who = 'park1', consent = 'yes', name = '花名册.xlsx' } = {},
) => {
  const body = new FormData();
  body.append('_token', await app.as(who).tokenOf(`${href}/roster`));
  if (consent) body.append('consent', consent);
  body.append('file', new Blob([new Uint8Array(bytes)]), name);
  const headers = { accept: 'text/html' };
  return app.as(who).send(`${href}/roster`, { method: 'POST', body, headers });
};
const kept = () => app.db.rosterPerson.findMany({ include: { roster: true } });
const person = (at: number, sequence: number, name = '王海') => [
  numbers[at] as string,
  name,
  someCitizen(sequence),
];

describe('a file of rosters', () => {
  beforeEach(begin);
  afterEach(end);

  it('starts from a template with the park’s ventures', async () => {
    await app.as('park1').get(href);
    const answer = await fetch(`${app.base}${href}/roster.xlsx`, {
      headers: { cookie: [...app.as('park1').cookies].map(([k, v]) => `${k}=${v}`).join('; ') },
    });
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
    expect(sheets[0]?.rows[0]).toEqual([
      '创业主体编号',
      '创业主体名称（不读取）',
      '姓名',
      '证件号码',
      '证件类型',
    ]);
    expect(sheets[0]?.rows.slice(1).map(([number]) => number)).toEqual(numbers);
  });

  it('needs the people’s consent, and the right to fill in', async () => {
    const bytes = await workbook([head, person(0, 1)]);
    const without = await send(bytes, { consent: '' });
    expect([without.status, without.text.includes('未取得本人同意的')]).toEqual([422, true]);
    expect((await send(bytes, { who: 'putuo' })).status).toBe(403);
    expect((await send(bytes, { who: 'park2' })).status).toBe(404);
    expect((await new Client(app.base).post(`${href}/roster`, {})).status).toBe(401);
    expect(await kept()).toEqual([]);
  });

  it('keeps neither name nor number: a keyed hash, the family name, the first and last character', async () => {
    const bytes = await workbook([head, person(0, 1), person(0, 2, '李潮'), person(1, 3)]);
    expect((await send(bytes)).status).toBe(303);
    const people = await kept();
    expect(people.map(({ nameMasked, masked }) => [nameMasked, masked.length])).toEqual(
      expect.arrayContaining([
        ['王*', 18],
        ['李*', 18],
      ]),
    );
    expect(JSON.stringify(people)).not.toContain(someCitizen(1));
    expect(JSON.stringify(people)).not.toContain('王海');
    expect(await keysInUse(app.db)).toContain(app.keys.lookup.id);
    const events = await app.db.historyEvent.findMany({ where: { verb: 'roster.uploaded' } });
    expect(events.map(({ detail }) => detail)).toEqual([
      { month, people: 2 },
      { month, people: 1 },
    ]);
  });

  it('takes text with commas, and puts a roster in place of the one before', async () => {
    expect((await send(await workbook([head, person(0, 1), person(1, 3)]))).status).toBe(303);
    const text = `\ufeff${head.join(',')}\r\n${person(0, 5).join(',')}\r\n`;
    expect((await send(Buffer.from(text), { name: '花名册.csv' })).status).toBe(303);
    expect((await kept()).filter(({ roster }) => roster.ventureId === 1)).toHaveLength(1);
    expect((await kept()).filter(({ roster }) => roster.ventureId === 2)).toHaveLength(1);
  });

  it('takes it in the encoding that Excel on a Chinese Windows saves it in, names as they are', async () => {
    const text = `${head.join(',')}\r\n${person(0, 5, '舒洁').join(',')}\r\n`;
    expect((await send(gb18030(text), { name: '花名册.csv' })).status).toBe(303);
    const [only] = (await kept()).filter(({ roster }) => roster.ventureId === 1);
    expect(only?.nameMasked).toBe('舒*');
  });
});

describe('a roster of a park’s own', () => {
  beforeEach(begin);
  afterEach(end);

  const own = async () => {
    const { name } = await app.db.venture.findUniqueOrThrow({ where: { id: 1 } });
    const rows: Cells = [
      ['员工花名册'],
      ['单位', '员工姓名', '身份证号', '部门'],
      [name, '王海', someCitizen(1), '前厅'],
      [numbers[1] as string, '李潮', someCitizen(2), '后厨'],
    ];
    return workbook(rows, '在职');
  };
  /** What the page of columns sends, as it is proposed. */
  const formOf = (text: string): Record<string, string> =>
    Object.fromEntries([
      ...[...text.matchAll(/<input type="hidden" name="([a-z]\w*)" value="([^"]*)">/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
      ...[...text.matchAll(/<select id="([^"]+)"[\s\S]*?<\/select>/g)].map(
        ([select, name = '']) => [name, /value="([^"]*)" selected/.exec(select)?.[1] ?? ''],
      ),
    ]);
  const choose = (fields: Record<string, string>, to = 'columns') =>
    app.as('park1').post(`${href}/roster/${to}`, fields, { from: '/account' });

  it('is given its columns by hand; then its page says which sheet and row were read', async () => {
    const { status, text } = await send(await own());
    expect([status, text.includes('读取的是工作表“在职”，表头在第 2 行')]).toEqual([200, true]);
    expect(text).not.toContain(someCitizen(1));
    expect(await kept()).toEqual([]);
    const fields = formOf(text);
    expect(fields).toMatchObject({
      'column-number': '0',
      'column-person': '1',
      'column-identity': '2',
      'column-kind': '',
    });
    expect((await choose(fields)).status).toBe(303);
    expect((await kept()).map(({ roster, nameMasked }) => [roster.ventureId, nameMasked])).toEqual(
      expect.arrayContaining([
        [1, '王*'],
        [2, '李*'],
      ]),
    );
    const page = (await app.as('park1').get(`${href}/roster`)).text;
    expect(page).toContain('读取的是工作表“在职”，表头在第 2 行');
  });

  it('comes back with the file and the choice where a row is wrong, and lists other columns', async () => {
    const fields = formOf((await send(await own())).text);
    const wrong = await choose({ ...fields, 'column-identity': '3' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('第 3 行');
    expect(formOf(wrong.text)).toMatchObject({ file: fields.file, 'column-identity': '3' });
    const other = await choose({ ...fields, headRow: '1' }, 'heads');
    expect(formOf(other.text)).toMatchObject({ file: fields.file, headRow: '1', consent: 'yes' });
    expect((await choose({ ...fields, consent: '' })).status).toBe(400);
    expect(await kept()).toEqual([]);
  });
});

describe('the template, filled in for one venture', () => {
  beforeEach(begin);
  afterEach(end);

  it('takes that one, and passes over the lines of the others', async () => {
    const rows = [head, [numbers[0] as string, '王海', someCitizen(9)], [numbers[1] as string]];
    expect((await send(await workbook(rows))).status).toBe(303);
    const nobody = await send(
      await workbook([head, [numbers[0] as string], [numbers[1] as string]]),
    );
    expect([nobody.status, nobody.text.includes('表头下面没有人员')]).toEqual([422, true]);
    const signed = [
      head,
      [numbers[0] as string, '王海', someCitizen(9)],
      ['合计', '1人', null],
      [null, '合 计：', '1人'],
      ['填表人：张三', '审核人：李四', null],
    ];
    expect((await send(await workbook(signed))).status).toBe(303);
    expect(await kept()).toHaveLength(1);
    const unnamed = await send(await workbook([head, [numbers[0] as string, '', someCitizen(9)]]));
    expect(unnamed.status).toBe(422);
  });

  it('takes formulas that were dragged on past the list for nobody', async () => {
    const made = (value: string | number) => ({
      value: null,
      type: 'formula' as const,
      formula: 'B9',
      formulaResult: value,
    });
    const cells = new Map(
      Array.from({ length: 60 }, (_, i) =>
        head.map((_, column) => [`${i + 2},${column}`, made(i % 2 ? 0 : '#N/A')] as const),
      ).flat(),
    );
    const rows: Cells = [
      head,
      person(0, 9),
      ...Array.from({ length: 60 }, () => [null, null, null]),
    ];
    const bytes = await writeXlsx({ sheets: [{ name: '花名册', rows, cells }] });
    expect((await send(Buffer.from(bytes))).status).toBe(303);
    expect(await kept()).toHaveLength(1);
  });
});

describe('what a roster is held against', () => {
  beforeEach(begin);
  afterEach(end);

  it('is shown beside what was filled in, gross and net, and can be removed', async () => {
    await step(
      'another number than was filled in, and a person in two rosters, are warnings',
      async () => {
        await fill(app, month, { 1: 3, 2: 1 });
        await send(await workbook([head, person(0, 7), person(0, 8), person(1, 7, '王海')]));
        const { text } = await app.as('park1').get(`${href}/submission`);
        expect(text).toContain('花名册 2 人，填报 3 人，不一致');
        expect(text).toContain(`花名册中 1 人同时在其他创业主体（${numbers[1]}）`);
        const none = await app
          .as('park1')
          .post(`${href}/submission`, {}, { from: `${href}/submission` });
        expect(none.status).toBe(422);
      },
    );

    await step('gross and net are shown, down to who is counted twice', async () => {
      const { text } = await app.as('bureau').get(`/returns/${month}/evidence`);
      const facts = [...text.matchAll(/<dt>([^<]+)<\/dt><dd>(\d+)<\/dd>/g)].map(([, , n]) =>
        Number(n),
      );
      expect(facts).toEqual([2, 3, 2, 1]);
      expect(text).toMatch(/王\* 3\*+\d: <a href="\/ventures\/V/);
      expect(text).not.toContain(someCitizen(7));
    });

    await step('can be removed', async () => {
      const path = `${href}/roster/${numbers[1]}/removal`;
      expect((await app.as('park1').get(path)).status).toBe(200);
      expect((await app.as('putuo').get(path)).status).toBe(403);
      expect((await app.as('putuo').post(path)).status).toBe(403);
      expect((await app.as('park1').post(path, {}, { from: `${href}/roster` })).status).toBe(303);
      expect((await app.as('park1').post(path, {}, { from: `${href}/roster` })).status).toBe(409);
      expect((await app.as('bureau').get(`/returns/${month}/evidence`)).text).not.toContain('王*');
    });
  });
});

/** A zip of one entry that unpacks to so many zeros. */
function bomb(megabytes: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024));
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const fields = (signature: number, more: number) => {
    const bytes = Buffer.alloc(more);
    bytes.writeUInt32LE(signature);
    return bytes;
  };
  const local = fields(0x04034b50, 30);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(100, 22); // it says that it is small
  local.writeUInt16LE(name.length, 26);
  const central = fields(0x02014b50, 46);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(100, 24);
  central.writeUInt16LE(name.length, 28);
  const end = fields(0x06054b50, 22);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}

describe('a file from hell is told what is wrong with it', () => {
  beforeAll(begin);
  afterAll(end);

  const far = async () => {
    const rows: Cells = Array.from({ length: 20_003 }, () => ['V1', '王', 'x']);
    return workbook([head, ...rows]);
  };
  const formula = async () =>
    Buffer.from(
      await writeXlsx({
        sheets: [
          {
            name: '花名册',
            rows: [head, [numbers[0] as string, '王海', null]],
            cells: new Map([
              ['1,2', { value: someCitizen(9), type: 'formula', formula: 'A2&"1"' }],
            ]),
          },
        ],
      }),
    );
  /** A person whose cell is worked out, as it stands in the file. */
  const formulaAt = async (place: string) => {
    const value = person(0, 1)[Number(place.split(',')[1])] as string;
    const cells = new Map([[place, { value, type: 'formula' as const, formula: 'A9' }]]);
    return Buffer.from(
      await writeXlsx({ sheets: [{ name: '花名册', rows: [head, person(0, 1)], cells }] }),
    );
  };
  const csv = (row: string[]) => Buffer.from(`${head.join(',')}\n${row.join(',')}\n`);
  const strike = (text: string) => text.replace(/./gu, '$&\u0336');

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['empty', () => Buffer.alloc(0), '不是 xlsx 工作簿'],
    ['a picture', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2]), '不是 xlsx 工作簿'],
    [
      'half a zip',
      async () => (await workbook([head, person(0, 1)])).subarray(0, 600),
      '不是 xlsx 工作簿',
    ],
    ['a zip that is no workbook', () => bomb(1), '不是 xlsx 工作簿'],
    ['a bomb that lies about its size', () => bomb(60), '展开后过大'],
    ['too large', () => Buffer.alloc(4 * 1024 * 1024 + 1, 32), '超过 4 MB'],
    [
      'a heading twice',
      () =>
        workbook([
          [...head, '姓名'],
          [...person(0, 1), '李潮'],
        ]),
      '表头“姓名”出现了不止一次（B、D 列）',
    ],
    ['no rows', () => workbook([head]), '表头下面没有人员'],
    ['20,003 rows', far, '超过 20000 行'],
    ['a formula', formula, '第 2 行：有公式'],
    ['a formula for whose row it is', () => formulaAt('1,0'), '第 2 行：有公式'],
    ['a formula for a name', () => formulaAt('1,1'), '第 2 行：有公式'],
    [
      'somebody who is struck out',
      () => csv([numbers[0] as string, strike('王海'), strike(someCitizen(1))]),
      '第 2 行：已被划去',
    ],
    [
      'a number',
      () => workbook([head, [numbers[0] as string, '王海', 330902199001011]]),
      '第 2 行：证件号码是数值',
    ],
    [
      'a wrong number',
      () => workbook([head, person(0, 1), [numbers[0] as string, '王海', '330902199001010000']]),
      '第 3 行：号码被表格软件按数值改写',
    ],
    [
      'a venture of another park',
      () => workbook([head, ['V1999-0001', '王海', someCitizen(1)]]),
      '没有这家创业主体',
    ],
    ['somebody twice', () => workbook([head, person(0, 1), person(0, 1)]), '同一家重复出现同一人'],
    ['nobody', () => workbook([head, [numbers[0] as string, null, someCitizen(1)]]), '没有姓名'],
  ])('%s', async (_, bytes, why) => {
    const before = await app.db.rosterPerson.count();
    const answer = await send(await bytes());
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(why.replace('20000', '20,000'));
    expect(await app.db.rosterPerson.count()).toBe(before);
  });
});
