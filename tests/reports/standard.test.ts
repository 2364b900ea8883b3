import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { firstThresholds } from '../../src/parks/thresholds.js';
import { reportKeys } from '../../src/reports/report.js';
import { setThresholds } from '../../src/reports/set-thresholds.js';
import { cancelVisit } from '../../src/visits/cancel-visit.js';
import type { VisitKind } from '../../src/visits/kinds.js';
import { logVisit } from '../../src/visits/log-visit.js';
import { fetchBytes, opened } from '../exports/files.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at } from '../ledger/network.js';
import { Client, signIn } from '../web/client.js';
import { hrefs, plain, tables } from './reading.js';

let net: Network;
const clients = new Map<string, Client>();
beforeAll(async () => {
  net = await startNetwork();
  await someVisits(net);
  for (const name of ['bureau', 'auditor', 'putuo', 'park1', 'park13', 'admin', 'founder1'])
    clients.set(name, await signIn(net.base, name));
});
afterAll(() => net.close());
/** In 2024: two visits and a training in P01, one of them cancelled; a fair in P02, which lies in the same county. */
async function someVisits({ db, parkIds: [first, second], ventureIds }: Network): Promise<void> {
  const log = (parkId: number, kind: VisitKind, madeOn: string, ...served: number[]) =>
    transact(db, (tx) =>
      logVisit(tx, at('2025-01-20'), {
        parkId,
        kind,
        madeOn,
        madeBy: '王海燕',
        note: '',
        followUpOn: null,
        ventureIds: served.map((i) => ventureIds[i] as number),
      }),
    );
  await log(first, 'visit', '2024-02-01', 3);
  const id = await log(first, 'visit', '2024-12-02', 9);
  const mistaken = { version: 1, reason: '误记' };
  await transact(db, (tx) => cancelVisit(tx, at('2025-01-20'), id, mistaken));
  await log(first, 'training', '2024-12-31', 3, 6);
  await log(first, 'call', '2025-01-01', 3);
  await log(second, 'fair', '2024-06-01', 1, 4, 7);
}
const as = (name: string) => clients.get(name) as Client;
const page = async (name: string, address: string) => {
  const answer = await as(name).get(address);
  expect(answer.status, `${name} ${address}\n${plain(answer.text).slice(0, 300)}`).toBe(200);
  return answer.text;
};

const periods: Record<string, string> = {
  'monthly-bulletin': '2024-12',
  'quarterly-comparison': '2024-Q3',
  'annual-report': '2024',
  'in-and-out': '2024',
  'park-evaluation': '2024',
  'founder-categories': '2024',
  'waiver-ledger': '2024',
  'waiver-effect': '2024',
};

describe.each(reportKeys)('%s', (key) => {
  const address = `/reports/${key}?period=${periods[key]}`;

  it('is there in both languages, in the own sight', async () => {
    expect(tables(await page('bureau', address)).length).toBeGreaterThan(0);
    expect(await page('bureau', `${address}&lang=en`)).not.toMatch(/reports\.|undefined|NaN/);
    await page('bureau', '/account?lang=zh');
    expect(await page('park1', address)).not.toContain('金塘创业园');
    expect(await page('putuo', address)).not.toContain('金塘创业园');
    expect(await page('auditor', address)).toContain(key === 'annual-report' ? '金塘创业园' : '');
  });

  it('leads from every number to records that come to it', async () => {
    const text = await page('bureau', address);
    let looked = 0;
    for (const { value, href, kind } of hrefs(text)) {
      if (kind !== 'count') continue;
      const records = await page('bureau', href);
      const sum =
        /class="as-of">([\d,]+) 次服务/.exec(records)?.[1] ??
        /<tfoot>[\s\S]*<td class="numeric"[^>]*>(?:<span>)?([\d,.-]+)/.exec(records)?.[1] ??
        '0';
      expect([href, sum]).toEqual([href, value]);
      looked += 1;
    }
    expect(looked).toBeGreaterThan(3);
  });

  it('is not for who may not read totals, nor for a stranger’s park, nor for another period', async () => {
    expect((await as('admin').get(address)).status).toBe(403);
    expect((await as('founder1').get(address)).status).toBe(403);
    expect((await as('park1').get(`${address}&scope=park:P03`)).status).toBe(404);
    expect((await as('putuo').get(`${address}&scope=network`)).status).toBe(404);
    for (const wrong of ['2024-13', '2030', '2024-Q5', 'x', '%27'])
      expect((await as('bureau').get(`/reports/${key}?period=${wrong}`)).status, wrong).toBe(400);
    expect((await new Client(net.base).get(address)).status).toBe(303);
  });
});

it('what stands at the end is what stood at the start and came less what left', async () => {
  for (const quarter of ['2023-Q1', '2024-Q2', '2024-Q3', '2025-Q1']) {
    const [table] = tables(await page('bureau', `/reports/quarterly-comparison?period=${quarter}`));
    for (const row of table?.rows ?? []) {
      const [start = 0, came = 0, moved = 0, left = 0, gone = 0, end = 0] = row
        .slice(2)
        .map(Number);
      expect(start + came + moved - left - gone).toBe(end);
    }
  }
});

