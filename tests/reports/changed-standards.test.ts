import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Network, startNetwork } from '../ledger/cast.js';
import { type Client, signIn } from '../web/client.js';
import { plain, tables } from './reading.js';

let net: Network;
let bureau: Client;
beforeEach(async () => {
  net = await startNetwork();
  bureau = await signIn(net.base, 'bureau');
});
afterEach(() => net.close());

/** The standards that hold at first, but for those given. */
const set = (fields: object) =>
  bureau.post(
    '/reports/thresholds',
    Object.assign(
      {
        ventures: '10',
        survival: '80',
        'on-time': '70',
        use: '70',
        'jobs-each': '5',
        'stay-months': '36',
        'visit-days': '60',
        activities: '1',
        reach: '60',
      },
      fields,
    ),
  );
/** The evaluation of a year, as its page and its file have it. */
const evaluation = async (year: string) => [
  tables((await bureau.get(`/reports/park-evaluation?period=${year}`)).text),
  (await bureau.get(`/reports/park-evaluation.csv?period=${year}`)).text,
];
const earlier = () =>
  net.db.earlierThreshold.findMany({
    select: { key: true, value: true, changedOn: true },
    orderBy: [{ key: 'asc' }, { changedOn: 'asc' }],
  });

it('standards that change from a day on leave the evaluation of years before it as it was', async () => {
  const [past, present] = [await evaluation('2024'), await evaluation('2025')];
  const changes = { ventures: '1', 'stay-months': '12', changedOn: '2025-01-10' };
  expect((await set(changes)).status).toBe(303);
  expect(await evaluation('2024')).toEqual(past);
  expect(await evaluation('2025')).not.toEqual(present);
  expect(await earlier()).toEqual([
    { key: 'stay-months', value: 36, changedOn: '2025-01-10' },
    { key: 'ventures', value: 10, changedOn: '2025-01-10' },
  ]);
});

it('visits are overdue by the standard of the day that is looked at', async () => {
  const overdue = async (asOf: string) =>
    plain((await bureau.get(`/visits/reach?state=overdue&asOf=${asOf}`)).text);
  await set({ 'visit-days': '90', changedOn: '2025-01-10' });
  expect(await overdue('2025-01-09')).toContain('超过 60 天');
  expect(await overdue('2025-01-10')).toContain('超过 90 天');
});

it('a second change from the same day stands in for the first, and none goes before the last', async () => {
  await set({ ventures: '4', changedOn: '2025-01-10' });
  expect((await set({ ventures: '5', changedOn: '2025-01-10' })).status).toBe(303);
  expect(await earlier()).toEqual([{ key: 'ventures', value: 10, changedOn: '2025-01-10' }]);
  const before = await set({ ventures: '6', changedOn: '2025-01-09' });
  expect([before.status, plain(before.text)]).toEqual([
    422,
    expect.stringContaining('现值自2025年1月10日起执行，变更不能早于该日'),
  ]);
});

it.each([
  [{ changedOn: '2025-02-15' }, '2025-02-15'],
  [{ since: 'corrected' }, '更正理由'],
  [{ since: 'x' }, '改动的性质'],
])('%j is refused, and what was typed stays', async (fields, text) => {
  const answer = await set({ ventures: '7', ...fields });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('value="7"');
  expect(answer.text).toContain(text);
  expect(await earlier()).toEqual([]);
});

it('a correction holds for all periods, with its reason in the history', async () => {
  const past = await evaluation('2024');
  expect((await set({ ventures: '1', since: 'corrected', changeReason: '录入错误' })).status).toBe(
    303,
  );
  expect(await evaluation('2024')).not.toEqual(past);
  expect(await earlier()).toEqual([]);
  const event = await net.db.historyEvent.findFirstOrThrow({
    where: { verb: 'threshold.changed' },
  });
  expect(event).toMatchObject({ reason: '录入错误', detail: { ventures: [10, 1] } });
});
