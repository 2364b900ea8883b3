import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startParks } from '../parks/cast.js';
import { somePdf } from '../proofs/samples.js';
import { Client, signIn, type TestApp } from '../web/client.js';
import { onceKey } from './fields.js';

// Venture 1 has all of 石屋一号 for nothing from 2024-03-01 to 2026-02-28. The clock stands on 2025-02-14.
let app: TestApp;
let park1: Client;
let id: number;
let address: string;
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  id = (await app.db.tenancy.findFirstOrThrow()).id;
  address = `/tenancies/${id}`;
});
afterEach(() => app.close());

const notice = (changes: Record<string, string> = {}) => ({
  givenBy: 'tenant',
  givenOn: '2025-02-10',
  lastOn: '2025-04-30',
  note: '搬去定海',
  _key: onceKey('notice'),
  ...changes,
});
const give = () => park1.post(`${address}/notice`, notice());

it('shows a lease to who keeps or reviews its park, and to nobody else', async () => {
  for (const who of ['park1', 'bureau', 'auditor'])
    expect((await (await signIn(app.base, who)).get(address)).status).toBe(200);
  for (const who of ['park2', 'admin'])
    expect((await (await signIn(app.base, who)).get(address)).status).toBe(404);
  expect((await new Client(app.base).get(address)).location).toMatch(/sign-in/);
  expect((await park1.get('/tenancies/999')).status).toBe(404);
});

describe('a notice to quit', () => {
  it('is recorded once, ends nothing, and stands on the lease, in the roll and on the page of the day', async () => {
    for (const _ of [1, 2]) {
      const answer = await give();
      expect([answer.status, answer.location]).toEqual([303, address]);
    }
    expect(await app.db.quitNotice.count()).toBe(1);
    expect(await app.db.tenancy.findUniqueOrThrow({ where: { id } })).toMatchObject({
      endedOn: null,
    });
    const text = '承租方于2025年2月10日通知退租，租至2025年4月30日';
    expect((await park1.get(address)).text).toContain(text);
    expect((await park1.get('/rent-roll')).text).toContain('已通知退租，租至2025年4月30日');
    expect((await park1.get('/today')).text).toContain(text);
    expect((await park1.get(`${address}/end`)).text).toMatch(
      /name="lastOn"[^>]*value="2025-04-30"/,
    );
    expect((await park1.post(`${address}/notice`, notice({ _key: onceKey('b') }))).status).toBe(
      409,
    );
  });

  it('leads to the end of the lease in one press', async () => {
    await give();
    const page = (await park1.get(address)).text;
    expect(page).toContain('按通知终止，租至2025年4月30日');
    const answer = await park1.post(`${address}/end`, { lastOn: '2025-04-30', _key: onceKey('e') });
    expect(answer.status).toBe(303);
    expect(await app.db.tenancy.findUniqueOrThrow({ where: { id } })).toMatchObject({
      endedOn: '2025-05-01',
    });
    expect((await park1.get('/today')).text).not.toContain('通知退租');
  });

  it('can be withdrawn with a reason, and given again', async () => {
    await give();
    const withdrawal = `${address}/notice/withdrawal`;
    expect((await park1.post(withdrawal, { reason: '' })).status).toBe(422);
    expect((await park1.post(withdrawal, { reason: '改变主意', _key: onceKey('w') })).status).toBe(
      303,
    );
    expect((await park1.get(address)).text).not.toContain('租至2025年4月30日');
    expect((await park1.get(withdrawal)).status).toBe(409);
    expect((await park1.post(`${address}/notice`, notice({ _key: onceKey('c') }))).status).toBe(
      303,
    );
  });

  it.each([
    [{ givenOn: '2025-02-15' }, 'givenOn'],
    [{ lastOn: '2025-02-09' }, 'lastOn'],
    [{ givenBy: '' }, 'givenBy'],
    [{ lastOn: '四月底' }, 'lastOn'],
  ] as const)('refuses %j by the field and writes nothing', async (changes, field) => {
    const answer = await park1.post(`${address}/notice`, notice(changes));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain('搬去定海');
    expect(await app.db.quitNotice.count()).toBe(0);
  });

  it('is not for who only looks', async () => {
    const auditor = await signIn(app.base, 'auditor');
    expect((await auditor.post(`${address}/notice`, notice())).status).toBe(403);
    const other = await signIn(app.base, 'park2');
    expect((await other.post(`${address}/notice`, notice())).status).toBe(404);
  });
});

describe('the scan of the agreement', () => {
  async function upload(bytes: Buffer = somePdf(), key = 'scan') {
    const form = new FormData();
    form.append('_token', await park1.tokenOf(address));
    form.append('_key', onceKey(key));
    form.append('file', new Blob([new Uint8Array(bytes)]), '协议.pdf');
    const headers = { accept: 'text/html' };
    return park1.send(`${address}/papers`, { method: 'POST', body: form, headers });
  }

  it('is stored sealed, shown to who may see it, and each opening by staff is recorded', async () => {
    expect((await upload()).status).toBe(303);
    const [paper] = await app.db.leasePaper.findMany();
    const file = `${address}/papers/${paper?.id}`;
    expect((await park1.get(address)).text).toContain(`href="${file}"`);
    const auditor = await signIn(app.base, 'auditor');
    expect((await auditor.get(file)).status).toBe(200);
    expect((await (await signIn(app.base, 'park2')).get(file)).status).toBe(404);
    const opened = { verb: 'tenancy.paper-opened', subjectId: id };
    expect(await app.db.historyEvent.count({ where: opened })).toBe(1);
    expect((await upload(somePdf(), 'again')).status).toBe(422);
    expect((await upload(Buffer.from('MZ'), 'bad')).status).toBe(422);
    expect(await app.db.leasePaper.count()).toBe(1);
  });

  it('is removed with a reason, and is gone then', async () => {
    await upload();
    const [paper] = await app.db.leasePaper.findMany();
    const file = `${address}/papers/${paper?.id}`;
    expect((await park1.post(`${file}/removal`, { reason: '' })).status).toBe(422);
    expect(
      (await park1.post(`${file}/removal`, { reason: '传错', _key: onceKey('r') })).status,
    ).toBe(303);
    expect((await park1.get(file)).status).toBe(404);
    expect(await app.db.proofFile.count({ where: { removedAt: null } })).toBe(0);
  });
});

it('prints the agreement from what the register has, in both languages', async () => {
  await app.db.tenancy.update({
    where: { id },
    data: { rent: 80_000, rentFreeTo: '2024-04-01', contractNumber: '黄租2024-01', deposit: 0 },
  });
  await app.db.rentStep.create({ data: { tenancyId: id, fromOn: '2025-03-01', fen: 90_000 } });
  const { text } = await park1.get(`${address}/agreement`);
  for (const words of [
    '合同编号：黄租2024-01',
    '山海运营公司',
    '自2024年3月1日起至2026年2月28日止',
    '2024年3月1日至2024年3月31日不收租金',
    '2025年3月1日至2026年2月28日每月 900.00 元',
    '不收押金。',
    '市场租金为每月 1,234.00 元（来源：评估报告〔2023〕7号）',
  ])
    expect(text).toContain(words);
  const english = await park1.get(`${address}/agreement?lang=en`);
  expect(english.text).toContain('Agreement to let premises');
});
