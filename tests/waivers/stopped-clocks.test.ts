import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Day, today } from '../../src/calendar/days.js';
import { currentCalendar } from '../../src/calendar/stored-calendar.js';
import { transact } from '../../src/database/database.js';
import { rulesOf } from '../../src/policies/parsed-rules.js';
import { askForPaper } from '../../src/waivers/ask-for-paper.js';
import { refuseApplication } from '../../src/waivers/determine-application.js';
import { grantWaiver } from '../../src/waivers/grant-waiver.js';
import { runNight } from '../../src/waivers/nightly.js';
import { objectToApplication } from '../../src/waivers/object-to-application.js';
import { askReconsideration } from '../../src/waivers/reconsider-application.js';
import { redated } from '../../src/waivers/redated.js';
import { resolveObjection } from '../../src/waivers/resolve-objection.js';
import { returnForCorrection } from '../../src/waivers/return-for-correction.js';
import { openStates, states } from '../../src/waivers/states.js';
import { waitsForOffice } from '../../src/waivers/tell-overdue.js';
import { type Cast, caseAt, seen, startWaivers } from './cast.js';
import { caseOf, morning, see } from './desk.js';

let cast: Cast;
beforeEach(async () => {
  cast = await startWaivers();
});
afterEach(() => cast.close());

const night = (day: Day) => runNight(cast.db, new Date(`${day}T16:30:00Z`)); // half past midnight of the day after
const told = async (number: string) =>
  (
    await cast.db.outboxMessage.findMany({
      where: { href: `/waivers/${number}` },
      include: { account: { select: { username: true, role: true } } },
      orderBy: { id: 'asc' },
    })
  ).map(({ key, account, createdAt }) => ({
    key: key.replace('waivers.message.', ''),
    to: account?.username,
    on: today(createdAt),
  }));

async function object(number: string, day: Day, phone = '13900000001'): Promise<number> {
  const proven = { name: '王海', phone, ticket: `ticket-${phone}` };
  const said = { number, ground: 'untrue', text: '与实际不符', lang: 'zh' } as const;
  return (await transact(cast.db, (tx) => objectToApplication(tx, morning(day), said, proven))).id;
}
const dismiss = async (id: number, number: string, day: Day) =>
  cast.act(
    'bureau2',
    async (tx, by) =>
      resolveObjection(
        tx,
        by,
        { id, version: (await seen(cast, number)).version },
        { upholds: false, answer: '经核查属实' },
      ),
    day,
  );

describe('a notice that stands for an objection', () => {
  it('goes on after the term of the answer, with the days that were left, and is granted after the answer only', async () => {
    const number = await caseAt(cast, 'notice'); // from Monday 2025-02-17, five working days: up to the 24th
    const id = await object(number, '2025-02-18'); // four are left; ten working days to answer: the 4th of March
    expect(await night('2025-03-03')).toMatchObject({ wentOn: 0, overdue: 0 });
    expect(await caseOf(cast, number)).toMatchObject({ pausedTo: null, dueOn: '2025-03-04' });
    expect(await night('2025-03-04')).toMatchObject({ wentOn: 1, overdue: 1 });
    // From Wednesday the 5th: the 5th, 6th, 7th and 10th.
    expect(await caseOf(cast, number)).toMatchObject({
      pausedFrom: '2025-02-18',
      pausedTo: '2025-03-04',
      noticeTo: '2025-03-11',
      dueOn: '2025-03-04',
    });
    expect(await night('2025-03-05')).toMatchObject({ wentOn: 0, overdue: 0 });
    const grant = async (day: Day) =>
      cast.act('bureau2', async (tx, by) => grantWaiver(tx, by, await seen(cast, number)), day);
    await expect(grant('2025-03-11')).rejects.toThrow('waivers.fault.objection-open');
    await dismiss(id, number, '2025-03-11');
    expect(await caseOf(cast, number)).toMatchObject({ noticeTo: '2025-03-11' });
    await grant('2025-03-11');
  });

  it('gives the public each of its days though the service was down when the term ended, and stands once', async () => {
    const number = await caseAt(cast, 'notice');
    await object(number, '2025-02-18');
    await night('2025-03-20');
    expect(await caseOf(cast, number)).toMatchObject({
      pausedTo: '2025-03-20',
      noticeTo: '2025-03-27', // the 21st, 24th, 25th and 26th
    });
    await object(number, '2025-03-21', '13900000002');
    expect(await caseOf(cast, number)).toMatchObject({ pausedTo: '2025-03-20' });
    expect(await night('2025-04-30')).toMatchObject({ wentOn: 0 });
  });

  it('keeps its days when they are counted again', async () => {
    const number = await caseAt(cast, 'notice');
    await object(number, '2025-02-18');
    await night('2025-03-04');
    const row = await cast.db.waiverApplication.findUniqueOrThrow({
      where: { number },
      include: { steps: { orderBy: { id: 'asc' } }, objections: true, policyVersion: true },
    });
    const { limits } = rulesOf(row.policyVersion.rules);
    const calendar = await currentCalendar(cast.db);
    const recount = { before: calendar, now: calendar, on: '2025-03-05' };
    const days = redated({ ...row, state: 'notice', limits }, recount);
    expect(days).toMatchObject({ noticeTo: '2025-03-11', dueOn: '2025-03-04' });
  });

  it('tells the applicant of the delay and the new date, who objected, and each week who answers and who watches', async () => {
    const number = await caseAt(cast, 'notice');
    await object(number, '2025-02-18', '13900000003');
    const before = (await told(number)).length;
    for (const day of ['04', '05', '06', '10', '11', '12', '17', '18'])
      await night(`2025-03-${day}`);
    const news = (await told(number)).slice(before);
    expect(news.filter(({ to }) => to === 'founder2').map(({ key }) => key)).toEqual(['went-on']);
    const staff = news.filter(({ key }) => key === 'overdue-here');
    const accounts = await cast.db.account.findMany({
      where: { role: { in: ['bureau-staff', 'auditor'] } },
      orderBy: { id: 'asc' },
    });
    expect(accounts.length).toBeGreaterThan(1);
    for (const on of ['2025-03-05', '2025-03-12', '2025-03-19'])
      expect(staff.filter((one) => one.on === on).map(({ to }) => to)).toEqual(
        accounts.map(({ username }) => username),
      );
    expect(staff).toHaveLength(3 * accounts.length);
    const [last] = await cast.db.outboxMessage.findMany({
      where: { phone: '13900000003' },
      orderBy: { id: 'desc' },
    });
    expect(last?.key).toBe('waivers.message.objection-late');
    cast.clock.set(morning('2025-03-06'));
    expect(await see(cast, 'founder2', `/waivers/${number}`)).toContain(
      '异议应于2025年3月4日前答复，现已超期；公示已恢复计时，至2025年3月10日',
    );
  });
});

