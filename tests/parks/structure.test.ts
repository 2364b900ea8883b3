import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { closePark, mergeParks } from '../../src/parks/merge-parks.js';
import { changeParkRegion } from '../../src/parks/park-structure.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at } from '../ledger/network.js';
import { tables } from '../reports/reading.js';
import { type Client, signIn } from '../web/client.js';

let net: Network;
let bureau: Client;
let park1: Client;
let putuo: Client;
beforeEach(async () => {
  net = await startNetwork();
  bureau = await signIn(net.base, 'bureau');
  park1 = await signIn(net.base, 'park1');
  putuo = await signIn(net.base, 'putuo');
});
afterEach(() => net.close());

const cross = async (structure: string, rows = 'region', more = '') => {
  const address = `/reports/cross-table?measure=jobs&rows=${rows}&columns=month&from=2024-12&to=2025-01&structure=${structure}${more}`;
  const { status, text } = await bureau.get(address);
  expect(status).toBe(200);
  const [table] = tables(text);
  return Object.fromEntries(
    (table?.rows ?? []).map(([name, ...values]) => [name, values.map(Number)]),
  );
};
const change = { regionCode: '330902', beganOn: '2025-01-10', reason: '县区调整' };
const reassign = () => bureau.post('/parks/P01/region', change, { from: '/parks/P01/structure' });
const by = async (username: string) => ({
  ...at('2025-02-14'),
  accountId: (await net.db.account.findUniqueOrThrow({ where: { username } })).id,
});

