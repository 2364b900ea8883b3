import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { acceptReturn, approveReturn, skipReturn } from '../../src/returns/move-return.js';
import { step } from '../step.js';
import { type Cast, fill, startReturns, submit } from './cast.js';

const month = '2025-01';
const href = `/returns/${month}/P01`;
let app: Cast;
beforeEach(async () => {
  app = await startReturns();
  await fill(app, month, { 1: 8, 2: 7 });
  await submit(app, month);
});
afterEach(() => app.close());

const standing = () =>
  app.db.monthlyReturn.findUniqueOrThrow({ where: { parkId_month: { parkId: 1, month } } });
const post = (who: string, path: string, fields: Record<string, string> = {}) =>
  app.as(who).post(`${href}/${path}`, fields, { from: href });
const states = async () => (await standing()).state;
const typed = (headcount: string, note: string, version = '1') => ({
  headcount,
  graduates: '',
  hardship: '',
  returned: '',
  local: '',
  others: '',
  evidence: 'roster',
  note,
  version,
});
const one = async () =>
  `/ventures/${(await app.db.venture.findUniqueOrThrow({ where: { id: 1 } })).number}/returns/${month}`;

it('is reviewed by its county, not by the park, another county’s, a reader, or nobody', async () => {
  expect((await app.as('park1').get(href)).text).not.toContain('/approval');
  for (const who of ['park1', 'auditor'])
    expect((await post(who, 'approval')).status, who).toBe(403);
  expect((await post('park2', 'approval')).status).toBe(404);
  expect((await app.as('putuo').get(href)).text).toContain(`action="${href}/approval"`);
  expect((await app.as('putuo').post('/returns/2025-01/P02/approval')).status).toBe(404);
  expect(await states()).toBe('submitted');
});

