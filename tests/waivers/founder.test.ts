import { afterAll, beforeAll, expect, it } from 'vitest';
import { somePdf, somePng } from '../proofs/samples.js';
import { step } from '../step.js';
import { Client } from '../web/client.js';
import { type Cast, startWaivers } from './cast.js';
import { answer, hidden, plain, sendFile } from './pages.js';

let cast: Cast;
let founder: Client;
let at: string;
beforeAll(async () => {
  cast = await startWaivers();
  founder = await cast.as('founder1');
});
afterAll(() => cast.close());

const number = () => at.slice('/waivers/'.length);
const caseNow = () => cast.db.waiverApplication.findUniqueOrThrow({ where: { number: number() } });

it('a founder finds a policy, answers, sends proof, checks it, hands it in, and reads where it stands', async () => {
  await step('finds what can be applied for, and begins', async () => {
    const list = await founder.get('/waivers');
    expect(list.text).toContain('还没有申请');
    expect(plain(list.text)).toContain('href="/waivers/new?policy=rent-free"');
    const page = await founder.get('/waivers/new?policy=rent-free');
    expect(page.text).toMatch(/value="rent-free" checked/);
    const venture = await cast.db.venture.findUniqueOrThrow({ where: { id: cast.ventureIds[0] } });
    const form = { policy: 'rent-free', venture: venture.number, _key: 'begin-once-0123456789' };
    const begun = await founder.post('/waivers/new', form);
    expect([begun.status, begun.location]).toEqual([303, '/waivers/A2025-000001']);
    at = begun.location as string;
    expect((await founder.post('/waivers/new', form)).location).toBe(at);
    const again = await founder.post('/waivers/new', { ...form, _key: '' });
    expect(again.status).toBe(409);
    expect(again.text).toContain(`href="${at}"`);
    expect(await cast.db.waiverApplication.count()).toBe(1);
  });

  await step('is told of a policy or a venture that is not there', async () => {
    for (const form of [{}, { policy: 'rent-free', venture: 'V1999-0001' }])
      expect((await founder.post('/waivers/new', form)).status).toBe(422);
    const venture = await cast.db.venture.findUniqueOrThrow({ where: { id: cast.ventureIds[0] } });
    const unknown = await founder.post('/waivers/new', { policy: 'x', venture: venture.number });
    expect([unknown.status, unknown.text.includes('目前没有施行')]).toEqual([422, true]);
  });

  await step('sees the tasks, what is known being done already', async () => {
    const { text } = await founder.get(at);
    expect(text).toContain('已完成 5 项');
    for (const done of ['起始日期', '申请月数', '证件号码 ']) expect(text).toContain(done);
    expect(text).not.toContain('营业登记');
    expect(text).toContain('填完申请信息后列出需要的材料');
  });

  await step('answers a question a page, and goes on to the next that is open', async () => {
    const asked = `${at}/questions/premises`;
    const none = await answer(founder, asked, {});
    expect([none.status, none.text.includes('error-summary')]).toEqual([422, true]);
    const tenancies = await cast.db.tenancy.findMany({
      where: { ventureId: cast.ventureIds[0], rent: { gt: 0 } },
    });
    const premises = `tenancy-${tenancies[0]?.id}`;
    const saved = await answer(founder, asked, { premises });
    expect([saved.status, saved.location]).toEqual([303, `${at}/questions/categories`]);
    const both = await answer(founder, `${at}/questions/categories`, {
      categories: ['none', 'veteran'],
    });
    expect(both.status).toBe(422);
    const graduate = await answer(founder, `${at}/questions/categories`, {
      categories: 'graduate',
    });
    expect(graduate.location).toBe(`${at}/questions/graduation`);
    const future = await answer(founder, `${at}/questions/graduation`, {
      graduatedOn: '2026-01-01',
    });
    expect([future.status, future.text.includes('value="2026-01-01"')]).toEqual([422, true]);
    const day = await answer(founder, `${at}/questions/graduation`, { graduatedOn: '2023-06-30' });
    expect(day.location).toBe(`${at}/questions/other-benefits`);
    const nameless = await answer(founder, `${at}/questions/other-benefits`, { answer: 'yes' });
    expect(nameless.status).toBe(422);
    const benefit = {
      answer: 'yes',
      'name-1': '村集体补助',
      'from-1': '2023-01-01',
      'to-1': '2023-12-31',
    };
    const told = await answer(founder, `${at}/questions/other-benefits`, benefit);
    expect([told.status, told.location]).toEqual([303, at]);
    expect((await caseNow()).answers).toMatchObject({
      categories: [{ category: 'graduate', since: null }],
      graduatedOn: '2023-06-30',
      otherBenefits: [{ name: '村集体补助', beganOn: '2023-01-01', endedOn: '2024-01-01' }],
    });
    const wrong = await founder.get(`${at}/questions/registered`);
    expect(wrong.status).toBe(404);
  });

  await step(
    'works in two tabs: only the same answer conflicts, and what was typed is not lost',
    async () => {
      const asked = `${at}/questions/months`;
      const first = hidden((await founder.get(asked)).text);
      const other = hidden((await founder.get(`${at}/questions/from`)).text);
      expect((await founder.post(asked, { ...first, months: '12' })).status).toBe(303);
      // Another question, read before that: it is in nobody's way.
      const from = await founder.post(`${at}/questions/from`, { ...other, from: '2025-03-01' });
      expect(from.status).toBe(303);
      const late = await founder.post(asked, { ...first, months: '6' });
      expect(late.status).toBe(409);
      expect(late.text).toContain('value="6"');
      const now = await founder.post(asked, { ...hidden(late.text), months: '6' });
      expect(now.status).toBe(303);
      // The same again changes nothing, and is not a conflict.
      expect((await founder.post(asked, { ...first, months: '6' })).status).toBe(303);
      expect((await caseNow()).answers).toMatchObject({ months: 6, from: '2025-03-01' });
    },
  );

  await step('sends proof in place, each fault told as it is', async () => {
    const item = `${at}/proof/lease`;
    const faults: [string, Parameters<typeof sendFile>[2]][] = [
      ['请选择文件', null],
      ['这个文件是空的', { name: 'a.pdf', bytes: Buffer.alloc(0) }],
      ['内容却是', { name: '租约.pdf', bytes: somePng() }],
      ['设有密码或加密', { name: 'a.pdf', bytes: somePdf('x', '/Encrypt 5 0 R ') }],
      ['超过 10 MB', { name: 'a.pdf', bytes: Buffer.alloc(11 * 1024 * 1024) }],
    ];
    for (const [message, file] of faults) {
      const refused = await sendFile(founder, item, file);
      expect([message, refused.status, refused.text.includes(message)]).toEqual([
        message,
        422,
        true,
      ]);
    }
    const lease = { name: '租约.pdf', bytes: somePdf() };
    expect((await sendFile(founder, item, lease, { _key: 'one-lease-0123456789' })).location).toBe(
      item,
    );
    expect((await sendFile(founder, item, lease, { _key: 'one-lease-0123456789' })).status).toBe(
      303,
    );
    expect(await cast.db.proofFile.count({ where: { personId: cast.person.id } })).toBe(1);
    expect((await sendFile(founder, `${at}/proof/nothing`, lease)).status).toBe(404);
    expect((await sendFile(founder, item, lease, { _token: '' })).status).toBe(403);
  });

  await step('takes a file off, and uses one that was sent before', async () => {
    const file = await cast.db.proofFile.findFirstOrThrow({ where: { personId: cast.person.id } });
    const asking = await founder.get(`${at}/proof/lease/${file.id}/removal`);
    expect([asking.status, asking.text.includes(file.name)]).toEqual([200, true]);
    const off = await founder.post(`${at}/proof/lease/${file.id}/removal`);
    expect(off.status).toBe(303);
    expect((await founder.post(`${at}/proof/lease/${file.id}/removal`)).status).toBe(404);
    const page = await founder.get(`${at}/proof/lease`);
    expect(page.text).toContain('使用以前上传的文件');
    expect((await founder.get(`${at}/proof/lease/kept`)).text).toContain('name="kept"');
    for (const item of ['lease', 'identity', 'agreement']) {
      expect((await founder.post(`${at}/proof/${item}/kept`, { kept: '' })).status).toBe(422);
      const used = await founder.post(`${at}/proof/${item}/kept`, { kept: String(file.id) });
      expect(used.status).toBe(303);
    }
    const others = await founder.post(`${at}/proof/lease/kept`, { kept: '999' });
    expect([others.status, others.text.includes('没有找到这份文件')]).toEqual([422, true]);
  });

  await step('checks it, sees what it comes to, and hands it in once', async () => {
    const check = `${at}/check`;
    const { text } = await founder.get(check);
    expect(text).toContain('符合条件，合计');
    expect(text).toContain('2025年3月1日');
    expect(plain(text)).toContain(`${at}/questions/months?change=yes`);
    const seen = hidden(text);
    const undeclared = await founder.post(`${at}/submission`, seen, { from: check });
    expect(undeclared.status).toBe(422);
    expect(undeclared.text).toContain('href="#declares"');
    const stale = await founder.post(`${at}/submission`, {
      ...seen,
      version: '1',
      declares: 'yes',
    });
    expect([stale.status, stale.text.includes('刚刚在别处修改过')]).toEqual([409, true]);
    const form = { ...seen, declares: 'yes', _key: 'submit-once-0123456789' };
    const sent = await founder.post(`${at}/submission`, form);
    expect([sent.status, sent.location]).toEqual([303, `${at}/confirmation`]);
    expect((await founder.post(`${at}/submission`, form)).location).toBe(`${at}/confirmation`);
    expect((await founder.post(`${at}/submission`, { ...form, _key: '' })).status).toBe(403);
    expect(await cast.db.waiverEdition.count()).toBe(1);
    const confirmation = await founder.get(`${at}/confirmation`);
    for (const told of [number(), '2025年2月18日', '2025年3月7日', '公示 5 个工作日'])
      expect(confirmation.text).toContain(told);
    const message = await cast.db.outboxMessage.findFirstOrThrow();
    expect(message).toMatchObject({ key: 'waivers.message.submit', href: at });
  });

  await step('reads where it stands, and what was done, under the number', async () => {
    const { text } = await founder.get(at);
    for (const told of ['等待园区受理', '预计2025年2月18日前办结', '提交申请', '按政策核算'])
      expect(text).toContain(told);
    const { id } = await caseNow();
    const history = await founder.get(`/history/application/${id}`);
    expect([history.status, history.text.includes('提交申请')]).toEqual([200, true]);
    // By the policy's name, not by its code.
    expect(history.text).toContain('园区免租金');
    expect(history.text).not.toContain('rent-free');
    expect((await founder.get(`${at}/editions`)).text).toContain('村集体补助');
    expect((await founder.get('/ventures')).status).toBe(200);
    expect((await founder.get('/people/me')).status).toBe(303);
    expect((await founder.get(`/people/${cast.person.number}`)).text).toContain(`href="${at}"`);
  });

  await step('without a venture is led to the parks; without a sign-in to that', async () => {
    const { passwordHash } = await cast.db.account.findFirstOrThrow({
      where: { username: 'park1' },
    });
    const createdAt = new Date('2024-01-01T00:00:00Z');
    const nobodys = {
      username: 'newcomer',
      name: '新人',
      role: 'founder',
      passwordHash,
      createdAt,
    };
    await cast.db.account.create({ data: nobodys });
    const newcomer = await cast.as('newcomer');
    const page = await newcomer.get('/waivers/new?policy=rent-free');
    expect(page.text).toContain('请先入驻园区');
    expect(page.text).toContain('href="tel:05803000001"');
    expect((await newcomer.get('/waivers')).status).toBe(200);
    const visitor = await new Client(cast.base).get(at);
    expect(visitor.location).toBe(`/sign-in?next=${encodeURIComponent(at)}`);
  });
});
