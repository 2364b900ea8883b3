import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { at } from '../ledger/network.js';
import { plain, tables } from '../reports/reading.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { startParks } from './cast.js';

/** The clock of the cast stands on 2025-02-14. P01 has two ventures since 2024-03-01, P02 none; both on 舟山本岛 since 2023. */
let app: TestApp;
let bureau: Client;
let park1: Client;
beforeEach(async () => {
  app = await startParks();
  bureau = await signIn(app.base, 'bureau');
  park1 = await signIn(app.base, 'park1');
});
afterEach(() => app.close());

const parkOf = (number: string) =>
  app.db.park.findUniqueOrThrow({ where: { number }, include: { earlier: true } });
async function edit(number: string, fields: Record<string, string>) {
  const { id: _, earlier: __, ...park } = await parkOf(number);
  const typed = Object.fromEntries(
    Object.entries(park).map(([name, value]) => [name, String(value ?? '')]),
  );
  return park1.post(`/parks/${number}/edit`, Object.assign(typed, fields));
}
const zhujiajian = { islandZh: '朱家尖岛', islandEn: 'Zhujiajian', mapX: '592', mapY: '772' };

/** The chart of the islands in a year, as its page and its image have it. */
async function islands(year: string) {
  const { text } = await bureau.get(`/reports/charts?period=${year}`);
  const table = tables(text).find(({ rows }) => rows.some(([name]) => name?.includes('岛')));
  const image = await bureau.get(`/reports/charts/islands.svg?period=${year}`);
  return { rows: table?.rows, image: image.text };
}
const close = (...months: string[]) =>
  transact(app.db, async (tx) => {
    for (const month of months) await markClosed(tx, at('2025-02-10'), { month, reason: '' });
  });

describe('the island of a park', () => {
  it('changes from a day on, and what was said of the days before stays', async () => {
    const [past, present] = [await islands('2024'), await islands('2025')];
    expect(past.rows).toEqual([['舟山本岛', '2']]);
    const changes = Object.assign({ changedOn: '2025-01-10' }, zhujiajian);
    expect((await edit('P01', changes)).status).toBe(303);
    expect(await islands('2024')).toEqual(past);
    expect((await islands('2025')).rows).toEqual([
      ['朱家尖岛', '2'],
      ['舟山本岛', '0'],
    ]);
    expect((await islands('2025')).image).not.toBe(present.image);
    expect((await parkOf('P01')).earlier).toMatchObject([
      { islandZh: '舟山本岛', mapX: 450, changedOn: '2025-01-10' },
    ]);
  });

  it('is from today where no day is said, and never rewrites a month that is over', async () => {
    await close('2024-03', '2024-12', '2025-01');
    const past = await islands('2024');
    expect((await edit('P01', zhujiajian)).status).toBe(303);
    expect(await islands('2024')).toEqual(past);
    expect((await parkOf('P01')).earlier).toMatchObject([{ changedOn: '2025-02-14' }]);
  });

  it('can be corrected for all days, with a reason; the history keeps old and new', async () => {
    const unsaid = await edit('P01', Object.assign({ since: 'corrected' }, zhujiajian));
    expect([unsaid.status, unsaid.text.includes('href="#changeReason"')]).toEqual([422, true]);
    expect(unsaid.text).toContain('value="朱家尖岛"');
    const said = Object.assign({ since: 'corrected', changeReason: '登记时选错' }, zhujiajian);
    expect((await edit('P01', said)).status).toBe(303);
    expect((await islands('2024')).rows?.[0]).toEqual(['朱家尖岛', '2']);
    expect((await parkOf('P01')).earlier).toEqual([]);
    const event = await app.db.historyEvent.findFirstOrThrow({ where: { verb: 'park.edited' } });
    const detail = { islandZh: ['舟山本岛', '朱家尖岛'] };
    expect(event).toMatchObject({ reason: '登记时选错', detail });
  });

  it('goes through the guard in a closed month, changed or corrected, and so does a place on the map', async () => {
    await close('2024-12');
    const corrected = { since: 'corrected', changeReason: '更正' };
    for (const changes of [zhujiajian, { mapX: '451' }])
      for (const since of [{ changedOn: '2024-12-17' }, { changedOn: '2024-06-01' }, corrected]) {
        const answer = await edit('P01', Object.assign({}, changes, since));
        expect([answer.status, answer.text.includes('href="#changedOn"')]).toEqual([422, true]);
      }
    expect(await parkOf('P01')).toMatchObject({ islandZh: '舟山本岛', earlier: [] });
    const open = Object.assign({ changedOn: '2025-01-01' }, zhujiajian);
    expect((await edit('P01', open)).status).toBe(303);
  });

  it.each([
    [{ changedOn: '2025-02-15' }, 'changedOn'],
    [{ changedOn: '2022-12-31' }, 'changedOn'],
    [{ changedOn: 'x' }, 'changedOn'],
    [{ since: 'x' }, 'since'],
  ])('%j is refused at its field and writes nothing', async (fields, field) => {
    const before = await parkOf('P01');
    const answer = await edit('P01', Object.assign({}, zhujiajian, fields));
    expect([answer.status, answer.text.includes(`href="#${field}"`)]).toEqual([422, true]);
    expect(await parkOf('P01')).toEqual(before);
  });
});