it('is sent back, submitted again, approved, accepted and corrected, and those are told whom it waits for', async () => {
  await step(
    'is sent back with remarks, which the park reads; without them it is not',
    async () => {
      const page = `${href}/sending-back`;
      expect((await app.as('putuo').get(href)).text).toContain(`href="${page}"`);
      expect((await app.as('putuo').get(page)).text).toContain('name="remark"');
      expect((await app.as('park1').get(page)).status).toBe(403);
      expect((await post('putuo', 'sending-back', { remark: '' })).status).toBe(422);
      const version = String((await standing()).version);
      const sent = await post('putuo', 'sending-back', { version, remark: '请附花名册' });
      expect([sent.status, await states()]).toEqual([303, 'sent-back']);
      const { text } = await app.as('park1').get(href);
      expect(text).toContain('请附花名册');
      expect(text).toContain('data-grid');
      expect((await post('putuo', 'sending-back', { version, remark: '再次' })).status).toBe(409);
    },
  );

  await step(
    'what counted stands until it is submitted again; a change then corrects it',
    async () => {
      await fill(app, month, { 1: 9 });
      const filed = () => app.db.jobsReturn.findFirstOrThrow({ where: { ventureId: 1, month } });
      expect((await filed()).headcount).toBe(8);
      await submit(app, month);
      expect(await filed()).toMatchObject({ headcount: 9, version: 2 });
      const events = await app.db.historyEvent.findMany({
        where: { subjectKind: 'jobs-return', subjectId: (await filed()).id },
      });
      expect(events.map(({ verb }) => verb)).toEqual([
        'jobs-return.filed',
        'jobs-return.corrected',
      ]);
    },
  );

  await step('is approved by one, accepted by another, each once', async () => {
    const version = String((await standing()).version);
    const answers = await Promise.all([1, 2].map(() => post('putuo', 'approval', { version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await post('putuo', 'acceptance')).status).toBe(403);
    expect((await post('bureau', 'acceptance')).status).toBe(303);
    expect(await standing()).toMatchObject({
      state: 'accepted',
      approvedById: app.accountId('putuo'),
      acceptedById: app.accountId('bureau'),
    });
    expect((await post('bureau', 'acceptance')).status).toBe(409);
  });

  await step(
    'a correction of one venture afterwards takes a reason and goes back to the reviewers',
    async () => {
      const address = await one();
      expect((await app.as('park1').post(address, typed('10', '', '2'))).status).toBe(422);
      expect((await app.as('park1').post(address, typed('10', '漏报一人', '2'))).status).toBe(303);
      expect(await standing()).toMatchObject({
        state: 'submitted',
        approvedById: null,
        acceptedById: null,
      });
      const cell = await app.db.returnCell.findFirstOrThrow({ where: { ventureId: 1 } });
      expect(cell).toMatchObject({ headcount: 10, note: '漏报一人' });
    },
  );

  await step('its county is told that it waits, its managers that it came back', async () => {
    const of = async (who: string) =>
      (await app.db.outboxMessage.findMany({ where: { accountId: app.accountId(who) } })).map(
        ({ key, href: to }) => [key, to],
      );
    expect(await of('putuo')).toContainEqual(['returns.message.submitted', href]);
    expect(await of('park1')).toContainEqual(['returns.message.sent-back', href]);
    expect(await of('park2')).toEqual([]);
    const { text } = await app.as('park1').get('/messages');
    expect(text).toContain('请附花名册');
  });
});

it('nobody reviews what they submitted: page, route, verb and database', async () => {
  await app.db.monthlyReturn.update({
    where: { parkId_month: { parkId: 1, month } },
    data: { submittedById: app.accountId('bureau') },
  });
  expect((await app.as('bureau').get(href)).text).not.toContain('/approval');
  const own = await post('bureau', 'approval');
  expect([own.status, own.text.includes('不能审核或验收自己提交')]).toEqual([403, true]);
  const seen = { parkId: 1, month, version: null };
  await expect(
    transact(app.db, (tx) => approveReturn(tx, app.by('bureau'), seen)),
  ).rejects.toMatchObject({ status: 403 });
  await expect(
    app.db.monthlyReturn.update({
      where: { parkId_month: { parkId: 1, month } },
      data: { approvedById: app.accountId('bureau') },
    }),
  ).rejects.toThrow();
  await transact(app.db, (tx) => approveReturn(tx, app.by('bureau2'), seen));
  await expect(
    transact(app.db, (tx) => acceptReturn(tx, app.by('bureau2'), seen)),
  ).rejects.toMatchObject({ status: 403 });
});

describe('skipping', () => {
  const earlier = '/returns/2024-11/P01';

  it('takes a reason, is taken up again, and is not the county’s to do', async () => {
    const skip = (who: string, skipReason: string) =>
      app.as(who).post(`${earlier}/skip`, { skipReason }, { from: earlier });
    expect((await app.as('park1').get(`${earlier}/skip`)).text).toContain('name="skipReason"');
    expect((await app.as('park1').get(earlier)).text).not.toContain('name="skipReason"');
    expect((await app.as('putuo').get(`${earlier}/skip`)).status).toBe(403);
    expect((await app.as('park2').get(`${earlier}/skip`)).status).toBe(404);
    expect((await skip('putuo', '台风')).status).toBe(403);
    const blank = await skip('park1', '');
    expect([blank.status, blank.text.includes('name="skipReason"')]).toEqual([422, true]);
    expect((await skip('park1', '台风停航，无法核实')).status).toBe(303);
    expect((await app.as('putuo').get(earlier)).text).toContain('台风停航，无法核实');
    expect((await app.as('bureau').get('/returns?month=2024-11')).text).toContain('本月不报');
    const resumed = await app.as('park1').post(`${earlier}/resumption`, {}, { from: earlier });
    expect(resumed.status).toBe(303);
    expect((await app.as('park1').get(earlier)).text).toContain('data-grid');
    const verb = { parkId: 1, month: '2024-11', version: null, reason: ' ' };
    await expect(
      transact(app.db, (tx) => skipReturn(tx, app.by('park1'), verb)),
    ).rejects.toMatchObject({ faults: [{ field: 'skipReason' }] });
  });
});

describe('the rules', () => {
  it('are data of the bureau, and the page of a month tells of time by them', async () => {
    const fields = {
      dueDay: '20',
      remindDays: '10',
      ventureJumpPeople: '3',
      ventureJumpPercent: '10',
      parkJumpPercent: '5',
      rosterYears: '2',
    };
    const seen =
      /name="seen" value="([^"]+)"/.exec(
        (await app.as('bureau').get('/returns/rules')).text,
      )?.[1] ?? '';
    expect((await app.as('park1').get('/returns/rules')).status).toBe(403);
    expect(
      (await app.as('bureau').post('/returns/rules', { ...fields, dueDay: '31', seen })).status,
    ).toBe(422);
    expect(
      (await app.as('bureau').post('/returns/rules', { ...fields, rosterYears: '4', seen })).status,
    ).toBe(422);
    expect((await app.as('bureau').post('/returns/rules', { ...fields, seen })).status).toBe(303);
    expect((await app.as('bureau2').post('/returns/rules', { ...fields, seen })).status).toBe(409);
    expect((await app.as('bureau').get('/returns?month=2025-01')).text).toContain(
      '应于2025年2月20日前报送',
    );
    expect((await app.as('park1').get('/returns?month=2024-11')).text).toContain('已逾期');
    const { text } = await app.as('bureau').get('/history?kind=return-rules');
    expect(text).toContain('次月几日前报送：8 → 20');
    expect(text).toContain('花名册保存几年（1 至 3）：3 → 2');
  });

  it('leave what was on time in a closed month, whatever day returns are due on later', async () => {
    const rules = async (dueDay: string) => {
      const { text } = await app.as('bureau').get('/returns/rules');
      const typed = [...text.matchAll(/name="(\w+)"[^>]*? value="([^"]*)"/g)];
      const fields = Object.fromEntries(typed.map(([, name, value]) => [name, value]));
      return app.as('bureau').post('/returns/rules', Object.assign(fields, { dueDay }));
    };
    const due = async (month: string) =>
      /应于[^前]+前报送/.exec((await app.as('bureau').get(`/returns?month=${month}`)).text)?.[0];
    expect((await rules('18')).status).toBe(303);
    await app.db.closedMonth.create({ data: { month: '2024-11', closedAt: new Date() } });
    await rules('5');
    await rules('6');
    await app.db.closedMonth.create({ data: { month: '2024-12', closedAt: new Date() } });
    expect((await rules('7')).status).toBe(303);
    expect([await due('2024-10'), await due('2024-11')]).toEqual([
      '应于2024年11月18日前报送',
      '应于2024年12月18日前报送',
    ]);
    expect([await due('2024-12'), await due('2025-01')]).toEqual([
      '应于2025年1月6日前报送',
      '应于2025年2月7日前报送',
    ]);
  });
});
