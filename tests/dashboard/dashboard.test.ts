import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transact } from '../../src/database/database.js';
import { addSpace } from '../../src/parks/add-spaces.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at } from '../ledger/network.js';
import { aSpace } from '../parks/cast.js';
import { Client, signIn } from '../web/client.js';

let app: Network;
beforeAll(async () => {
  app = await startNetwork();
});
afterAll(() => app.close());

const asOf = '2025-01-21';
const dashboard = async (username: string, query = `asOf=${asOf}`) =>
  (await signIn(app.base, username)).get(`/dashboard?${query}`);
const plain = (href: string): string => href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
const numberOf = (text: string): number => Number(text.replaceAll(',', ''));

/** Every number with a link to its records. */
const linked = (text: string) =>
  [...text.matchAll(/<a href="(\/totals\?[^"]+)">([\d,]+)<\/a>/g)].map(
    ([, href = '', value = '']) => ({
      href: plain(href),
      value: numberOf(value),
    }),
  );

describe('each role sees the totals of its scope', () => {
  test.each([
    ['bureau', '全市', ['P01', 'P02', 'P03']],
    ['auditor', '全市', ['P01', 'P02', 'P03']],
    ['putuo', '普陀区', ['P01', 'P02']],
    ['park1', '黄杨尖创业园', ['P01']],
    ['park13', '本人负责的园区', ['P01', 'P03']],
  ])('%s', async (username, scope, numbers) => {
    const { text, status } = await dashboard(username);
    expect(status).toBe(200);
    expect(text).toContain(`<p class="over">${scope}</p>`);
    for (const number of ['P01', 'P02', 'P03'])
      expect([number, text.includes(`>${number}<`)]).toEqual([number, numbers.includes(number)]);
  });

  test.each(['admin', 'founder1'])('%s keeps no register: 403', async (username) => {
    expect((await dashboard(username)).status).toBe(403);
  });

  test('nobody is led to the sign-in and back', async () => {
    const answer = await new Client(app.base).get(`/dashboard?asOf=${asOf}`);
    expect(answer.status).toBe(303);
    expect(answer.location).toBe(`/sign-in?next=${encodeURIComponent(`/dashboard?asOf=${asOf}`)}`);
  });
});

test.each(['bureau', 'putuo', 'park1', 'park13'])(
  'every number that %s sees leads to records that add up to it',
  async (username) => {
    const client = await signIn(app.base, username);
    const { text } = await client.get(`/dashboard?asOf=${asOf}`);
    const links = linked(text);
    expect(links.length).toBeGreaterThan(20);
    for (const { href, value } of links) {
      const records = await client.get(href);
      const shown = /class="value">([\d,]+)/.exec(records.text)?.[1] ?? '';
      expect([href, numberOf(shown)]).toEqual([href, value]);
    }
  },
);

test('the day stays in the address: in the menu and in every link to records', async () => {
  const { text } = await dashboard('bureau');
  for (const place of ['/dashboard', '/ventures', '/parks'])
    expect(plain(text)).toContain(`href="${place}?asOf=${asOf}"`);
  const days = linked(text).map(({ href }) => new URLSearchParams(href.split('?')[1]).get('asOf'));
  // What was due in a month is the ventures at its last day; a trend is of months' ends.
  for (const day of days) expect((day ?? '') <= asOf).toBe(true);
  expect(plain(text)).toContain(`value="${asOf}"`);
});

test('as of an earlier day it shows what stood then', async () => {
  const early = await dashboard('bureau', 'asOf=2023-02-28');
  expect(early.text).toMatch(/measure&#x3D;ventures[^"]*asOf&#x3D;2023-02-28">0</);
  expect(early.text).not.toContain('月报：');
  const before = await dashboard('bureau', 'asOf=2022-12-31');
  expect(before.text).toContain('截至该日没有已开园的园区');
});

test('at an earlier position it shows what was known, and no premises', async () => {
  const { text } = await dashboard('bureau', `asOf=${asOf}&position=1`);
  expect(text).toContain('按台账第 1 笔时的记载');
  expect(text).toContain('不回溯到较早的台账序号');
  expect(text).not.toContain('在租场地');
});

test.each(['asOf=2025-02-30', 'asOf=2999-01-01', 'position=many'])(
  'a wrong day or position is told by its field, and no number is shown: %s',
  async (query) => {
    const { text, status } = await dashboard('bureau', query);
    expect(status).toBe(400);
    expect(text).toContain('error-summary');
    expect(text).not.toContain('figure-card');
  },
);

test('the panels count what stands in the register, and count anew after a change', async () => {
  const client = await signIn(app.base, 'bureau');
  const free = async () => {
    const { text } = await client.get(`/dashboard?asOf=${asOf}`);
    return /<dt>空置<\/dt>\s*<dd>(\d+) 处/.exec(text)?.[1];
  };
  expect(await free()).toBe('1');
  const parkId = app.parkIds[1];
  await transact(app.db, (tx) =>
    addSpace(tx, at('2025-02-02'), parkId, aSpace({ island: '六横' })),
  );
  expect(await free()).toBe('2');
});

test('in English no Chinese is left but names', async () => {
  const client = await signIn(app.base, 'bureau');
  const { text } = await client.get(`/dashboard?asOf=${asOf}&lang=en`);
  expect(text).toContain('As of 21 January 2025');
  expect(text).toContain(
    'Returns for December 2024: 3 of 3 parks, 6 of 11 returns, 5 missing (the last number, if any, is carried forward)',
  );
  const main = /<main[\s\S]*<\/main>/u.exec(text)?.[0] ?? '';
  const left = main.replaceAll(/六横|舟山本岛|、/g, '').match(/[\u4e00-\u9fff]+/g) ?? [];
  expect(left).toEqual([]);
});
