import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { fileHeadcounts } from '../../src/returns/file-headcounts.js';
import { remindReturns } from '../../src/returns/remind-returns.js';
import { headcount } from '../ledger/network.js';
import { step } from '../step.js';
import { type Cast, fill, startReturns, submit } from './cast.js';

let app: Cast;
beforeEach(async () => {
  app = await startReturns();
});
afterEach(() => app.close());

/** What the service does in an hour of a day, early in the morning of Zhoushan. */
const hourOf = (day: string) => remindReturns(app.db, new Date(`${day}T01:00:00+08:00`));
const told = async () =>
  (await app.db.outboxMessage.findMany({ include: { account: true }, orderBy: { id: 'asc' } })).map(
    ({ account, key, href }) => [account?.username, key.split('.').at(-1), href],
  );
const forget = () => app.db.outboxMessage.deleteMany();
const january = '/returns/2025-01/P01';

/** The month before is done, so that January alone is owed. */
const closeDecember = () =>
  app.db.closedMonth.create({
    data: { month: '2024-12', closedAt: app.clock.now(), reason: '' },
  });

const dueOnTheTwelfth = () =>
  app.db.setting.create({
    data: {
      key: 'returns.rules',
      value: JSON.stringify({
        dueDay: 12,
        remindDays: 5,
        ventureJumpPeople: 5,
        ventureJumpPercent: 30,
        parkJumpPercent: 15,
      }),
    },
  });

it('a return that is due is told of in time, again when the day has passed, and once each', async () => {
  await step('is not spoken of while there is time, nor for parks without ventures', async () => {
    await closeDecember();
    expect(await hourOf('2025-01-31')).toBe(0);
    await dueOnTheTwelfth();
    expect(await hourOf('2025-02-06')).toBe(0);
    expect(await told()).toEqual([]);
  });

  await step('is told to the park’s managers, once, however often the hour comes', async () => {
    expect(await hourOf('2025-02-07')).toBe(1);
    expect(await told()).toEqual([['park1', 'due-soon', january]]);
    expect(await Promise.all([hourOf('2025-02-07'), hourOf('2025-02-12')])).toEqual([0, 0]);
    const { text } = await app.as('park1').get('/messages');
    expect(text).toContain('月报应于2025年2月12日前报送，尚未提交');
    const message = await app.db.outboxMessage.findFirstOrThrow();
    expect(message.expiresAt?.toISOString()).toBe('2025-02-12T16:00:00.000Z');
  });

  await step(
    'is told again when the day has passed, then to the county too, and each once',
    async () => {
      expect(await hourOf('2025-02-13')).toBe(2);
      expect((await told()).slice(1)).toEqual([
        ['park1', 'overdue', january],
        ['putuo', 'park-overdue', january],
      ]);
      expect(await hourOf('2025-02-20')).toBe(0);
      expect(await hourOf('2025-03-03')).toBe(0);
      expect((await app.as('putuo').get('/messages')).text).toContain('请督促园区报送');
    },
  );

  await step('comes to a manager who joins later, and not to one who has left', async () => {
    const { id } = await app.db.account.findUniqueOrThrow({ where: { username: 'park2' } });
    await app.db.accountPark.create({ data: { accountId: id, parkId: 1 } });
    expect(await hourOf('2025-02-14')).toBe(1);
    await forget();
    await app.db.account.update({ where: { id }, data: { isActive: false } });
    expect(await hourOf('2025-02-14')).toBe(2);
    await forget();
  });
});

describe('the dashboard of the manager', () => {
  it('leads to the grid that is owed', async () => {
    await closeDecember();
    await dueOnTheTwelfth();
    const { text } = await app.as('park1').get('/dashboard');
    expect(text).toContain('应于2025年2月12日前提交，已逾期 2 天');
    expect(text).toContain(`href="${january}"`);
    expect((await app.as('park1').get('/dashboard?lang=en')).text).toContain('2 days ago');
    await app.as('park1').get('/dashboard?lang=zh');
    expect((await app.as('park1').get('/returns')).text).toContain('已逾期 2 天');
    for (const who of ['bureau', 'putuo', 'auditor'])
      expect((await app.as(who).get('/dashboard')).text).not.toContain('已逾期');
  });
});

it('nothing is owed of a month that is skipped, closed, submitted, or filed by every venture', async () => {
  await closeDecember();
  await dueOnTheTwelfth();

  await step('of a month that is skipped', async () => {
    const monthly = await app.db.monthlyReturn.create({
      data: { parkId: 1, month: '2025-01', state: 'skipped', confirmed: [] },
    });
    expect(await hourOf('2025-02-14')).toBe(0);
    expect((await app.as('park1').get('/dashboard')).text).not.toContain('已逾期');
    await app.db.monthlyReturn.delete({ where: { id: monthly.id } });
  });

  await step('of a closed month', async () => {
    await app.db.closedMonth.create({
      data: { month: '2025-01', closedAt: app.clock.now(), reason: '' },
    });
    expect(await hourOf('2025-02-14')).toBe(0);
  });

  await step('of a return that was submitted', async () => {
    app.clock.set(new Date('2025-03-03T02:00:00Z'));
    await fill(app, '2025-02', { 1: 7, 2: 7 });
    expect(await hourOf('2025-03-09')).toBe(1);
    await forget();
    await submit(app, '2025-02');
    expect(await hourOf('2025-03-09')).toBe(0);
  });

  await step('where every venture has filed by itself', async () => {
    app.clock.set(new Date('2025-04-01T02:00:00Z'));
    expect(await hourOf('2025-04-08')).toBe(1);
    await forget();
    await transact(app.db, (tx) =>
      fileHeadcounts(
        tx,
        app.by('park1'),
        [1, 2].map((ventureId) => ({
          ventureId,
          month: '2025-03',
          version: null,
          ...headcount(7),
        })),
      ),
    );
    expect(await hourOf('2025-04-08')).toBe(0);
  });
});