async function isSeenEachDay(number: string): Promise<void> {
  for (const day of ['2025-12-15', '2025-12-16']) {
    cast.clock.set(morning(day));
    expect(await see(cast, 'bureau2', '/today')).toContain(`/waivers/${number}`);
    await night(day);
  }
}

/** What ends each wait of a case whose clock stands, or who sees it each day. */
const waits: Record<string, () => Promise<void>> = {
  // Nobody waits for a draft: it has no term, and its holder sees it each day.
  draft: async () => {
    const number = await caseAt(cast, 'draft');
    await night('2025-12-01');
    expect(await caseOf(cast, number)).toMatchObject({ state: 'draft', dueOn: null });
    cast.clock.set(morning('2025-12-02'));
    expect(await see(cast, 'founder2', '/today')).toContain(`/waivers/${number}`);
  },
  correction: async () => {
    const number = await caseAt(cast, 'submitted');
    const correction = { fields: ['months' as const], proof: [], note: '请核对月数' };
    await cast.act('park1', async (tx, by) =>
      returnForCorrection(tx, by, await seen(cast, number), correction),
    );
    expect((await caseOf(cast, number)).state).toBe('correction');
    await night('2025-12-01');
    expect((await caseOf(cast, number)).state).toBe('lapsed');
  },
  supplement: async () => {
    const number = await caseAt(cast, 'park-review');
    const paper = { paper: '社会保险缴费证明', note: '核实参保月数' };
    await cast.act('park1', async (tx, by) => askForPaper(tx, by, await seen(cast, number), paper));
    expect((await caseOf(cast, number)).state).toBe('supplement');
    await night('2025-12-01');
    expect((await caseOf(cast, number)).state).toBe('park-review');
  },
  notice: async () => {
    const number = await caseAt(cast, 'notice');
    await object(number, '2025-02-18');
    await night('2025-12-01');
    expect((await caseOf(cast, number)).pausedTo).toBe('2025-12-01');
    await isSeenEachDay(number);
  },
  reconsideration: async () => {
    const number = await caseAt(cast, 'bureau-review');
    await cast.act('bureau', async (tx, by) =>
      refuseApplication(tx, by, await seen(cast, number), { reason: 'other', note: '材料存疑' }),
    );
    await cast.act('founder2', async (tx, by) =>
      askReconsideration(tx, by, await seen(cast, number), { note: '补充说明' }),
    );
    await night('2025-12-01');
    expect((await told(number)).filter(({ to }) => to === 'founder2').at(-1)?.key).toBe('overdue');
    await isSeenEachDay(number);
  },
};
const standing = openStates.filter((state) => states[state].clock === 'stands');

it.each(standing)('never lets a case whose clock stands wait unseen: %s', async (state) => {
  const wait = waits[state];
  if (!wait) throw new Error(`nothing is known of what ends ${state}`);
  await wait();
});

it('tells of every state in which the office is waited for while the clock stands', () => {
  expect([...waitsForOffice].sort()).toEqual(['notice', 'reconsideration']);
});
