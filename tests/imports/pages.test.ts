import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idle } from '../../src/imports/background.js';
import { presentMoved } from '../../src/imports/present-batch.js';
import { makeSay } from '../../src/language/say.js';
import { type People, startPeople } from '../people/cast.js';
import { gb18030 } from '../returns/gb18030.js';
import { type Client, signIn } from '../web/client.js';
import { csv, heads } from './world.js';

let app: People;
let park1: Client;
beforeEach(async () => {
  app = await startPeople();
  park1 = await signIn(app.base, 'park1');
});
afterEach(async () => {
  await idle();
  await app.close();
});

const list = csv(
  heads,
  '舟山听潮声学有限公司,公司,,霍听潮,13857200128,2025-01-14,,,11',
  '石里小铺,个体户,,杜石里,1385720,2025.1.9,,,1',
  '渔火夜市联盟,联盟,,万渔火,13857200133,2025.1.7,,,',
);

async function send(
  bytes: Buffer,
  { by = park1, name = '台账.csv', parkId = app.parkIds[0] } = {},
) {
  const body = new FormData();
  body.append('_token', await by.tokenOf('/imports/new'));
  body.append('parkId', String(parkId));
  body.append('file', new Blob([new Uint8Array(bytes)]), name);
  return by.send('/imports', { method: 'POST', body, headers: { accept: 'text/html' } });
}

/** Presses the button of a form on a page. */
async function press(href: string, action: string, fields: Record<string, string> = {}) {
  const { text } = await park1.get(href);
  const fingerprint = /name="fingerprint" value="(\w+)"/.exec(text)?.[1];
  return park1.post(action, fingerprint ? { fingerprint, ...fields } : fields, { from: href });
}

const batchIn = async (bytes = list): Promise<string> => (await send(bytes)).location ?? '';