describe('a park that comes to another region', () => {
  it('is changed by the bureau alone', async () => {
    expect((await park1.get('/parks/P01/structure')).status).toBe(403);
    expect((await putuo.post('/parks/P01/region', change)).status).toBe(403);
    expect((await park1.get('/parks/P02/structure')).status).toBe(404);
    for (const act of ['region', 'merger', 'closing']) {
      expect((await park1.get(`/parks/P01/${act}`)).status).toBe(403);
      expect((await park1.get(`/parks/P02/${act}`)).status).toBe(404);
      const own = await bureau.get(`/parks/P01/${act}`);
      expect(own.text.match(/<form method="post" action="\/parks/g)).toHaveLength(1);
      expect((await bureau.get('/parks/P01/structure')).text).toContain(`href="/parks/P01/${act}"`);
    }
    const input = { parkId: net.parkIds[0], ...change };
    await expect(
      transact(net.db, async (tx) => changeParkRegion(tx, await by('park1'), input)),
    ).rejects.toThrow();
  });

  it.each([
    { ...change, regionCode: '330903' },
    { ...change, regionCode: 'x' },
    { ...change, regionCode: '330900' },
    { ...change, beganOn: '2025-02-15' },
    { ...change, beganOn: '2020-01-01' },
    { ...change, reason: '' },
  ])('not as %j', async (fields) => {
    expect(
      (await bureau.post('/parks/P01/region', fields, { from: '/parks/P01/structure' })).status,
    ).toBe(422);
  });

  it('counts there from the day on as it was then, and always as it is now', async () => {
    const before = await cross('now');
    const sum = (numbers: Record<string, number[]>, month: number) =>
      Object.values(numbers).reduce((total, values) => total + (values[month] ?? 0), 0);
    const answer = await bureau.post('/parks/P01/region', change, { from: '/parks/P01/structure' });
    expect([answer.status, answer.location]).toEqual([303, '/parks/P01']);
    const [then, now] = [await cross('then'), await cross('now')];
    const own = (await cross('now', 'park', '&scope=park:P01'))['P01 黄杨尖创业园'] ?? [];
    expect(then.普陀区?.[0]).toBe(before.普陀区?.[0]);
    expect(then.定海区?.[1]).toBe((before.定海区?.[1] ?? 0) + (own[1] ?? 0));
    expect(now.定海区?.[0]).toBe((before.定海区?.[0] ?? 0) + (own[0] ?? 0));
    expect([sum(then, 0), sum(now, 0), sum(then, 1)]).toEqual([
      sum(before, 0),
      sum(before, 0),
      sum(before, 1),
    ]);
    expect((await verifyLedger(net.db)).problems).toEqual([]);
    expect((await putuo.get('/parks/P01/spaces')).status).toBe(404);
  });

  it.each(['', '&columns=industry', '&columns=category', '&category=unemployed'])(
    'keeps what a period had in the region of each of its months: %s',
    async (more) => {
      await reassign();
      const sumsOf = async (structure: string) => {
        const address = `/reports/cross-table?measure=returns&rows=region&from=2024-11&to=2025-01&structure=${structure}${more}`;
        const { text } = await bureau.get(address);
        expect(text.includes('逐月计入园区当月末所在的县区')).toBe(structure === 'then');
        const links = [...text.matchAll(/<a href="(\/reports\/records[^"]+)">([\d,]+)<\/a>/g)].map(
          ([, href = '', value = '']) => ({
            href: href.replace(/&amp;/g, '&').replace(/&#x3D;/g, '='),
            value,
          }),
        );
        for (const { href, value } of links) {
          const records = tables((await bureau.get(href)).text)[0];
          expect([href, records?.foot.at(-1) ?? '0']).toEqual([href, value]);
        }
        const [table] = tables(text);
        return Object.fromEntries(
          (table?.rows ?? []).map(([name, ...values]) => [
            name,
            values.reduce((sum, value) => sum + Number(value), 0),
          ]),
        );
      };
      const [then, now] = [await sumsOf('then'), await sumsOf('now')];
      // P01 had all of its returns while it was in 普陀区.
      expect(then.普陀区).toBeGreaterThan(now.普陀区 ?? 0);
      expect(then.定海区 ?? 0).toBeLessThan(now.定海区 ?? 0);
    },
  );

  it('is told by the history', async () => {
    await reassign();
    expect((await bureau.get('/history?verb=park.reassigned')).text).toContain('定海区');
  });
});

describe('a park that is merged into another', () => {
  const merger = () => ({
    intoId: String(net.parkIds[2]),
    mergedOn: '2025-01-20',
    mergerReason: '两园合并',
  });

  const merge = () => bureau.post('/parks/P02/merger', merger(), { from: '/parks/P02/structure' });

  it.each([
    ['itself', { intoId: '2' }],
    ['one that there is not', { intoId: '99' }],
    ['a day to come', { mergedOn: '2025-02-15' }],
    ['a day before its records', { mergedOn: '2024-01-01' }],
  ])('not into %s', async (_, fields) => {
    const answer = await bureau.post(
      '/parks/P02/merger',
      { ...merger(), ...fields },
      { from: '/parks/P02/structure' },
    );
    expect(answer.status).toBe(422);
  });

  it('hands its ventures over, and closes', async () => {
    const before = await cross('then', 'park');
    expect(
      (await bureau.post('/parks/P02/merger', merger(), { from: '/parks/P02/structure' })).status,
    ).toBe(303);
    expect((await verifyLedger(net.db)).problems).toEqual([]);
    const [then, now] = [await cross('then', 'park'), await cross('now', 'park')];
    const p02 = '六横创业园';
    const p03 = 'P03 金塘创业园';
    expect(then[`P02 ${p02}`]).toEqual([before[`P02 ${p02}`]?.[0], 0]);
    expect(then[p03]?.[1]).toBe((before[p03]?.[1] ?? 0) + (before[`P02 ${p02}`]?.[1] ?? 0));
    expect(now[`P02 ${p02}`]).toBeUndefined();
    expect(now[p03]?.[0]).toBe((before[p03]?.[0] ?? 0) + (before[`P02 ${p02}`]?.[0] ?? 0));
    const parks = await net.db.park.findUniqueOrThrow({ where: { number: 'P02' } });
    expect([parks.closedOn, parks.mergedIntoId]).toEqual(['2025-01-20', net.parkIds[2]]);
    expect(await net.db.space.count({ where: { parkId: parks.id } })).toBe(0);
  });

  it('once', async () => {
    await merge();
    const input = {
      parkId: net.parkIds[1],
      intoId: net.parkIds[2],
      mergedOn: '2025-02-01',
      reason: '再次',
    };
    await expect(transact(net.db, (tx) => mergeParks(tx, at('2025-02-14'), input))).rejects.toThrow(
      'parks.closed',
    );
    await expect(
      transact(net.db, async (tx) => mergeParks(tx, await by('putuo'), input)),
    ).rejects.toThrow();
  });

  it('leads from every number, as it was and as it is, to records that come to it', async () => {
    await reassign();
    await merge();
    for (const structure of ['then', 'now']) {
      const { text } = await bureau.get(
        `/reports/cross-table?measure=jobs&rows=park&columns=month&from=2024-12&to=2025-01&structure=${structure}`,
      );
      for (const [, href = '', value = ''] of text.matchAll(
        /<a href="(\/reports\/records[^"]+)">([\d,]+)<\/a>/g,
      )) {
        const records = await bureau.get(href.replace(/&amp;/g, '&').replace(/&#x3D;/g, '='));
        const sum = tables(records.text)[0]?.foot.at(-1) ?? '0';
        expect([href, sum]).toEqual([href, value]);
      }
    }
  });
});

describe('a park that closes', () => {
  it('only when nobody is in it any more', async () => {
    const input = { parkId: net.parkIds[0], closedOn: '2025-02-01', reason: '到期' };
    await expect(transact(net.db, (tx) => closePark(tx, at('2025-02-14'), input))).rejects.toThrow(
      'not-empty',
    );
    expect(
      (
        await bureau.post(
          '/parks/P01/closing',
          { closedOn: '2025-02-01', closingReason: '到期' },
          { from: '/parks/P01/structure' },
        )
      ).status,
    ).toBe(422);
  });
});
