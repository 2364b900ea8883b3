import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { monthsBetween } from '../../src/calendar/days.js';
import { type Tx, transact } from '../../src/database/database.js';
import { markClosed, touchedBy } from '../../src/ledger/closed-months.js';
import type { Line } from '../../src/ledger/measures.js';
import { changeParkRegion } from '../../src/parks/park-structure.js';
import { valueSpace } from '../../src/parks/value-space.js';
import { fileHeadcount } from '../../src/returns/file-headcounts.js';
import { agreeReopening, askReopening } from '../../src/returns/reopen-month.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { logVisit } from '../../src/visits/log-visit.js';
import { type Cast, startReturns } from '../returns/cast.js';
import { headcount } from './network.js';

/** September to December 2024 are closed; two ventures are in P01 since March, and it is February 2025. */
let app: Cast;
const by = () => app.by('bureau');
const act = (verb: (tx: Tx) => Promise<unknown>) => transact(app.db, verb);
beforeEach(async () => {
  app = await startReturns();
  await act(async (tx) => {
    for (const month of monthsBetween('2024-09', '2024-12'))
      await markClosed(tx, by(), { month, reason: '' });
  });
});
afterEach(() => app.close());

const leave = (endedOn: string) =>
  act((tx) =>
    endResidency(tx, by(), {
      ventureId: 2,
      endedOn,
      reason: 'graduated',
      note: '',
      setsAsideReturns: true,
    }),
  );
const reopen = (month: string, throughMonth: string | null) =>
  act(async (tx) => {
    const of = { month, throughMonth, scope: 'park', parkId: 1, ventureId: null } as const;
    const id = await askReopening(tx, by(), { ...of, reason: '补登', lastDay: '2025-02-20' });
    await agreeReopening(tx, app.by('bureau2'), id, []);
  });
/** What refuses for some closed months. */
const closed = (month: string, last = month) => ({
  faults: [
    last === month
      ? { key: 'ledger.month-closed', values: { month: { month } } }
      : { key: 'ledger.months-closed', values: { month: { month }, last: { month: last } } },
  ],
});

describe('a change that goes on', () => {
  it('needs every closed month after it, not only the one in which it begins', async () => {
    await expect(leave('2024-09-15')).rejects.toMatchObject(closed('2024-09', '2024-12'));
    await reopen('2024-09', null);
    await expect(leave('2024-09-15')).rejects.toMatchObject(closed('2024-10', '2024-12'));
    await reopen('2024-10', '2024-12');
    await leave('2024-09-15');
    expect((await verifyLedger(app.db)).problems).toEqual([]);
  });

  it('needs them where it begins before the first month that was closed', async () => {
    await expect(leave('2024-08-15')).rejects.toMatchObject(closed('2024-09', '2024-12'));
    const region = { parkId: 1, regionCode: '330902', beganOn: '2024-07-01', reason: '调整' };
    const moved = act((tx) => changeParkRegion(tx, by(), region));
    await expect(moved).rejects.toMatchObject(closed('2024-09', '2024-12'));
    const { spaceId } = await app.db.tenancy.findFirstOrThrow();
    const worth = { spaceId, fromOn: '2024-07-01', fen: 1, source: '评估' };
    const valued = act((tx) => valueSpace(tx, by(), worth));
    await expect(valued).rejects.toMatchObject(closed('2024-09', '2024-12'));
    await reopen('2024-09', '2024-12');
    await leave('2024-08-15');
  });

  it('in an open month after them all needs nothing', async () => {
    await leave('2025-01-15');
  });
});

describe('a change that is of its month', () => {
  const file = (month: string) =>
    act((tx) =>
      fileHeadcount(tx, app.by('park1'), {
        ...headcount(9),
        ventureId: 1,
        month,
        version: null,
      }),
    );
  const visit = (madeOn: string) =>
    act((tx) => {
      const facts = { kind: 'call' as const, ventureIds: [1], madeBy: '某人', note: '' };
      return logVisit(tx, by(), { parkId: 1, madeOn, followUpOn: null, ...facts });
    });

  it('such as a service leaves the closed months after it as they are', async () => {
    await visit('2024-08-31');
    await expect(visit('2024-09-01')).rejects.toMatchObject(closed('2024-09'));
  });

  it('such as a return that is carried on needs the months up to the next one, and no more', async () => {
    // The return of December, of 7, takes the difference back.
    await expect(file('2024-08')).rejects.toMatchObject(closed('2024-09', '2024-11'));
    await expect(file('2024-11')).rejects.toMatchObject(closed('2024-11'));
    await reopen('2024-09', '2024-11');
    await file('2024-08');
    await file('2024-11');
    expect((await verifyLedger(app.db)).problems).toEqual([]);
  });
});