describe('a list on the pages of imports', () => {
  it('is uploaded, shown, decided on, run, and taken back', async () => {
    const href = await batchIn();
    expect(href).toMatch(/^\/imports\/\d+$/);
    const shown = await park1.get(href);
    expect(shown.text).toContain('请填写 11 位手机号');
    expect(shown.text).toContain('“联盟”是哪一种类型');
    expect(shown.text).toContain('确认导入 1 行');
    expect(await app.db.venture.count()).toBe(0);
    const chosen = await press(`${href}/choices`, `${href}/choices`, { 'row-4': 'cooperative' });
    expect(chosen.location).toBe(href);
    expect((await park1.get(href)).text).toContain('确认导入 2 行');
    expect((await press(href, `${href}/run`)).location).toBe(href);
    expect(await app.db.venture.count()).toBe(2);
    expect((await park1.get('/imports')).text).toContain('台账.csv');
    const back = await park1.post(`${href}/taking-back`, { reason: '传错了文件' });
    expect(back.location).toBe(href);
    expect(await app.db.residency.count()).toBe(0);
    expect((await park1.get(href)).text).toContain('已撤回');
  });

  it('says in which unit money moves in the totals', () => {
    const moved = [
      { month: '2025-01', measure: 'ventures', amount: 1 },
      { month: '2025-01', measure: 'rent-forgone', amount: 123_450 },
    ] as const;
    const said = (lang: 'zh' | 'en') => presentMoved([...moved], { say: makeSay(lang), lang });
    expect(said('zh')).toEqual({
      heads: ['月份', '在园创业主体', '累计约定少收租金（元）'],
      rows: [['2025年1月', '+1', '+1,234.50']],
    });
    expect(said('en').heads).toEqual([
      'Month',
      'Ventures in the parks',
      'Rent forgone by agreement, yuan',
    ]);
  });

  it('asks for the legal form of a row that says none, and quotes nothing', async () => {
    const href = await batchIn(csv(heads, '渔火夜市,,,万渔火,13857200133,2025.1.7,,,'));
    const { text } = await park1.get(href);
    expect(text).toContain('没有写明类型');
    expect(text).not.toContain('“”');
  });

  it('leaves what was not run as a workbook with the reason beside each', async () => {
    const href = await batchIn();
    await press(href, `${href}/run`);
    const cookie = [...park1.cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(`${app.base}${href}/rest.xlsx`, { headers: { cookie } });
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
    const rows = (sheets[0]?.rows ?? []).map((row) => row.map(String));
    expect(rows.map(([name]) => name)).toEqual(['创业主体名称', '石里小铺', '渔火夜市联盟']);
    expect(rows[1]?.at(-1)).toContain('联系电话：');
    // Put right there, it is brought in again.
    const bytes = csv(heads, '石里小铺,个体户,,杜石里,13857200117,2025.1.9,,,1');
    const again = await batchIn(bytes);
    expect((await park1.get(again)).text).toContain('确认导入 1 行');
  });

  it('is mapped by hand where its headings are others, and the park is asked once', async () => {
    const own = csv(
      '谁家,干什么的,找谁,打哪个,几时来的',
      '石里竹编,个体户,万竹,13857200134,2025-01-08',
    );
    const asked = await send(own);
    expect([asked.status, asked.text.includes('各项内容在哪一列')]).toEqual([200, true]);
    const file = /name="file" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
    const carried = {
      file,
      parkId: String(app.parkIds[0]),
      name: '台账.csv',
      sheet: '',
      headRow: '1',
    };
    const columns = {
      'column-name': '0',
      'column-form': '1',
      'column-founder': '2',
      'column-phone': '3',
      'column-settledOn': '4',
    };
    const mapped = await park1.post(
      '/imports/columns',
      { ...carried, ...columns },
      { from: '/imports/new' },
    );
    expect(mapped.location).toMatch(/^\/imports\/\d+$/);
    expect((await park1.get(mapped.location ?? '')).text).toContain('确认导入 1 行');
    expect((await send(own)).location).toMatch(/^\/imports\/\d+$/);
  });

  it('is read with cells that were merged downwards, under a title and without the sum', async () => {
    const rows = [
      ['山海创业园台账'],
      [],
      heads.split(','),
      ['石里竹编', '个体户', null, '万竹', '13857200134', '2025.1.8', null, null, 0],
      ['石里剪纸', '个体户', null, '左剪', '13857200138', null, null, null, 2],
      ['合计', null, null, null, null, null, null, null, 2],
      ['填表人：'],
    ];
    const merges = [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 8 },
      { startRow: 3, startCol: 5, endRow: 4, endCol: 5 },
    ];
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: '台账', rows, merges }] }));
    const href = (await send(bytes, { name: '台账.xlsx' })).location ?? '';
    await press(href, `${href}/run`);
    const stays = await app.db.residency.findMany({ orderBy: { id: 'asc' } });
    expect(stays.map(({ beganOn }) => beganOn)).toEqual(['2025-01-08', '2025-01-08']);
  });

  it('is read in GB18030', async () => {
    expect((await send(gb18030(list.toString()))).location).toMatch(/^\/imports\/\d+$/);
  });

  it.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n')],
    ['nothing at all', Buffer.from('')],
    ['headings alone', csv(heads)],
    ['a broken workbook', Buffer.from('PK\x03\x04broken')],
  ])('refuses %s, and writes nothing', async (_, bytes) => {
    const answer = await send(bytes);
    expect(
      answer.status === 422 ||
        answer.text.includes('各项内容在哪一列') ||
        answer.text.includes('文件里没有内容'),
    ).toBe(true);
    expect(await app.db.importBatch.count()).toBe(0);
  });

  it('shows the plan again with 409 where a record has moved since it was shown', async () => {
    const [first, second] = [await batchIn(), await batchIn()];
    await press(first, `${first}/run`);
    const answer = await press(second, `${second}/run`);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('预演之后有记录发生了变化');
    expect(await app.db.venture.count()).toBe(1);
    // The same button pressed twice makes nothing twice.
    expect(
      (await press(first, `${first}/run`, { fingerprint: await fingerprintOf(first) })).location,
    ).toBe(first);
  });

  it('keeps what was typed where a reason is missing', async () => {
    const href = await batchIn();
    await press(href, `${href}/run`);
    const refused = await park1.post(`${href}/taking-back`, { reason: '' });
    expect([refused.status, await app.db.residency.count()]).toEqual([422, 1]);
  });
});

const fingerprintOf = async (href: string) =>
  (await app.db.importBatch.findUniqueOrThrow({ where: { id: Number(href.split('/').at(-1)) } }))
    .fingerprint;

describe('who brings lists in', () => {
  it.each([
    ['park2', 404],
    ['putuo', 403],
    ['auditor', 403],
    ['admin', 403],
    ['founder1', 403],
    ['bureau', 200],
  ])('%s sees a batch of P01 with %i', async (who, status) => {
    const href = await batchIn();
    const client = await signIn(app.base, who);
    expect((await client.get(href)).status).toBe(status);
    for (const act of ['run', 'choices', 'taking-back', 'resumption'])
      if (status !== 200) expect((await client.post(`${href}/${act}`)).status, act).toBe(status);
  });

  it('lets a manager bring none into another park', async () => {
    expect((await send(list, { parkId: app.parkIds[1] })).status).toBe(404);
    expect((await park1.get('/imports/999')).status).toBe(404);
    expect(await app.db.importBatch.count()).toBe(0);
  });
});