it('what a year owes is what its months owe, and no return of one month makes up for another', async () => {
  const owedIn = async (report: string, period: string) => {
    const [main] = tables(await page('bureau', `/reports/${report}?period=${period}`));
    return Number(main?.rows.find(([name]) => name === '未报月报')?.[1]?.replace(',', ''));
  };
  const months = Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, '0')}`);
  let sum = 0;
  for (const month of months) sum += await owedIn('monthly-bulletin', month);
  expect(sum).toBeGreaterThan(0);
  expect(await owedIn('annual-report', '2024')).toBe(sum);
});

it('an older position is read as it was known then', async () => {
  const now = tables(await page('bureau', '/reports/monthly-bulletin?period=2024-12'));
  const none = tables(await page('bureau', '/reports/monthly-bulletin?period=2024-12&position=0'));
  expect(now[0]?.rows[1]?.[1]).toBe('11');
  expect(none[0]?.rows[1]?.[1]).toBe('0');
});

it.each(reportKeys)(
  '%s says what in it is not as the ledger stood at an older position',
  async (key) => {
    const query = `period=${periods[key]}&position=0`;
    const html = await page('bureau', `/reports/${key}?${query}`);
    const counted = tables(html)
      .flatMap(({ rows, foot }) => [...rows, foot])
      .flatMap((row) => row.slice(1))
      .filter((cell) => /^-?[\d,.]+%?( |$)/.test(cell) && !/^-?[0.]+%?( |$)/.test(cell));
    // At entry 0 the ledger was empty: whatever is counted all the same is of the records, and said to be.
    const said = plain(html).includes('不是台账分录，按登记的最新情况计算');
    expect([said, counted.length === 0 || said], counted.join(' ')).toEqual([
      key !== 'waiver-ledger',
      true,
    ]);
    const book = await opened(await fetchBytes(as('bureau'), `/reports/${key}.xlsx?${query}`));
    const cover = JSON.stringify(book.worksheets[0]?.getSheetValues());
    expect(cover.includes('不按台账序号')).toBe(said);
  },
);

it('a file of records that are not of the ledger names no entry of it', async () => {
  const coverOf = async (measure: string) => {
    const query = `measure=${measure}&scope=network&from=2024-01-01&asOf=2024-12-31&position=5`;
    const bytes = await fetchBytes(as('bureau'), `/reports/records.xlsx?${query}`);
    return JSON.stringify((await opened(bytes)).worksheets[0]?.getSheetValues());
  };
  expect(await coverOf('arrived')).not.toContain('台账序号');
  expect(await coverOf('relieved-ventures')).toContain('台账序号');
});

it('the evaluation counts services by kind, and whom they reached of those in incubation', async () => {
  const [evaluated, activities] = tables(
    await page('bureau', '/reports/park-evaluation?period=2024'),
  );
  // Calls, visits, guidance, trainings, fairs; all; in incubation; reached. 0号 moved and 1号 left in the year.
  expect(activities?.rows.map((row) => row.slice(2).map(Number))).toEqual([
    [0, 1, 0, 1, 0, 2, 4, 2],
    [0, 0, 0, 0, 1, 1, 4, 3],
    [0, 0, 0, 0, 0, 0, 5, 0],
  ]);
  expect(evaluated?.rows.map((row) => row.slice(7, 9).join(' '))).toEqual([
    ...['2 未达标 50% 未达标', '1 未达标 75% 达标', '0 未达标 0% 未达标'],
  ]);
  const quarter = await page('bureau', '/reports/park-evaluation?period=2024-Q4');
  expect(tables(quarter)[1]?.rows[0]?.slice(2).map(Number)).toEqual([0, 0, 0, 1, 0, 1, 3, 2]);
  const county = await page('putuo', '/visits?region=330903&from=2024-01-01&to=2024-12-31');
  expect(county).toContain('3 次服务');
});

describe('the standards of the evaluation', () => {
  const form = {
    ventures: '3',
    survival: '80',
    'on-time': '70',
    use: '50',
    'jobs-each': '5.5',
    'stay-months': '24',
    'visit-days': '60',
    activities: '1',
    reach: '60',
  };

  it('are set by the bureau, and told by the history', async () => {
    const before = await page('bureau', '/reports/park-evaluation?period=2024');
    expect(before).toContain('未达标');
    const answer = await as('bureau').post('/reports/thresholds', form);
    expect([answer.status, answer.location]).toEqual([303, '/reports/thresholds']);
    const now = await page('bureau', '/reports/park-evaluation?period=2025');
    expect(tables(now)[0]?.rows[0]?.[2]).not.toContain('未达标');
    const events = await net.db.historyEvent.findMany({ where: { verb: 'threshold.changed' } });
    expect(events.map(({ detail }) => detail)).toEqual([
      {
        beganOn: '2025-02-14',
        ventures: [10, 3],
        use: [7000, 5000],
        'jobs-each': [500, 550],
        'stay-months': [36, 24],
      },
    ]);
    await as('bureau').post('/reports/thresholds', form);
    expect(await net.db.historyEvent.count({ where: { verb: 'threshold.changed' } })).toBe(1);
  });

  it('are read by others, and not set', async () => {
    expect(await page('park1', '/reports/thresholds')).not.toContain('<button type="submit">保存');
    expect((await as('park1').post('/reports/thresholds', form)).status).toBe(403);
    const { id } = await net.db.account.findUniqueOrThrow({ where: { username: 'park1' } });
    const by = { ...at('2025-02-01'), accountId: id };
    await expect(
      transact(net.db, (tx) =>
        setThresholds(tx, by, firstThresholds, { kind: 'corrected', reason: '写错' }),
      ),
    ).rejects.toThrow();
  });

  it('that cannot be are refused with what was typed', async () => {
    const answer = await as('bureau').post('/reports/thresholds', {
      ...form,
      use: '101',
      ventures: '',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="101"');
  });
});
