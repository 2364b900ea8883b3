import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { newestText } from '../../src/identities/consent-text.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { someVenture } from '../ledger/network.js';
import { someRing } from '../vault/rings.js';
import { onceKey } from '../ventures/fields.js';
import { Client, signIn, startApp } from '../web/client.js';
import { acts, agree, by, type Cast, enterNumber, startPeople } from './cast.js';
import { someCitizen } from './numbers.js';

let cast: Cast;
let page = '';
beforeEach(async () => {
  cast = await startPeople();
  page = `/people/${cast.person.number}`;
});
afterEach(() => cast.close());

const events = (verb: string) =>
  cast.db.historyEvent.findMany({
    where: { verb, subjectId: cast.person.id },
    orderBy: { id: 'asc' },
  });
const number = someCitizen(5);

it('a manager opens a person from the venture, records a consent, enters a number and sees it masked', async () => {
  const park1 = await cast.as('park1');
  const venture = await cast.db.venture.findUniqueOrThrow({ where: { id: 1 } });
  expect((await park1.get(`/ventures/${venture.number}`)).text).toContain(`href="${page}"`);
  const before = await park1.get(page);
  expect(before.text).toContain('登记书面同意');
  expect(before.text).not.toContain(`${page}/identity"`);
  const asked = await park1.get(`${page}/identity`);
  expect([asked.status, asked.location]).toEqual([303, `${page}/consents/identity`]);
  const text = await park1.get(`${page}/consents/identity`);
  for (const part of [
    '由谁收集',
    '依据',
    '保存多久',
    '怎样撤回',
    `第 ${newestText('identity').version} 版`,
  ]) {
    expect(text.text).toContain(part);
  }
  const { path, form } = acts.consent;
  expect((await park1.post(page + path, { textVersion: form.textVersion })).text).toContain(
    '请勾选此项',
  );
  expect((await park1.post(page + path, form)).location).toBe(page);
  const entered = await park1.post(`${page}/identity`, { ...acts.number.form, number });
  expect([entered.status, entered.location]).toEqual([303, page]);
  const after = await park1.get(page);
  expect(after.text).toContain(`3****************${number.at(-1)}`);
  expect(after.text).not.toContain(number);
  expect(after.text).toContain('已登记书面同意');
});

