import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchBytes, opened } from '../exports/files.js';
import { Client } from '../web/client.js';
import { firstOf, pageOf, startServed, textOf } from './cast.js';

let cast: Awaited<ReturnType<typeof startServed>>;
let numbers: string[];
beforeAll(async () => {
  cast = await startServed();
  numbers = cast.numbers;
});
afterAll(() => cast.close());

const page = (who: string, address: string) => pageOf(cast, who, address);

describe('the list', () => {
  it('holds what counts in the parks in sight, newest first, with its sum', async () => {
    expect(firstOf(await page('park1', '/visits'))).toEqual([
      ...['2025年2月10日', '2024年12月3日', '2024年4月10日'],
    ]);
    expect(textOf(await page('park1', '/visits'))).toContain('3 次服务，4 家次');
    expect(firstOf(await page('park3', '/visits'))).toEqual(['2025年1月20日']);
    for (const [who, n] of [
      ['bureau', 4],
      ['auditor', 4],
      ['putuo', 3],
      ['park13', 4],
    ] as const)
      expect(firstOf(await page(who, '/visits')), who).toHaveLength(n);
  });

  it.each([
    ['?kind=training', 1],
    ['?park=P03', 1],
    ['?region=330903', 3],
    ['?from=2024-12-03&to=2025-01-20', 2],
    ['?venture=%E6%B5%B7%E9%A3%8E3%E5%8F%B7', 2],
    ['?venture=V1999-0001', 0],
    ['?state=cancelled', 1],
  ])('%s', async (query, n) => {
    expect(firstOf(await page('bureau', `/visits${query}`))).toHaveLength(n);
  });

  it('refuses what cannot be read', async () => {
    for (const query of [
      '?kind=x',
      '?from=2025-02-30',
      '?from=2025-02-02&to=2025-02-01',
      '?park=%27',
    ])
      expect((await cast.as('bureau').get(`/visits${query}`)).status, query).toBe(400);
    for (const query of ['?state=x', '?asOf=2025-02-15', '?asOf=x'])
      expect((await cast.as('bureau').get(`/visits/reach${query}`)).status, query).toBe(400);
  });

  it('is led to from those who were reached by a day without that day, which it knows nothing of', async () => {
    const text = await page('bureau', '/visits/reach?state=served&park=P03&asOf=2025-01-31');
    expect(text).toContain('href="/visits?park&#x3D;P03"');
    expect(text).not.toMatch(/href="\/visits\?[^"]*asOf/);
  });

  it('goes out as a file with a row for each venture served, and that is told', async () => {
    const { text } = await cast.as('park1').get('/visits.csv?kind=training');
    const [head, ...rows] = text
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n');
    expect(head).toBe(
      '记录编号,服务日期,服务方式,园区编号,园区,创业主体编号,创业主体,服务人员,情况记录,回访日期'.replace(
        '创业主体编号',
        '编号',
      ),
    );
    expect(rows.map((row) => row.split(',')[5])).toEqual([numbers[3], numbers[6]]);
    expect((await cast.as('bureau').get('/visits.xlsx')).headers.get('content-type')).toContain(
      'sheet',
    );
    const exports = await cast.db.historyEvent.findMany({ where: { verb: 'visits.exported' } });
    expect(exports.map(({ detail }) => (detail as { rows: number }).rows)).toEqual([2, 5]);
    expect(textOf(await page('auditor', '/history?kind=export'))).toContain('服务方式 创业培训');
    // The page counts services and the file has a row for each venture: both say both.
    expect(textOf(await page('park1', '/visits'))).toContain('共 4 行');
    const book = await opened(await fetchBytes(cast.as('park1'), '/visits.xlsx'));
    const cover = book.worksheets[0]?.getColumn(2).values.map(String);
    expect(cover).toContain('一次服务中的一家创业主体：3 次服务，4 行');
    expect(cover).toContain('4');
  });

  it('and all of the room is closed to others', async () => {
    const all = ['/visits', '/visits.csv', '/visits/reach', '/visits/reach.csv'];
    for (const address of all) {
      for (const name of ['admin', 'founder1'])
        expect((await cast.as(name).get(address)).status, `${name} ${address}`).toBe(403);
      expect((await new Client(cast.base).get(address)).status, address).toBe(303);
    }
    expect(await page('park1', '/dashboard')).toContain('href="/visits"');
    expect(await page('founder1', '/ventures')).not.toContain('href="/visits"');
  });
});

describe('the page of a venture', () => {
  it('tells when it was seen last', async () => {
    const html = await page('park1', `/ventures/${numbers[3]}`);
    expect(textOf(html)).toContain('最近一次：上门走访，2025年2月10日');
    expect(html).toContain('民宿淡季，想办研学');
    expect(await page('park1', `/ventures/${numbers[9]}`)).toContain('还没有走访服务记录');
  });

  it('keeps the notes from a founder, and from the park that it moved to', async () => {
    const person = await cast.db.personRole.findFirstOrThrow({
      where: { ventureId: cast.idOf(3) },
    });
    await cast.db.account.update({
      where: { username: 'founder1' },
      data: { personId: person.personId },
    });
    const own = await page('founder1', `/ventures/${numbers[3]}`);
    expect(own).toContain('2025年2月10日');
    expect(own).not.toContain('民宿淡季');
    expect(own).not.toContain('/visits/');
    const moved = await page('park3', `/ventures/${numbers[0]}`);
    expect(moved).toContain('电话联系');
    expect(moved).not.toContain('民宿淡季');
  });

  it('and visitors read nothing of it', async () => {
    const visitor = new Client(cast.base);
    for (const address of ['/', '/parks/P01', '/api/v1/totals'])
      expect((await visitor.get(address)).text).not.toContain('民宿淡季');
  });
});