describe('name and operator', () => {
  const renamed = { nameZh: '黄杨尖青创园', nameEn: 'Huangyangjian Youth', operatorName: '新公司' };

  it('stay in what was said of earlier periods, closed ones too', async () => {
    await close('2024-12');
    const files = ['network', 'park:P01'].flatMap((scope) =>
      ['annual-report', 'park-evaluation'].map(
        (key) => `/reports/${key}.csv?period=2024&scope=${scope}`,
      ),
    );
    const read = () => Promise.all(files.map(async (file) => (await bureau.get(file)).text));
    const before = await read();
    expect(before.every((text) => text.includes('黄杨尖创业园'))).toBe(true);
    expect((await edit('P01', Object.assign({ changedOn: '2025-01-01' }, renamed))).status).toBe(
      303,
    );
    expect(await read()).toEqual(before);
  });

  it('are those of the day on the page of a day, and those of now without one', async () => {
    await edit('P01', Object.assign({ changedOn: '2025-01-01' }, renamed));
    const page = async (query: string) => plain((await bureau.get(`/parks/P01${query}`)).text);
    expect(await page('?asOf=2024-12-31')).toMatch(/黄杨尖创业园[\s\S]*山海运营公司/);
    expect(await page('')).toMatch(/黄杨尖青创园[\s\S]*新公司/);
    expect((await park1.get('/parks/P01/edit')).text).toContain('value="黄杨尖青创园"');
  });

  it('a second change from the same day stands in for the first, and none goes before the last', async () => {
    await edit('P01', { operatorName: '甲公司', changedOn: '2025-01-01' });
    const early = await edit('P01', { operatorName: '乙公司', changedOn: '2024-12-31' });
    expect([early.status, early.text.includes('现值自2025')]).toEqual([422, true]);
    expect((await edit('P01', { operatorName: '乙公司', changedOn: '2025-01-01' })).status).toBe(
      303,
    );
    expect((await parkOf('P01')).earlier).toMatchObject([{ operatorName: '山海运营公司' }]);
  });

  it('a phone and a description need no day', async () => {
    await close('2024-12');
    const changes = { phone: '0580-3000009', aboutZh: '新的介绍' };
    expect((await edit('P01', Object.assign({ changedOn: '2024-12-01' }, changes))).status).toBe(
      303,
    );
    expect((await parkOf('P01')).earlier).toEqual([]);
  });
});

it('the form says what has days, in both languages', async () => {
  expect((await park1.get('/parks/P01/edit')).text).toContain('自某日起变更');
  expect((await park1.get('/parks/P01/edit?lang=en')).text).toContain('A change from a day on');
});
