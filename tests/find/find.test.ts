import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Connection } from '../../src/database/connection.js';
import { transact } from '../../src/database/database.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { at, someVenture } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { Client, signedIn, type TestApp } from '../web/client.js';

let app: TestApp;
let as: (username: string) => Client;
beforeAll(async () => {
  app = await startParks();
  as = signedIn(app.base);
  await transact(app.db, (tx) =>
    logVentures(tx, at('2025-02-01'), [
      { ...someVenture(1), name: '长乐重阳糕点铺' },
      { ...someVenture(1), name: '海风手作' },
      { ...someVenture(1), name: '东极渔家乐（普陀）', phone: '0580-2281234' },
      { ...someVenture(2), name: '金塘海风合作社' },
    ]),
  );
});
afterAll(() => app.close());

type Suggested = { groups: { label: string; items: { title: string; href: string }[] }[] };

/** What is suggested, by groups. */
async function suggested(username: string, q: string): Promise<Record<string, string[]>> {
  const { status, text } = await as(username).get(`/find.json?${new URLSearchParams({ q })}`);
  expect(status).toBe(200);
  const { groups } = JSON.parse(text) as Suggested;
  return Object.fromEntries(
    groups.map(({ label, items }) => [label, items.map(({ title }) => title)]),
  );
}

describe('the box in the head of every page', () => {
  it.each([
    ['长乐', '长乐重阳糕点铺'],
    ['阳糕', '长乐重阳糕点铺'],
    ['changlechongyang', '长乐重阳糕点铺'],
    ['zhangle', '长乐重阳糕点铺'],
    ['zhongyang', '长乐重阳糕点铺'],
    ['clcyg', '长乐重阳糕点铺'],
    ['CLCYG', '长乐重阳糕点铺'],
    ['東極漁家', '东极渔家乐（普陀）'],
    ['渔家乐普陀', '东极渔家乐（普陀）'],
    ['东极 普陀', '东极渔家乐（普陀）'],
    ['2025-0005', '东极渔家乐（普陀）'],
    ['０００５', '东极渔家乐（普陀）'],
    ['v20250005', '东极渔家乐（普陀）'],
    ['0580 228 1234', '东极渔家乐（普陀）'],
    ['+86 580 2281234', '东极渔家乐（普陀）'],
    ['1234', '东极渔家乐（普陀）'],
  ])('finds by %s the venture %s', async (q, name) => {
    expect((await suggested('bureau', q)).创业主体).toContain(name);
  });
  it('puts a name before those that it is a part of', async () => {
    expect((await suggested('bureau', 'hfsz')).创业主体?.[0]).toBe('海风手作');
    expect((await suggested('bureau', '0003')).创业主体?.[0]).toBe('长乐重阳糕点铺');
  });

  it.each([
    ['海丰手作', '海风手作', '读音相同'],
    ['haifengshuozuo', '海风手作', '相差一个字'],
    ['长乐重阳点糕铺', '长乐重阳糕点铺', '相差一个字'],
    ['05802281235', '东极渔家乐（普陀）', '相差一个字'],
  ])('forgives one slip in %s, and says so', async (q, name, note) => {
    expect((await suggested('bureau', q)).创业主体).toEqual([name]);
    const { text } = await as('bureau').get(`/find?${new URLSearchParams({ q })}`);
    expect(text).toContain(name);
    expect(text).toContain(note);
  });

  it('groups what it finds: spaces, parks, policies and people too', async () => {
    expect((await suggested('bureau', '石屋一')).场地).toEqual(['P01-001 石屋一号']);
    expect((await suggested('bureau', 'jintang')).园区).toEqual(['P02 金塘创业园']);
    expect((await suggested('bureau', 'hyjcyy')).园区).toEqual(['P01 黄杨尖创业园']);
    expect((await suggested('bureau', 'chenhai')).人员?.length).toBeGreaterThan(3);
  });

  it.each([
    'Dongqiao Village Farmhouse, Workshop 3',
    'dongqiao farmhouse',
    'Dongqiao Village',
    'farmhouse workshop 3',
    'DongqiaoVillageFarmhouse',
  ])('finds by %s the space that is called so in English alone', async (q) => {
    const { id } = await app.db.space.findFirstOrThrow({ where: { number: 'P02-001' } });
    await app.db.space.update({
      where: { id },
      data: { name: '东桥村农房3号车间', village: '东桥村' },
    });
    expect(await suggested('bureau', q)).toEqual({ 场地: ['P02-001 东桥村农房3号车间'] });
  });

  it('finds what was changed a moment ago, and no longer by what it was called', async () => {
    const { id } = await app.db.space.findFirstOrThrow({ where: { number: 'P01-002' } });
    await app.db.space.update({ where: { id }, data: { name: '听潮小筑' } });
    expect((await suggested('bureau', '听潮')).场地).toEqual(['P01-002 听潮小筑']);
    expect(String((await suggested('bureau', '石屋二')).场地)).not.toContain('P01-002');
  });

  it('finds by what was indexed before while the machine takes no writes', async () => {
    const { id } = await app.db.space.findFirstOrThrow({ where: { number: 'P01-001' } });
    await app.db.space.update({ where: { id }, data: { village: '听涛村' } });
    const other = await Connection.open(path.join(app.config.dataDir, 'parks.db'), 'write');
    try {
      await other.run('BEGIN IMMEDIATE');
      expect((await suggested('bureau', '海风')).创业主体).toContain('海风手作');
      expect((await as('bureau').get('/find?q=海风')).text).toContain('海风手作');
      expect((await as('bureau').get('/waivers/queue?q=海风')).status).toBe(200);
    } finally {
      await other.run('ROLLBACK');
      await other.close();
    }
    expect((await suggested('bureau', '听涛')).场地).toHaveLength(1);
  });

  it('answers with a page without script, with the words kept and where there is more', async () => {
    const { status, text } = await as('park1').get('/find?q=%E6%B5%B7%E9%A3%8E');
    expect(status).toBe(200);
    expect(text).toContain('value="海风"');
    expect(text).toContain('<h2 id="found-0">创业主体</h2>');
    expect(text).not.toContain('金塘海风合作社');
    for (const q of [
      '',
      '   ',
      '"',
      "'; --",
      '%',
      '\u0000',
      '*',
      '😀😀',
      'a'.repeat(500),
      'AND OR NOT',
    ])
      expect([q, (await as('park1').get(`/find?${new URLSearchParams({ q })}`)).status]).toEqual([
        q,
        200,
      ]);
  });

  it('is for people who have signed in, and on every page of theirs', async () => {
    expect((await new Client(app.base).get('/find?q=a')).status).toBe(303);
    expect((await new Client(app.base).get('/parks')).text).not.toContain('data-look-up');
    expect((await as('park1').get('/parks')).text).toContain('data-look-up');
  });
});
