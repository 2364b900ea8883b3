import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { at, someVenture } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { type Client, signedIn, type TestApp } from '../web/client.js';

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
  });
});