describe('a number that was entered', () => {
  beforeEach(async () => {
    await agree(cast, cast.person.id, 'identity');
    await enterNumber(cast, cast.person.id, number);
  });

  it('that cannot be one is refused with what is wrong, and kept as it was typed', async () => {
    const park1 = await cast.as('park1');
    const { enteredAt } = await cast.db.identity.findFirstOrThrow();
    const typed = { ...acts.number.form, replaces: enteredAt.toISOString() };
    const wrong = `${number.slice(0, 17)}${number.endsWith('X') ? '0' : 'X'}`;
    const answer = await park1.post(`${page}/identity`, { ...typed, number: wrong });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('最后一位（校验码）与前 17 位不符');
    expect(answer.text).toContain(`value="${wrong}"`);
    for (const bad of [{ number: '' }, { kind: 'library-card' }, { number: '330903900101123' }]) {
      expect((await park1.post(`${page}/identity`, { ...typed, ...bad })).status).toBe(422);
    }
    const lost = await park1.post(`${page}/identity`, { ...acts.number.form, number });
    expect(lost.status).toBe(409);
    expect(await events('identity.changed')).toEqual([]);
  });

  it('whose key is gone is a fault of the server, said so, and not recorded as shown', async () => {
    const other = await startApp({ db: cast.db, clock: cast.clock, keys: someRing() });
    const park1 = await signIn(other.base, 'park1');
    const answer = await park1.post(`${page}/identity/showing`, { reason: '核对' });
    expect([answer.status, answer.text.includes('服务器缺少打开这项内容的密钥')]).toEqual([
      503,
      true,
    ]);
    expect(await events('identity.shown')).toEqual([]);
    await other.close();
  });

  it('is shown whole for a reason, and every time is recorded', async () => {
    const park1 = await cast.as('park1');
    expect((await park1.get(`${page}/identity/showing`)).text).not.toContain(number);
    for (const reason of ['', ' ', '长'.repeat(201)]) {
      const answer = await park1.post(`${page}/identity/showing`, { reason });
      expect(answer.status).toBe(422);
      expect(answer.text).not.toContain(number);
    }
    expect(await events('identity.shown')).toEqual([]);
    for (const who of ['park1', 'putuo', 'bureau', 'bureau']) {
      const answer = await (await cast.as(who)).post(`${page}/identity/showing`, {
        reason: `${who} 核对`,
      });
      expect(answer.status).toBe(200);
      expect(answer.text).toContain(number);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    const shown = await events('identity.shown');
    expect(shown.map(({ reason }) => reason.split(' ')[0])).toEqual([
      ...['park1', 'putuo', 'bureau', 'bureau'],
    ]);
    const mine = await (await cast.as('founder1')).get('/people/me');
    expect(mine.location).toBe(page);
    const own = await (await cast.as('founder1')).get(page);
    expect(own.text).toContain('putuo 核对');
  });

  it('nobody is shown it who need not: other park 404, auditor, founder and administrator not at all', async () => {
    const of = { auditor: 403, founder1: 403, founder2: 404, park2: 404, admin: 404 };
    const before = await cast.db.historyEvent.count();
    for (const [who, status] of Object.entries(of)) {
      const client = await cast.as(who);
      expect((await client.get(`${page}/identity/showing`)).status, who).toBe(status);
      const answer = await client.post(`${page}/identity/showing`, { reason: '想看' });
      expect(answer.status, who).toBe(status);
      expect(answer.text).not.toContain(number);
    }
    expect(await cast.db.historyEvent.count()).toBe(before);
  });

  it('other park 404, a reader 403, nobody 303 and 401, no such person 404', async () => {
    for (const { path, form } of Object.values(acts)) {
      for (const who of ['park2', 'founder2', 'admin']) {
        const client = await cast.as(who);
        expect((await client.get(page + path)).status, who + path).toBe(404);
        expect((await client.post(page + path, form)).status, who + path).toBe(404);
      }
      for (const who of ['putuo', 'auditor']) {
        const client = await cast.as(who);
        expect((await client.get(page + path)).status, who + path).toBe(403);
        expect((await client.post(page + path, form)).status, who + path).toBe(403);
      }
      const nobody = new Client(cast.base);
      expect((await nobody.get(page + path)).status).toBe(303);
      expect((await nobody.postExactly(page + path, form)).status).toBe(401);
      const park1 = await cast.as('park1');
      for (const no of ['R999999', 'R', '%00', "'"]) {
        expect((await park1.get(`/people/${no}${path}`)).status).toBe(404);
      }
      expect((await park1.get(`${page}/consents/everything`)).status).toBe(404);
    }
  });

  it('readers see the page without a button to act', async () => {
    for (const who of ['putuo', 'auditor']) {
      const { text } = await (await cast.as(who)).get(page);
      expect(text).toContain(`3****************${number.at(-1)}`);
      expect(text).not.toContain('/withdrawal');
      expect(text.includes('/identity/showing')).toBe(who === 'putuo');
    }
    expect((await (await cast.as('park2')).get(page)).status).toBe(404);
  });

  it('the same document under another record is told to staff, and named only in scope', async () => {
    const { id } = cast.other;
    await agree(cast, id, 'identity');
    const park1 = await cast.as('park1');
    await park1.post(`/people/${cast.other.number}/identity`, { ...acts.number.form, number });
    expect((await park1.get(page)).text).toContain(
      `另有 1 条人员记录登记了同一证件号码：${cast.other.number}`,
    );
    expect((await (await cast.as('founder1')).get(page)).text).not.toContain('同一证件号码');
  });

  it('a founder agrees and withdraws by oneself: the number is gone, the history stays', async () => {
    const founder = await cast.as('founder1');
    const withdrawal = `${page}/consents/identity/withdrawal`;
    const form = { _key: onceKey('withdraw') };
    expect((await founder.get(withdrawal)).text).toContain('无法恢复');
    expect((await founder.post(withdrawal, form)).location).toBe(page);
    expect((await founder.post(withdrawal, form)).location).toBe(page);
    expect((await founder.post(withdrawal, {})).status).toBe(409);
    expect(await cast.db.identity.findUnique({ where: { personId: cast.person.id } })).toBeNull();
    expect(
      (await (await cast.as('bureau')).post(`${page}/identity/showing`, { reason: '核对' })).status,
    ).toBe(409);
    const { path, form: agreed } = acts.consent;
    expect((await founder.get(page + path)).text).toContain('我已阅读以上告知事项');
    expect((await founder.post(page + path, agreed)).status).toBe(303);
    expect((await founder.get(page)).text).toContain('本人已同意');
    const last = await cast.db.consent.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(last).toMatchObject({
      basis: 'self',
      textVersion: newestText('identity').version,
      lang: 'zh',
    });
  });

  it('a park that the venture has left keeps the name, and no longer what is private', async () => {
    const at = { accountId: null, at: new Date('2025-02-10T02:00:00Z') };
    await transact(cast.db, async (tx) => {
      const [ventureId = 0] = await logVentures(tx, by, [
        {
          ...someVenture(1),
          foundedOn: '2024-01-01',
          parkId: 1,
          founders: [{ name: '方屿', phone: '13900001111', graduatedOn: null, categories: [] }],
        },
      ]);
      const { settleVentures } = await import('../../src/ventures/settle-venture.js');
      await settleVentures(tx, by, [{ ventureId, parkId: 1, beganOn: '2024-03-01' }]);
      await moveVenture(tx, at, { ventureId, toParkId: 2, movedOn: '2025-02-01', note: '' });
    });
    const { number: moved } = await cast.db.person.findFirstOrThrow({ where: { name: '方屿' } });
    const [old, now] = [await cast.as('park1'), await cast.as('park2')];
    const seen = await old.get(`/people/${moved}`);
    expect(seen.status).toBe(200);
    expect(seen.text).not.toContain('13900001111');
    expect(seen.text).not.toContain('个人信息同意');
    expect((await old.get(`/people/${moved}/consents/identity`)).status).toBe(403);
    expect((await old.get(`/people/${moved}/identity/showing`)).status).toBe(403);
    expect((await now.get(`/people/${moved}`)).text).toContain('13900001111');
  });
});
