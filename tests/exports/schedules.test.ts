import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { jobsOf } from '../../src/exports/jobs.js';
import { makeDue } from '../../src/exports/make-due.js';
import { endSchedule, makeSchedule } from '../../src/exports/make-schedule.js';
import { dueAfter } from '../../src/exports/schedule-days.js';
import { at } from '../ledger/network.js';
import { type Cast, startReports } from '../reports/cast.js';
import { plain } from '../reports/reading.js';
import { step } from '../step.js';
import { type Client, signIn } from '../web/client.js';

let net: Cast['net'];
let bureau: Client;
let park1: Client;
let close: Cast['close'];
beforeEach(async () => {
  ({ net, bureau, park1, close } = await startReports());
});
afterEach(() => close());
const form = {
  report: 'monthly-bulletin',
  scope: 'network',
  format: 'xlsx',
  cadence: 'monthly',
  day: '5',
};
const post = (client: Client, fields: Record<string, string>) =>
  client.post('/reports/schedules', fields, { from: '/reports/schedules/new' });

it('falls on its days', () => {
  const monthly = { cadence: 'monthly', day: 5 } as const;
  expect(dueAfter('2025-02-04', monthly)).toBe('2025-02-05');
  expect(dueAfter('2025-02-05', monthly)).toBe('2025-03-05');
  expect(dueAfter('2025-02-14', { cadence: 'quarterly', day: 10 })).toBe('2025-04-10');
  expect(dueAfter('2025-12-31', { cadence: 'quarterly', day: 1 })).toBe('2026-01-01');
  // 2025-02-14 was a Friday.
  expect(dueAfter('2025-02-14', { cadence: 'weekly', day: 5 })).toBe('2025-02-21');
  expect(dueAfter('2025-02-14', { cadence: 'weekly', day: 1 })).toBe('2025-02-17');
});

describe('a report that is scheduled', () => {
  it.each([
    [{ ...form, day: '29' }, 422],
    [{ ...form, cadence: 'weekly', day: '8' }, 422],
    [{ ...form, report: 'no-such' }, 422],
    [{ ...form, report: 'cross-table:99' }, 422],
    [{ ...form, scope: 'park:P99' }, 422],
  ])('is refused as %j', async (fields, status) => {
    expect((await post(bureau, fields)).status).toBe(status);
  });

  it('is not for who reads no reports', async () => {
    expect((await (await signIn(net.base, 'founder1')).get('/reports/schedules/new')).status).toBe(
      403,
    );
    const founder = await net.db.account.findUniqueOrThrow({ where: { username: 'founder1' } });
    const input = { ...form, day: 5, lang: 'zh', format: 'xlsx', cadence: 'monthly' } as const;
    const as = { ...at('2025-02-14'), accountId: founder.id };
    await expect(
      transact(net.db, (tx) => makeSchedule(tx, as, input, net.exports.scheduling)),
    ).rejects.toThrow();
  });

  it('is set, made once for each of its days, holds what its account may see, and ends', async () => {
    await step('is set by a form, and seen by whom it belongs to', async () => {
      expect((await post(bureau, form)).status).toBe(303);
      const { text } = await bureau.get('/reports');
      expect(plain(text)).toContain('2025年3月5日');
      expect((await park1.get('/reports')).text).toContain('还没有定期报表');
    });

    await step(
      'is made once for each of its days, those that were missed too, and announced',
      async () => {
        const later = new Date('2025-05-06T02:00:00Z');
        await Promise.all([
          makeDue(net.db, later, net.exports.scheduling),
          makeDue(net.db, later, net.exports.scheduling),
          makeDue(net.db, later, net.exports.scheduling),
        ]);
        const jobs = await net.db.reportJob.findMany({ orderBy: { id: 'asc' } });
        expect(
          jobs.map(({ dueOn, address }) => [dueOn, /period=([\d-]+)/.exec(address)?.[1]]),
        ).toEqual([
          ['2025-03-05', '2025-02'],
          ['2025-04-05', '2025-03'],
          ['2025-05-05', '2025-04'],
        ]);
        net.clock.set(later);
        jobsOf(net).wake();
        await expect
          .poll(() => net.db.reportJob.count({ where: { state: 'done' } }), { timeout: 60_000 })
          .toBe(3);
        const messages = await net.db.outboxMessage.findMany({ where: { key: 'reports.made' } });
        expect(messages.map(({ href }) => href)).toEqual(
          jobs.map(({ id }) => `/reports/jobs/${id}`),
        );
        expect((await net.db.reportSchedule.findFirstOrThrow()).nextDueOn).toBe('2025-06-05');
      },
    );

    await step(
      'holds what its account may see on the day, and says where that is nothing',
      async () => {
        park1 = await signIn(net.base, 'park1');
        await post(park1, { ...form, scope: 'park:P01', cadence: 'weekly', day: '1' });
        const { id } = await net.db.account.findUniqueOrThrow({ where: { username: 'park1' } });
        await net.db.accountPark.deleteMany({ where: { accountId: id } });
        const later = new Date('2025-05-13T02:00:00Z');
        net.clock.set(later);
        jobsOf(net).wake();
        await expect
          .poll(() => net.db.reportJob.count({ where: { state: 'failed' } }), { timeout: 60_000 })
          .toBe(1);
        expect(
          await net.db.outboxMessage.count({ where: { key: 'reports.not-made', accountId: id } }),
        ).toBe(1);
      },
    );

    await step('ends once, by whom it belongs to', async () => {
      bureau = await signIn(net.base, 'bureau');
      park1 = await signIn(net.base, 'park1');
      const { id } = await net.db.reportSchedule.findFirstOrThrow();
      expect((await park1.post(`/reports/schedules/${id}/end`)).status).toBe(403);
      expect((await bureau.post(`/reports/schedules/${id}/end`)).status).toBe(303);
      expect((await bureau.post(`/reports/schedules/${id}/end`)).status).toBe(409);
      const account = await net.db.account.findUniqueOrThrow({ where: { username: 'bureau' } });
      const as = { ...at('2025-02-14'), accountId: account.id };
      await expect(transact(net.db, (tx) => endSchedule(tx, as, id))).rejects.toThrow();
      await makeDue(net.db, new Date('2025-07-06T02:00:00Z'), net.exports.scheduling);
      expect(await net.db.reportJob.count({ where: { scheduleId: id } })).toBe(3);
    });
  });
});
