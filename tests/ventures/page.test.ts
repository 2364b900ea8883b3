import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { at } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { Client, signIn, type TestApp } from '../web/client.js';

let app: TestApp;
let address = '';
let unnamed = '';
beforeAll(async () => {
  app = await startParks();
  const ventures = await app.db.venture.findMany({ orderBy: { id: 'asc' } });
  [address = '', unnamed = ''] = ventures.map((venture) => `/ventures/${venture.number}`);
});
afterAll(() => app.close());

it('shows profile, people, residencies, tenancies and headcounts', async () => {
  const { text } = await (await signIn(app.base, 'park1')).get(address);
  for (const told of [
    '海风民宿',
    '未登记团队',
    '陈海',
    '黄杨尖创业园',
    '2024年3月1日',
    'P01-001 石屋一号',
    '80.5 ㎡',
    '免租',
    '2024年12月',
    '7',
  ]) {
    expect(text).toContain(told);
  }
  expect(text).toContain(`${address}/edit`);
  expect(text).toContain(`${address}/returns/2025-01`);
});

it('speaks English when asked', async () => {
  const { text } = await (await signIn(app.base, 'park1')).get(`${address}?lang=en`);
  for (const told of [
    'Team, not yet registered',
    'Huangyangjian Park',
    '1 March 2024',
    'Rent-free',
  ]) {
    expect(text).toContain(told);
  }
});

it('draws the headcounts: the levels of the ledger, those carried forward too', async () => {
  const client = await signIn(app.base, 'park1');
  const chart = await client.get(`${address}/headcounts.svg`);
  expect(chart.status).toBe(200);
  expect(chart.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
  expect(chart.headers.get('cache-control')).toContain('private');
  expect(chart.text).toContain('<svg');
  const { text } = await client.get(address);
  expect(text).toMatch(
    /2025年1月<\/th>\s*<td class="numeric">7<\/td>\s*<td class="nowrap">沿用上次/,
  );
  expect(text).toMatch(
    /2024年12月<\/th>\s*<td class="numeric">7<\/td>\s*<td class="nowrap">已报送/,
  );
  expect(text).toMatch(
    /2024年11月<\/th>\s*<td class="numeric">—<\/td>\s*<td class="nowrap">未报送/,
  );
});

it('leads from a headcount back to the total of the park that it is part of', async () => {
  const total = '/totals?measure=jobs&scope=park:P01&asOf=2024-12-31';
  for (const who of ['park1', 'bureau', 'auditor']) {
    const client = await signIn(app.base, who);
    const { text } = await client.get(address);
    const links = text.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
    expect(links, who).toContain(`href="${total}"`);
    expect((await client.get(total)).text, who).toContain(`href="${address}"`);
  }
});

it('another park and a wrong number get 404, nobody is led to the sign-in', async () => {
  const park2 = await signIn(app.base, 'park2');
  for (const path of [
    address,
    `${address}/headcounts.svg`,
    '/ventures/V1999-0001',
    '/ventures/%F0%9F',
    "/ventures/'",
  ]) {
    expect([400, 404]).toContain((await park2.get(path)).status);
  }
  expect((await new Client(app.base).get(address)).status).toBe(303);
  expect((await (await signIn(app.base, 'admin')).get(address)).status).toBe(404);
});

it('who only reads sees no act, and a park that a venture left sees its past but no phone', async () => {
  const putuo = await (await signIn(app.base, 'putuo')).get(unnamed);
  expect(putuo.text).toContain('13000000000');
  expect(putuo.text).not.toContain(`${unnamed}/edit`);
  await transact(app.db, (tx) =>
    moveVenture(tx, at('2025-02-10'), {
      ventureId: 2,
      toParkId: 2,
      movedOn: '2025-02-05',
      note: '搬到码头',
    }),
  );
  const before = await (await signIn(app.base, 'park1')).get(unnamed);
  expect(before.status).toBe(200);
  expect(before.text).toContain('搬到码头');
  expect(before.text).not.toContain('13000000000');
  expect(before.text).not.toContain(`${unnamed}/edit`);
  const now = await (await signIn(app.base, 'park2')).get(unnamed);
  expect(now.text).toContain('13000000000');
  expect(now.text).toContain(`${unnamed}/move`);
});
