import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../web/client.js';
import { type Cast, startVisits, textOf } from './cast.js';

let cast: Cast;
let numbers: string[];

/**
 * On 2025-02-14: 3号 was visited in P01 four days ago and 6号 was at a training in December; a visit to 9号 was cancelled;
 * 0号, now in P03, was called while it was in P01; 2号 in P03 is to be seen again since the first of February.
 */
beforeAll(async () => {
  cast = await startVisits();
  const [p1, , p3] = cast.parkIds;
  const { idOf, log } = cast;
  await log({ ventureIds: [idOf(3)] });
  await log({ kind: 'training', madeOn: '2024-12-03', ventureIds: [idOf(3), idOf(6)] });
  const cancelled = await log({ ventureIds: [idOf(9)], madeBy: '误记' });
  const reason = { cancelReason: '误', cancelledAt: cast.clock.now() };
  await cast.db.visit.update({ where: { id: cancelled }, data: reason });
  await log({ kind: 'call', madeOn: '2024-04-10', ventureIds: [idOf(0)] });
  const due = { followUpOn: '2025-02-01', madeOn: '2025-01-20', kind: 'guidance' as const };
  await log({ ...due, parkId: p3, ventureIds: [idOf(2)] });
  const ventures = await cast.db.venture.findMany({ orderBy: { id: 'asc' } });
  numbers = ventures.map(({ number }) => number);
  expect(p1).toBeLessThan(p3);
});
afterAll(() => cast.close());

const page = async (who: string, address: string) => {
  const { status, text } = await cast.as(who).get(address);
  expect(status, `${who} ${address}`).toBe(200);
  return text;
};
/** The names in the first column of a list of residents, or the days of a list of visits. */
const first = (html: string) =>
  [...html.matchAll(/<th scope="row"[^>]*><a[^>]*>([^<]+)/g)].map(([, name]) => name);

describe('the list', () => {
  it('holds what counts in the parks in sight, newest first, with its sum', async () => {
    expect(first(await page('park1', '/visits'))).toEqual([
      ...['2025年2月10日', '2024年12月3日', '2024年4月10日'],
    ]);
    expect(textOf(await page('park1', '/visits'))).toContain('3 次服务，4 家次');
    expect(first(await page('park3', '/visits'))).toEqual(['2025年1月20日']);
    for (const [who, n] of [
      ['bureau', 4],
      ['auditor', 4],
      ['putuo', 3],
      ['park13', 4],
    ] as const)
      expect(first(await page(who, '/visits')), who).toHaveLength(n);
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
    expect(first(await page('bureau', `/visits${query}`))).toHaveLength(n);
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

describe('whom nobody was at', () => {
  it('those without a visit for so many days, the longest first', async () => {
    const overdue = await page('park13', '/visits/reach?state=overdue');
    // 9号's visit was cancelled; 6号 was at a training 73 days ago; 0号 was called in the park that it was in before.
    const names = first(overdue);
    expect(names.slice(-2)).toEqual(['海风0号', '海风6号']);
    expect([...names].sort()).toEqual(
      ['海风0号', '海风11号', '海风5号', '海风6号', '海风8号', '海风9号'].sort(),
    );
    expect(overdue).toContain(
      `/visits/new?park=P01&amp;venture=${numbers[9]}`.replaceAll('=', '&#x3D;'),
    );
    expect(await page('putuo', '/visits/reach?state=overdue')).not.toContain('/visits/new');
  });

  it('not who came lately; how many days that is, the bureau says', async () => {
    const then = await page('bureau', '/visits/reach?state=overdue&asOf=2023-04-01');
    expect(first(then)).toEqual([]);
    const form = {
      ...{ ventures: '3', survival: '80', 'on-time': '70', use: '50', 'jobs-each': '5.5' },
      ...{ 'stay-months': '24', 'visit-days': '90', activities: '1', reach: '60' },
    };
    expect((await cast.as('bureau').post('/reports/thresholds', form)).status).toBe(303);
    const now = await page('park1', '/visits/reach?state=overdue');
    expect(first(now)).toEqual(['海风9号']);
    expect(textOf(now)).toContain('超过 90 天');
    await cast.as('bureau').post('/reports/thresholds', { ...form, 'visit-days': '60' });
  });

  it('and whom to follow up, until somebody was in touch', async () => {
    expect(first(await page('bureau', '/visits/reach?state=due'))).toEqual(['海风2号']);
    expect(first(await page('bureau', '/visits/reach?state=due&asOf=2025-01-31'))).toEqual([]);
    expect(first(await page('park1', '/visits/reach?state=due'))).toEqual([]);
  });

  it('goes out as a file of the same ventures', async () => {
    const { text } = await cast.as('park1').get('/visits/reach.csv?state=overdue');
    const rows = text.trimEnd().split('\r\n').slice(1);
    expect(rows.map((row) => row.split(',')[0])).toEqual([numbers[9], numbers[6]]);
  });
});

describe('the fourth promise on the dashboard', () => {
  const shown = async (who: string, query = '') => {
    const html = await page(who, `/dashboard${query}`);
    const figure = (label: string) =>
      Number(new RegExp(`${label} (\\d+)`).exec(textOf(html))?.[1] ?? -1);
    return { html, served: figure('近30天服务过的在园创业主体'), overdue: figure('久未走访') };
  };

  it.each([
    ['bureau', ''],
    ['putuo', ''],
    ['park1', ''],
    ['park13', ''],
    ['bureau', 'asOf=2024-12-31'],
    ['park13', 'asOf=2024-04-20'],
  ])('is exactly the records under it: %s %s', async (who, day) => {
    const { served, overdue } = await shown(who, `?${day}`);
    for (const [state, n] of [
      ['served', served],
      ['overdue', overdue],
    ] as const) {
      const list = await page(who, `/visits/reach?state=${state}&${day}`);
      expect(first(list), state).toHaveLength(n);
    }
  });

  it('counts a venture once, wherever it was served', async () => {
    expect((await shown('bureau')).served).toBe(2);
    expect((await shown('bureau', '?asOf=2024-12-31')).served).toBe(2);
    // 0号 was called in P01, and counts where it is in residence.
    expect((await shown('park1', '?asOf=2024-04-20')).served).toBe(1);
    const { idOf, log } = cast;
    await log({ kind: 'call', madeOn: '2024-05-09', ventureIds: [idOf(0)] });
    expect((await shown('park3', '?asOf=2024-05-20')).served).toBe(1);
    expect((await shown('park1', '?asOf=2024-05-20')).served).toBe(0);
  });

  it('leads a manager to logging one, and is silent as of an earlier position', async () => {
    expect((await shown('park1')).html).toContain('href="/visits/new"');
    expect((await shown('bureau', '?position=1')).html).toContain('不回溯到较早的台账笔号');
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
