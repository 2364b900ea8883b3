import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assess } from '../../src/policies/assess.js';
import { versionsInForce, versionsOf } from '../../src/policies/versions.js';
import { Client, signIn, type TestApp } from '../web/client.js';
import { startPolicies } from './cast.js';
import { someFacts } from './facts.js';

let app: TestApp;
let bureau: Client;
beforeEach(async () => {
  app = await startPolicies();
  bureau = await signIn(app.base, 'bureau');
});
afterEach(() => app.close());

const page = '/policies/rent-free/end';
const form = { kind: 'repealed', lastOn: '2025-05-31', reason: '舟人社发〔2025〕9号' };
const propose = (changes: Record<string, string> = {}, client = bureau) =>
  client.post(page, { ...form, ...changes }, { from: page });
/** What is done with the proposal that the page shows. */
async function close(client: Client, act: 'decision' | 'dropping') {
  const { text } = await client.get(page);
  const ending = /name="ending" value="(\d+)"/.exec(text)?.[1] ?? '0';
  return client.post(`${page}/${act}`, { ending }, { from: page });
}
/** Proposed by one and decided by another. */
async function end(changes: Record<string, string> = {}) {
  const proposed = await propose(changes);
  return proposed.status === 303 ? close(await signIn(app.base, 'bureau2'), 'decision') : proposed;
}
const current = async () => (await versionsOf(app.db, 'rent-free'))[0];

describe('a policy that is repealed', () => {
  it('says before what goes on; from its day on nobody applies, and what was handed in before is decided by it', async () => {
    const asked = await bureau.get(page);
    expect(asked.text).toContain('已批准、仍在享受的 0 项');
    expect((await end()).location).toBe('/policies/rent-free?version=2');
    const codesOn = async (on: string) =>
      (await versionsInForce(app.db, on)).map(({ code }) => code);
    expect(await codesOn('2025-05-31')).toContain('rent-free');
    expect(await codesOn('2025-06-01')).not.toContain('rent-free');
    const version = await current();
    if (!version?.beganOn) throw new Error('it has begun');
    const inForce = { ...version, beganOn: version.beganOn };
    const metOn = (on: string) =>
      assess({ ...someFacts, on }, inForce).findings.find(({ id }) => id === 'in-force')?.met;
    expect([metOn('2025-05-31'), metOn('2025-06-01')]).toEqual([true, false]);
  });

  it('asks its last day, as all forms do, and keeps the day after; today can be the last', async () => {
    expect((await bureau.get(page)).text).toContain('最后一天（含当日）');
    expect((await end({ lastOn: '2025-02-14' })).status).toBe(303);
    expect((await current())?.endedOn).toBe('2025-02-15');
  });

  it('says to everyone until when and on what ground, and to the bureau who decided it', async () => {
    await end();
    const visitor = await new Client(app.base).get('/policies/rent-free');
    expect(visitor.text).toContain('2025年5月31日后废止。依据：舟人社发〔2025〕9号');
    expect(visitor.text).not.toContain('确定</p>');
    expect((await bureau.get('/policies/rent-free')).text).toMatch(/bureau2于.*确定/);
    const { text: history } = await bureau.get('/history?kind=policy');
    expect(history).toContain('确定政策的终止日');
    for (const told of ['最后一天', '2025年5月31日', '终止的方式', '废止', '舟人社发〔2025〕9号'])
      expect(history).toContain(told);
    expect(history).not.toMatch(/endedOn|repealed：|kind：/);
  });

  it('ends once: the day cannot be changed, by nobody', async () => {
    await end();
    expect((await bureau.get(page)).status).toBe(404);
    expect((await propose({ lastOn: '2025-09-01' })).status).toBe(404);
    const id = (await current())?.id ?? 0;
    await expect(
      app.db.policyVersion.update({ where: { id }, data: { endedOn: '2026-01-01' } }),
    ).rejects.toThrow();
  });

  it('comes back as a version of its own, after its end', async () => {
    await end();
    expect((await bureau.post('/policies/rent-free/draft/new')).status).toBe(303);
    const second = await signIn(app.base, 'bureau2');
    const enforce = (beganOn: string) =>
      second.post('/policies/rent-free/draft/in-force', { revision: '1', beganOn });
    const early = await enforce('2025-05-01');
    expect(early.status).toBe(422);
    expect(early.text).toContain('上一版本有效至');
    expect((await enforce('2025-06-01')).status).toBe(303);
  });

  it('is proposed by one and decided by another: nobody decides what they proposed', async () => {
    await propose();
    expect((await current())?.endedOn).toBeNull();
    expect((await bureau.get(page)).text).toContain('须由市局另一位工作人员确定');
    const own = await close(bureau, 'decision');
    expect([own.status, own.text.includes('须由另一人确定')]).toEqual([422, true]);
    expect((await propose()).status).toBe(409);
    const second = await signIn(app.base, 'bureau2');
    expect((await second.get('/today')).text).toContain('待确定的政策终止');
    expect((await bureau.get('/today')).text).not.toContain('待确定的政策终止');
    expect((await close(second, 'decision')).status).toBe(303);
    expect((await current())?.endedOn).toBe('2025-06-01');
  });

  it('is dropped by who proposed it or by another, and then not decided', async () => {
    for (const who of ['bureau', 'bureau2']) {
      await propose();
      const client = await signIn(app.base, who);
      const shown = /name="ending" value="(\d+)"/.exec((await client.get(page)).text)?.[1] ?? '';
      expect((await close(client, 'dropping')).status).toBe(303);
      const late = await client.post(`${page}/decision`, { ending: shown }, { from: page });
      expect(late.status).toBe(409);
    }
    expect((await current())?.endedOn).toBeNull();
    expect((await bureau.get('/history?kind=policy')).text).toContain('取消终止政策的提议');
    await expect(app.db.policyEnding.deleteMany()).rejects.toThrow();
  });

  it.each([
    ['lastOn', { lastOn: '2025-02-13' }],
    ['lastOn', { lastOn: '' }],
    ['reason', { reason: '' }],
    ['kind', { kind: 'never' }],
  ])('says at the field what is wrong, and keeps the rest: %s', async (field, changes) => {
    const answer = await end(changes);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`id="${field}-error"`);
    expect((await current())?.endedOn).toBeNull();
  });

  it('is not ended while a draft waits, and by nobody but the bureau', async () => {
    const [auditor, park] = [await signIn(app.base, 'auditor'), await signIn(app.base, 'park1')];
    for (const client of [auditor, park]) expect((await propose({}, client)).status).toBe(403);
    expect((await bureau.get('/policies/none/end')).status).toBe(404);
    await bureau.post('/policies/rent-free/draft/new');
    expect((await end()).text).toContain('另有草案待施行');
    const versions = await versionsOf(app.db, 'rent-free');
    expect(versions.find(({ number }) => number === 2)?.endedOn).toBeNull();
  });
});