describe('what entries touch', () => {
  const line = (effectiveOn: string, amount: number, more: Partial<Line> = {}): Line => ({
    effectiveOn,
    amount,
    measure: 'jobs',
    parkId: 1,
    ventureId: 5,
    causeKind: 'jobs-return',
    causeId: 1,
    ...more,
  });
  const months = (lines: Line[]) => touchedBy(lines).map(({ month, until }) => [month, until]);

  it('is the level of a stock until it is what it was', () => {
    expect(months([line('2024-06-30', 3)])).toEqual([['2024-06', null]]);
    expect(months([line('2024-09-30', -3), line('2024-06-30', 3)])).toEqual([
      ['2024-06', '2024-09'],
    ]);
    expect(months([line('2024-06-30', 3), line('2024-08-31', 2)])).toEqual([
      ['2024-06', '2024-08'],
      ['2024-08', null],
    ]);
  });

  it('is each month of a flow by itself, and nothing where all comes to nothing', () => {
    const returns = { measure: 'returns' } as const;
    expect(months([line('2024-06-30', 1, returns), line('2024-08-31', -1, returns)])).toEqual([
      ['2024-06', undefined],
      ['2024-08', undefined],
    ]);
    expect(months([line('2024-06-30', 3), line('2024-06-30', -3)])).toEqual([]);
  });

  it('is kept apart by park, venture and measure', () => {
    const lines = [line('2024-06-30', 3), line('2024-09-30', -3, { ventureId: 6 })];
    expect(months(lines)).toEqual([
      ['2024-06', null],
      ['2024-09', null],
    ]);
  });
});

describe('a reopening of several months', () => {
  const ask = '/returns/2024-10/reopening';
  const typed = {
    throughMonth: '2024-12',
    scope: 'park',
    park: 'P01',
    venture: '',
    reason: '补登出园',
    lastDay: '2025-02-20',
  };

  it('is asked for with the last month, and says so on its page, in the list and in the history', async () => {
    const bureau = app.as('bureau');
    const form = (await bureau.get(ask)).text;
    expect(form).toContain('<option value="2024-12">2024年12月</option>');
    expect(form).not.toContain('<option value="2024-10"');
    const { status, location } = await bureau.post(ask, typed);
    expect(status).toBe(303);
    const page = (await app.as('bureau2').get(location ?? '')).text;
    expect(page).toContain('2024年10月至2024年12月');
    expect((await app.as('bureau2').post(`${location}/agreement`, {})).status).toBe(303);
    expect((await bureau.get('/returns/2024-11/closing')).text).toContain('2024年10月至2024年12月');
    expect((await bureau.get('/returns/2024-09/closing')).text).not.toContain('补登出园');
    expect((await bureau.get('/history/month/202410')).text).toContain('2024年12月');
    const english = (await bureau.get(`${location}?lang=en`)).text;
    expect(english).toContain('October 2024 to December 2024');
  });

  it.each([
    ['2024-09', '不能早于要开放的月份'],
    ['2025-01', '该月没有锁定'],
    ['x', '月份'],
  ])('is refused through %s, keeping what was typed', async (throughMonth, message) => {
    const answer = await app.as('bureau').post(ask, { ...typed, throughMonth });
    expect([answer.status, answer.text.includes('href="#throughMonth"')]).toEqual([422, true]);
    expect(answer.text).toContain(message);
    expect(answer.text).toContain('补登出园');
    expect(await app.db.reopening.count()).toBe(0);
  });

  it('through its own month is of that month alone', async () => {
    await reopen('2024-10', '2024-10');
    expect(await app.db.reopening.findFirstOrThrow()).toMatchObject({ throughMonth: null });
    const wrong = app.db.reopening.create({
      data: {
        month: '2024-10',
        throughMonth: '2024-09',
        scope: 'all',
        reason: '',
        lastDay: '2025-02-20',
        askedAt: by().at,
      },
    });
    await expect(wrong).rejects.toThrow();
  });
});
