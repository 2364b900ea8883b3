import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { acts } from '../../src/history/acts.js';
import { isWordKey } from '../../src/language/say.js';
import { fileHeadcount } from '../../src/returns/file-headcounts.js';
import { kindOf } from '../../src/trail/verbs.js';
import { editVenture } from '../../src/ventures/edit-venture.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { settleVentures } from '../../src/ventures/settle-venture.js';
import { at, headcount } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { Client, signIn, type TestApp } from '../web/client.js';

let app: TestApp;
let address = '';

/** 海风民宿 of P01 is edited, its return corrected; it moves to P02 and leaves. */
beforeAll(async () => {
  app = await startParks();
  const { id: accountId } = await app.db.account.findUniqueOrThrow({
    where: { username: 'park1' },
  });
  const by = { ...at('2025-02-10'), accountId };
  await transact(app.db, async (tx) => {
    const venture = await tx.venture.findUniqueOrThrow({ where: { id: 1 } });
    address = `/ventures/${venture.number}`;
    await editVenture(tx, by, 1, 1, {
      name: '海风民宿',
      legalForm: 'team',
      creditCode: null,
      creditCodeNote: null,
      industry: 'R',
      trade: 'homestay',
      registeredOn: null,
      phone: '13912345678',
      about: '看海',
      isNamed: false,
    });
    const filing = { ventureId: 1, month: '2024-12', version: 1, ...headcount(9) };
    await fileHeadcount(tx, by, { ...filing, note: '漏报两人' });
    await moveVenture(tx, by, {
      ventureId: 1,
      toParkId: 2,
      movedOn: '2025-02-01',
      note: '换到码头',
    });
    const { id } = await tx.account.findUniqueOrThrow({ where: { username: 'park2' } });
    await endResidency(
      tx,
      { ...by, accountId: id },
      {
        ventureId: 1,
        endedOn: '2025-02-05',
        reason: 'graduated',
        note: '',
        setsAsideReturns: false,
      },
    );
  });
});
afterAll(() => app.close());

it('tells who did what, when, and what changed from what', async () => {
  const { text } = await (await signIn(app.base, 'bureau')).get(`${address}/history`);
  for (const told of [
    ...['登记创业主体', '入驻', '登记租约', '报送月报', '更正月报', '转园', '出园', '终止租约'],
    '行业：住宿和餐饮业 → 文化、体育和娱乐业',
    '公开名称：是 → 否',
    '联系电话：（空） → 13912345678',
    '带动就业人数：7 → 9',
    '说明：漏报两人',
    '转入园区：金塘创业园',
    '场地：P01-001 石屋一号',
    '原因：毕业出园',
    '2025年2月10日 10:00 · park1',
    '2025年2月1日 10:00 · 系统',
  ]) {
    expect(text).toContain(told);
  }
  // What did not change is not told.
  expect(text).not.toContain('核实方式：花名册 → 花名册');
});

it('a move stands in the history of both parks, once in a list that has both', async () => {
  const moves = (text: string) => text.split('转入园区：金塘创业园').length - 1;
  const bureau = await signIn(app.base, 'bureau');
  for (const park of ['P01', 'P02']) {
    expect(moves((await bureau.get(`/parks/${park}/history`)).text)).toBe(1);
    expect(moves((await bureau.get(`/history?number=${park}`)).text)).toBe(1);
    expect(moves((await bureau.get(`/history?park=${park}`)).text)).toBe(1);
  }
  const { id } = await app.db.account.findUniqueOrThrow({ where: { username: 'park1' } });
  const parks = await app.db.accountPark.findMany({ where: { accountId: id } });
  expect(parks).toEqual([{ accountId: id, parkId: 1 }]);
  expect(moves((await (await signIn(app.base, 'park1')).get('/history')).text)).toBe(1);
  await app.db.accountPark.create({ data: { accountId: id, parkId: 2 } });
  expect(moves((await (await signIn(app.base, 'park1')).get('/history')).text)).toBe(1);
  await app.db.accountPark.delete({ where: { accountId_parkId: { accountId: id, parkId: 2 } } });
});

it('in English too, and on the venture’s own page', async () => {
  const bureau = await signIn(app.base, 'bureau');
  const { text } = await bureau.get(`${address}?lang=en`);
  expect(text).toContain('Moved to another park');
  expect(text).toContain(`${address}/history`);
});

it('a park tells of its premises and of the ventures in it, each with a link', async () => {
  const { text } = await (await signIn(app.base, 'park1')).get('/parks/P01/history');
  expect(text).toContain('开设园区');
  expect(text).toContain('新增场地');
  expect(text).toContain('市场月租：1,234.00 元/月');
  expect(text).toContain(`href="${address}"`);
});

it('pages hold fifty events, and beyond the last stands the last', async () => {
  await app.db.historyEvent.createMany({
    data: Array.from({ length: 60 }, () => ({
      at: at('2024-05-01').at,
      verb: 'venture.edited',
      subjectKind: 'venture',
      subjectId: 2,
      ventureId: 2,
      detail: { name: ['甲', '乙'] },
    })),
  });
  const { number } = await app.db.venture.findUniqueOrThrow({ where: { id: 2 } });
  const client = await signIn(app.base, 'park1');
  const count = async (query: string) =>
    (await client.get(`/ventures/${number}/history${query}`)).text.match(/class="what"/g)?.length;
  expect(await count('')).toBe(50);
  expect(await count('?page=99')).toBe((await count('?page=2')) ?? 0);
  expect((await client.get(`/ventures/${number}/history?page=x`)).status).toBe(400);
});

it('a stranger gets 404, nobody is led to the sign-in', async () => {
  const client = await signIn(app.base, 'admin');
  for (const path of [`${address}/history`, '/parks/P01/history', '/ventures/V1/history']) {
    expect((await client.get(path)).status).toBe(404);
    expect((await new Client(app.base).get(path)).status).toBe(303);
  }
  expect((await (await signIn(app.base, 'park2')).get('/parks/P01/history')).status).toBe(404);
});

it('a park that a venture has left reads its past without phone numbers', async () => {
  const before = await (await signIn(app.base, 'park1')).get(`${address}/history`);
  expect(before.text).toContain('更正月报');
  expect(before.text).not.toContain('13912345678');
});

it.each(acts)('%s has its words, and what it was done to has', (act) => {
  expect(isWordKey(`history.${act}`)).toBe(true);
  expect(isWordKey(`history.kind.${kindOf(act)}`)).toBe(true);
});

it('a return that was set aside says so, and that it counts again when it is filed anew', async () => {
  const settling = { ventureId: 2, parkId: 1, beganOn: '2024-12-15' };
  await transact(app.db, async (tx) => {
    await endResidency(tx, at('2025-02-11'), {
      ventureId: 2,
      endedOn: '2024-12-10',
      reason: 'removed',
      note: '',
      setsAsideReturns: true,
    });
    await settleVentures(tx, at('2025-02-12'), [settling]);
    const filing = { ventureId: 2, month: '2024-12', version: 2, ...headcount(7) };
    await fileHeadcount(tx, at('2025-02-13'), { ...filing, note: '核实后恢复' });
  });
  const { number } = await app.db.venture.findUniqueOrThrow({ where: { id: 2 } });
  const { text } = await (await signIn(app.base, 'park1')).get(`/ventures/${number}/history`);
  expect(text).toContain('作废月报');
  expect(text).toContain('计入总数：否 → 是');
});
