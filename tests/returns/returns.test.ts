import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { totalOf } from '../../src/ledger/totals.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { settleVentures } from '../../src/ventures/settle-venture.js';
import { at, someVenture } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { onceKey } from '../ventures/fields.js';
import { Client, signIn, type TestApp } from '../web/client.js';

let app: TestApp;
let park1: Client;
let venture = '';
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  venture = `/ventures/${(await app.db.venture.findUniqueOrThrow({ where: { id: 1 } })).number}`;
});
afterEach(() => app.close());

const typed = (changes: Record<string, string> = {}) => ({
  headcount: '8',
  graduates: '2',
  hardship: '',
  returned: '',
  local: '5',
  evidence: 'roster',
  note: '',
  version: '',
  ...changes,
});
const of = (month: string) => `${venture}/returns/${month}`;
const filed = (month: string) =>
  app.db.jobsReturn.findUnique({ where: { ventureId_month: { ventureId: 1, month } } });
const jobs = (asOf: string) =>
  totalOf(app.db, { measure: 'jobs', scope: { kind: 'park', id: 1 }, asOf });

it('files a first return: the totals move at the month’s end, a blank part stays unknown', async () => {
  const form = await park1.get(of('2025-01'));
  expect(form.text).toContain('报送2025年1月月报');
  expect(form.text).toContain('上一次报送：2024年12月，7 人。');
  const before = await jobs('2025-01-31');
  const answer = await park1.post(of('2025-01'), typed());
  expect([answer.status, answer.location]).toEqual([303, venture]);
  expect(await filed('2025-01')).toMatchObject({ headcount: 8, graduates: 2, hardship: null });
  expect(await jobs('2025-01-30')).toBe(before);
  expect(await jobs('2025-01-31')).toBe(before + 1);
});

it('corrects it with a reason, and only under the version that was seen', async () => {
  await park1.post(of('2025-01'), typed());
  const form = await park1.get(of('2025-01'));
  expect(form.text).toContain('更正2025年1月月报');
  const silent = await park1.post(of('2025-01'), typed({ headcount: '9', version: '1' }));
  expect([silent.status, silent.text.includes('更正须写明原因')]).toEqual([422, true]);
  const first = typed({ headcount: '9', graduates: '3', version: '1', note: '漏报一人' });
  expect((await park1.post(of('2025-01'), first)).status).toBe(303);
  const late = await park1.post(
    of('2025-01'),
    typed({ headcount: '5', version: '1', note: '少了' }),
  );
  expect(late.status).toBe(409);
  expect(late.text).toContain('value="5"');
  expect(late.text).toMatch(/name="version" value="2"/);
  expect((await filed('2025-01'))?.headcount).toBe(9);
  const again = await park1.post(
    of('2025-01'),
    typed({ headcount: '5', version: '2', note: '少了' }),
  );
  expect(again.status).toBe(303);
  expect((await filed('2025-01'))?.headcount).toBe(5);
  const { text } = await park1.get(`${venture}/history`);
  for (const told of ['带动就业人数：8 → 9', '高校毕业生：2 人 → 3 人', '说明：漏报一人']) {
    expect(text).toContain(told);
  }
});

it('two first returns from two tabs: the second sees the first; the same form twice files one', async () => {
  const form = { ...typed(), _key: onceKey('return') };
  const answers = await Promise.all([1, 2, 3].map(() => park1.post(of('2024-11'), form)));
  expect(answers.map((answer) => answer.status)).toEqual([303, 303, 303]);
  expect((await park1.post(of('2024-11'), typed({ headcount: '6' }))).status).toBe(409);
  expect((await filed('2024-11'))?.headcount).toBe(8);
});

it.each([
  [{ headcount: '' }, 'headcount'],
  [{ headcount: '-1' }, 'headcount'],
  [{ headcount: '8.5' }, 'headcount'],
  [{ headcount: '100001' }, 'headcount'],
  [{ graduates: '9' }, 'graduates'],
  [{ evidence: 'rumour' }, 'evidence'],
])('refuses %j by the field and writes nothing', async (changes, field) => {
  const answer = await park1.post(of('2024-10'), typed(changes));
  expect(answer.status).toBe(422);
  expect(answer.text).toMatch(new RegExp(`href="#${field}">[^<]+：`));
  expect(await filed('2024-10')).toBeNull();
});

it.each([
  ['2025-02', '该月尚未结束', '2025年2月尚未结束，该月月报自2025年2月28日起填报'],
  ['2024-02', '该月末创业主体不在任何园区', '该月末创业主体不在任何园区'],
])('%s cannot be filed: %s; its pages say why: %s', async (month, reason, why) => {
  expect((await park1.get(of(month))).text).toContain(why);
  expect((await park1.get(`${of(month)}/proofs`)).text).toContain(why);
  const answer = await park1.post(of(month), typed());
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(reason);
  expect(await filed(month)).toBeNull();
});

