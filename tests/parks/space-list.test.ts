import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { addSpaces } from '../../src/parks/add-spaces.js';
import { at } from '../ledger/network.js';
import { plain, tables } from '../reports/reading.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { aSpace, startParks } from './cast.js';

let app: TestApp;
let bureau: Client;
let park1: Client;
beforeAll(async () => {
  app = await startParks();
  const { id } = await app.db.park.findFirstOrThrow({ where: { number: 'P01' } });
  await transact(app.db, (tx) =>
    addSpaces(tx, at('2025-02-01'), id, [
      aSpace({ name: '渔具仓库', area: 30_000, owner: '渔业队', marketRent: 900_000 }),
      aSpace({ name: '小卖部', area: 1_200, owner: '阿娟', marketRent: null }),
    ]),
  );
  [bureau, park1] = await Promise.all([signIn(app.base, 'bureau'), signIn(app.base, 'park1')]);
});
afterAll(() => app.close());

const names = async (query: string, client = park1) =>
  (tables((await client.get(`/parks/P01/spaces?${query}`)).text)[0]?.rows ?? []).map(
    ([, name]) => name,
  );

describe('the list of a park’s spaces', () => {
  it('is put in order by what a space is on the day, what is not known last', async () => {
    expect((await names('sort=area'))[0]).toBe('渔具仓库');
    expect((await names('sort=area&order=up'))[0]).toBe('小卖部');
    expect((await names('sort=rent'))[0]).toBe('渔具仓库');
    expect((await names('sort=rent')).at(-1)).toBe('小卖部');
    expect((await names('sort=rent&order=up')).at(-1)).toBe('小卖部');
    expect((await names('sort=state&order=down'))[0]).toBe('石屋一号');
  });

  it('is narrowed by what is typed, in pinyin and initials too, and by kind, each dropped by one press', async () => {
    for (const q of ['渔具', 'yuju', 'yjck', '渔业队', 'P01-004'])
      expect(await names(`q=${encodeURIComponent(q)}`), q).toEqual(['渔具仓库']);
    expect(await names('kind=stall')).toEqual(['渔市摊位']);
    expect(await names('kind=stall&q=ajuan')).toEqual([]);
    const { text } = await park1.get('/parks/P01/spaces?state=free&kind=stall&sort=area');
    expect(plain(text)).toContain('全部 1 空置 1 在租 0 超期占用 0');
    expect(text).toMatch(
      /<a href="\/parks\/P01\/spaces\?state(=|&#x3D;)free&amp;sort(=|&#x3D;)area"><span class="unseen">去掉条件 <\/span>类型：/,
    );
  });

  it('has views that stand above the list of their own park alone', async () => {
    const of = '/parks/P01/spaces?state=free&sort=area';
    expect((await bureau.post('/views', { of, name: '空置', parkId: '' })).location).toBe(of);
    const above = async (park: string) =>
      (await bureau.get(`/parks/${park}/spaces`)).text.includes(
        '>空置</a></li>\n    </ul>\n  </nav>\n  <details>',
      );
    expect(await above('P01')).toBe(true);
    expect(await above('P02')).toBe(false);
    expect(plain((await bureau.get('/views')).text)).toContain('空置 园区场地');
  });
});