it('another park 404, a reader 403, nobody 303 and 401, no such month or number 404', async () => {
  await park1.post(of('2025-01'), typed());
  const path = of('2024-10');
  const park2 = await signIn(app.base, 'park2');
  expect((await park2.get(path)).status).toBe(404);
  expect((await park2.post(path, typed())).status).toBe(404);
  for (const username of ['putuo', 'auditor']) {
    const reader = await signIn(app.base, username);
    expect((await reader.get(path)).status).toBe(404);
    const shown = await reader.get(of('2025-01'));
    expect([shown.status, shown.text.includes('<form method="post" action="/ventures')]).toEqual([
      200,
      false,
    ]);
    expect(shown.text).toContain('花名册');
    expect((await reader.post(path, typed())).status).toBe(403);
  }
  expect((await new Client(app.base).get(path)).status).toBe(303);
  expect((await new Client(app.base).post(path, typed())).status).toBe(401);
  for (const wrong of [of('2024-13'), of('x'), '/ventures/V1/returns/2024-10']) {
    expect((await park1.get(wrong)).status).toBe(404);
  }
});

describe('the month', () => {
  beforeEach(async () => {
    await transact(app.db, async (tx) => {
      const by = at('2025-02-01');
      const ids = await logVentures(
        tx,
        by,
        Array.from({ length: 60 }, () => someVenture(2)),
      );
      const beganOn = '2024-09-15';
      await settleVentures(
        tx,
        by,
        ids.map((ventureId) => ({ ventureId, parkId: 2, beganOn })),
      );
    });
  });
  const rows = (text: string) =>
    [
      ...(text.split('各县区报送情况')[0] as string).matchAll(
        /<th scope="row">(?:<a[^>]*>)?([^<]+)(?:<\/a>)?<\/th>\s*<td[^>]*><a[^>]*>(\d+)<.*?<\/td>\s*<td[^>]*><a[^>]*>(\d+)<.*?<\/td>\s*<td[^>]*>(?:<strong>)?(\d+)/gs,
      ),
    ].map(([, name, ...numbers]) => [name, ...numbers.map(Number)]);

  it('tells what is due, filed and missing of each park, and who owes', async () => {
    const bureau = await signIn(app.base, 'bureau');
    const { text } = await bureau.get('/returns?month=2024-12');
    expect(rows(text)).toEqual([
      ['P01 黄杨尖创业园', 2, 2, 0],
      ['P02 金塘创业园', 60, 0, 60],
      ['合计', 62, 2, 60],
    ]);
    expect(text.match(/\/returns\/2024-12"/g)).toHaveLength(50);
    const rest = await bureau.get('/returns?month=2024-12&park=P02&page=2');
    expect(rest.text.match(/\/returns\/2024-12"/g)).toHaveLength(10);
  });

  it('shows what was missing in each of twelve months, none where a park was empty', async () => {
    const bureau = await signIn(app.base, 'bureau');
    const { text } = await bureau.get('/returns?month=2024-12');
    const recent = [
      ...(text.split('近12个月未报送情况').at(-1) ?? '').matchAll(
        /<th scope="row"[^>]*><a[^>]*>([^<]+)<\/a><\/th>(.*?)<\/tr>/gs,
      ),
    ].map(([, name, cells = '']) => [
      name,
      ...cells
        .replace(/<[^>]+>/g, ' ')
        .trim()
        .split(/\s+/),
    ]);
    expect(recent).toHaveLength(12);
    expect(recent[0]).toEqual(['2024年12月', '0', '60', '60']);
    expect(recent.find(([name]) => name === '2024年8月')).toEqual(['2024年8月', '2', '—', '2']);
    expect(recent.at(-1)).toEqual(['2024年1月', '—', '—', '0']);
  });

  it('nothing was due of a month at whose end the park had no venture: none is overdue, or to be filled in', async () => {
    const { status, text } = await park1.get('/returns/2020-02/P01');
    expect(status).toBe(200);
    expect(text).toContain('无须报送');
    for (const untrue of ['逾期', '请在期限前', '未填报', '应于'])
      expect(text, untrue).not.toContain(untrue);
    const fill = 'href="/returns/2020-02/P01"';
    expect((await park1.get('/returns?month=2020-02')).text).not.toContain(fill);
    expect((await park1.get('/returns?month=2025-01')).text).toContain(
      fill.replace('2020-02', '2025-01'),
    );
  });

  it('a manager sees the own park; a reader has no link to file; others get 403', async () => {
    const own = await park1.get('/returns?month=2024-12');
    expect(rows(own.text)).toEqual([
      ['P01 黄杨尖创业园', 2, 2, 0],
      ['合计', 2, 2, 0],
    ]);
    const auditor = await (await signIn(app.base, 'auditor')).get('/returns?month=2024-12');
    expect(auditor.text).not.toContain('/returns/2024-12"');
    expect((await (await signIn(app.base, 'admin')).get('/returns')).status).toBe(403);
    expect((await new Client(app.base).get('/returns')).status).toBe(303);
  });

  // A foreign park used to be taken for all parks, and a month to come for the newest, without a word.
  it('a wrong month is 400, one that is not over says when it opens, a foreign park is none of the choices', async () => {
    expect((await park1.get('/returns?month=2024-13')).status).toBe(400);
    const { text } = await park1.get('/returns?month=2025-09');
    expect(text).toContain('2025年1月月报');
    expect(text).toContain(
      '2025年9月尚未结束，该月月报自2025年9月30日起填报；以下为2025年1月的月报。',
    );
    expect((await park1.get('/returns?month=2025-01')).text).not.toContain('尚未结束，该月');
    for (const [path, status] of [
      ['/returns/2025-09/P01', 404],
      ['/returns/2025-09/closing', 404],
      ['/returns/2025-09/evidence', 404],
    ] as const) {
      const early = await (await signIn(app.base, path.endsWith('P01') ? 'park1' : 'bureau')).get(
        path,
      );
      expect([early.status, early.text.includes('该月月报自2025年9月30日起填报')], path).toEqual([
        status,
        true,
      ]);
    }
    expect((await park1.get('/returns?park=P02')).status).toBe(400);
    expect((await park1.get('/returns/2024-12/evidence?park=P02')).status).toBe(404);
    expect((await park1.get('/returns?page=x')).status).toBe(400);
  });

  it('a return belongs to the park at the month’s end', async () => {
    await transact(app.db, (tx) =>
      moveVenture(tx, at('2025-02-10'), {
        ventureId: 2,
        toParkId: 2,
        movedOn: '2025-02-05',
        note: '',
      }),
    );
    const { number } = await app.db.venture.findUniqueOrThrow({ where: { id: 2 } });
    expect((await park1.get(`/ventures/${number}/returns/2025-01`)).status).toBe(200);
    const park2 = await signIn(app.base, 'park2');
    expect((await park2.get(`/ventures/${number}/returns/2024-12`)).text).toContain('7 人');
    expect((await park2.post(`/ventures/${number}/returns/2024-12`, typed())).status).toBe(403);
  });
});

describe('a founder', () => {
  beforeEach(async () => {
    const { passwordHash } = await app.db.account.findFirstOrThrow();
    const role = { role: 'founder', passwordHash, createdAt: new Date() };
    const { personId } = await app.db.personRole.findFirstOrThrow({ where: { ventureId: 1 } });
    await app.db.account.create({
      data: { ...role, username: 'founder1', name: '陈海', personId },
    });
    await app.db.account.create({ data: { ...role, username: 'founder2', name: '无' } });
  });

  it('reads every month of the own venture, filed and missing, and files none', async () => {
    for (const month of ['2024-11', '2025-01']) await park1.post(of(month), typed());
    const founder = await signIn(app.base, 'founder1');
    const { status, text } = await founder.get('/returns');
    expect(status).toBe(200);
    const months = [
      ...text.matchAll(
        /<th scope="row" class="nowrap">(?:<a[^>]*>)?([^<]+)(?:<\/a>)?<\/th>(.*?)<\/tr>/gs,
      ),
    ].map(([, month, cells = '']) => [month, cells.includes('已报')]);
    expect(months).toHaveLength(11);
    expect(months.slice(0, 4)).toEqual([
      ['2025年1月', true],
      ['2024年12月', true],
      ['2024年11月', true],
      ['2024年10月', false],
    ]);
    expect(months.at(-1)).toEqual(['2024年3月', false]);
    expect(text).toContain('已报 3 个月，未报 8 个月。');
    expect(text).toContain(`href="${of('2024-12')}"`);
    expect(text).not.toContain(`href="${of('2024-10')}"`);
    expect(text).not.toContain('不具名工坊');
    expect((await founder.get(of('2024-12'))).status).toBe(200);
    expect((await founder.post(of('2024-10'), typed())).status).toBe(403);
  });

  it('without a venture sees none', async () => {
    const other = await (await signIn(app.base, 'founder2')).get('/returns');
    expect([other.status, other.text.includes('名下没有创业主体')]).toEqual([200, true]);
  });
});
