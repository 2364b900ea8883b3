import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { changePhone } from '../../src/people/change-phone.js';
import { sendCode, sweepCodes } from '../../src/people/phone-codes.js';
import { setForgottenPassword } from '../../src/people/set-forgotten-password.js';
import { type Post, startPost } from '../outbox/cast.js';
import { Client, signIn } from '../web/client.js';
import { password } from './cast.js';
import { codeFor, phone, register, ticketFor, ticketIn, wanted, wrongFor } from './phone-cast.js';
import { confirmNewest } from './requesting.js';

const minute = 60_000;
const fresh = 'another-long-password';
let site: Post;
let founder: Client;
beforeEach(async () => {
  site = await startPost({ config: { trustProxy: 1 } });
  founder = await register(site);
  site.clock.pass(2 * minute);
});
afterEach(() => site.close());

const tryIn = async (username: string, typed: string) =>
  (await new Client(site.base).postExactly('/sign-in', { username, password: typed })).status;
const newest = () => site.db.historyEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });

describe('a forgotten password', () => {
  const reset = (client: Client, ticket: string, fields: Record<string, string> = {}) =>
    client.postExactly('/forgotten/code', {
      ticket,
      code: codeFor(site, ticket),
      newPassword: fresh,
      ...fields,
    });

  it('is set again with a code; every session and known browser of before is over', async () => {
    const client = new Client(site.base);
    const ticket = await ticketFor(site, '/forgotten', { client, next: '/people/me' });
    const answer = await reset(client, ticket, { next: '/people/me' });
    expect([answer.status, answer.location]).toEqual([303, '/people/me']);
    expect((await founder.get('/account')).status).toBe(303);
    expect((await client.get('/messages')).text).toContain('密码已重设');
    expect([await tryIn(phone, wanted), await tryIn(phone, fresh)]).toEqual([422, 303]);
    expect((await newest()).verb).toBe('account.password-forgotten');
  });

  it('a wrong code changes nothing, and a weak password neither', async () => {
    const client = new Client(site.base);
    const ticket = await ticketFor(site, '/forgotten', { client });
    expect((await reset(client, ticket, { code: wrongFor(site, ticket) })).status).toBe(422);
    expect((await reset(client, ticket, { newPassword: 'short' })).status).toBe(422);
    expect(await tryIn(phone, wanted)).toBe(303);
  });

  it('a code to register does not set it, nor does one that was used', async () => {
    const other = await ticketFor(site, '/register');
    expect((await reset(new Client(site.base), other)).status).toBe(422);
    const at = site.clock.now();
    site.clock.pass(2 * minute);
    const ticket = await ticketFor(site, '/forgotten');
    const act = () =>
      transact(site.db, (tx) =>
        setForgottenPassword(tx, site.keys, {
          id: ticket,
          code: codeFor(site, ticket),
          passwordHash: 'x',
          at,
        }),
      );
    await act();
    await expect(act()).rejects.toThrow();
  });

  it('does not open a deactivated account, nor one that is no founder’s any more', async () => {
    await site.db.account.update({ where: { phone }, data: { isActive: false } });
    const one = await ticketFor(site, '/forgotten', { address: '10.0.0.2' });
    const closed = await reset(new Client(site.base), one);
    expect([closed.status, closed.text.includes('账号已停用的')]).toEqual([422, true]);
    const { id, version } = await site.db.account.update({
      where: { phone },
      data: { isActive: true },
    });
    const admin = await signIn(site.base, 'admin');
    const settings = { name: '林海潮', role: 'auditor', version: String(version), reason: '转岗' };
    const changed = await admin.post(`/accounts/${id}/change`, settings);
    expect(changed.status).toBe(303);
    await confirmNewest(site);
    const two = await ticketFor(site, '/forgotten', { address: '10.0.0.3' });
    expect((await reset(new Client(site.base), two)).status).toBe(422);
    expect(await tryIn(phone, wanted)).toBe(422);
    const raw = site.db.account.update({ where: { id }, data: { phone } });
    await expect(raw).rejects.toThrow();
  });
});

describe('another phone', () => {
  const next = '13900005678';
  const askFor = (client: Client, to = next, currentPassword = wanted) =>
    client.post('/account/phone', { phone: to, currentPassword });
  const confirm = (client: Client, ticket: string, code = codeFor(site, ticket)) =>
    client.post('/account/phone/code', { ticket, code }, { from: '/account' });

  it('is proven by a code to it, signs in from then on, and both phones are told', async () => {
    const asked = await askFor(founder);
    expect(asked.location).toContain('/account/phone/code?ticket=');
    expect((await founder.get(asked.location as string)).text).toContain('139****5678');
    const answer = await confirm(founder, ticketIn(asked));
    expect([answer.status, answer.location]).toEqual([303, '/account']);
    expect([await tryIn(phone, wanted), await tryIn(next, wanted)]).toEqual([422, 303]);
    const told = await site.db.outboxMessage.findMany({ where: { key: 'people.phone-changed' } });
    expect(told.map((one) => one.phone)).toEqual([null, phone]);
    expect(await newest()).toMatchObject({
      verb: 'account.phone-changed',
      detail: { phone: '139****5678' },
    });
    expect((await site.db.person.findFirstOrThrow({ where: { name: '林海潮' } })).phone).toBe(next);
    expect((await confirm(founder, ticketIn(asked))).status).toBe(303);
  });

  it('needs the current password, a phone and the right code', async () => {
    const wrong = await askFor(founder, next, 'not-the-password');
    expect([wrong.status, wrong.text.includes('当前密码不正确')]).toEqual([422, true]);
    expect((await askFor(founder, '12')).status).toBe(422);
    const ticket = ticketIn(await askFor(founder));
    expect((await confirm(founder, ticket, wrongFor(site, ticket))).status).toBe(422);
    expect(await tryIn(phone, wanted)).toBe(303);
  });

  it('cannot be one that another account has, which only the code tells', async () => {
    await register(site, { phone: next, name: '陈岱', address: '10.0.0.5' });
    site.clock.pass(2 * minute);
    const asked = await askFor(founder);
    expect(asked.status).toBe(303);
    const answer = await confirm(founder, ticketIn(asked));
    expect([answer.status, answer.text.includes('该手机号已绑定其他账号')]).toEqual([422, true]);
  });

  it('is nobody else’s to confirm, by the page or by the verb', async () => {
    const other = await register(site, { phone: '13700001111', name: '陈岱', address: '10.0.0.5' });
    const ticket = ticketIn(await askFor(founder));
    expect((await confirm(other, ticket)).status).toBe(422);
    const at = site.clock.now();
    const code = codeFor(site, ticket);
    for (const accountId of [site.idOf.bureau as number, null]) {
      const act = transact(site.db, (tx) =>
        changePhone(tx, site.keys, { accountId, at }, { id: ticket, code }),
      );
      await expect(act).rejects.toThrow('people.code.dead');
    }
    const accountId = site.idOf.bureau as number;
    const wantedCode = {
      purpose: 'phone',
      phone: next,
      accountId,
      address: '',
      device: null,
    } as const;
    site.clock.pass(2 * minute);
    const now = site.clock.now();
    const staff = await transact(site.db, (tx) => sendCode(tx, now, { ...wantedCode, lang: 'zh' }));
    const act = transact(site.db, (tx) =>
      changePhone(tx, site.keys, { accountId, at: now }, { id: staff, code: codeFor(site, staff) }),
    );
    await expect(act).rejects.toThrow('people.phone.founders');
  });

  it('is for founders: an older one adds a phone, staff have none, nobody signs in first', async () => {
    const older = await signIn(site.base, 'founder1');
    expect((await older.get('/account')).text).toContain('未绑定');
    const asked = await askFor(older, next, password);
    expect((await confirm(older, ticketIn(asked))).status).toBe(303);
    expect(await tryIn(next, password)).toBe(303);
    for (const name of ['bureau', 'park1', 'admin']) {
      const staff = await signIn(site.base, name);
      expect((await staff.get('/account/phone')).status).toBe(403);
      expect((await askFor(staff, '13911112222', password)).status).toBe(403);
      expect((await staff.get('/account')).text).not.toContain('/account/phone');
    }
    expect((await new Client(site.base).get('/account/phone')).status).toBe(303);
    expect((await new Client(site.base).postExactly('/account/phone', {})).status).toBe(401);
  });
});

it('codes and the messages that told of them are gone after a day; what else was told stays', async () => {
  await ticketFor(site, '/forgotten');
  site.clock.pass(23 * 60 * minute);
  await sweepCodes(site.db, site.clock.now());
  expect(await site.db.phoneCode.count()).toBe(2);
  site.clock.pass(60 * minute);
  await sweepCodes(site.db, site.clock.now());
  expect(await site.db.phoneCode.count()).toBe(0);
  expect((await site.db.outboxMessage.findMany()).map(({ key }) => key)).toEqual([
    'people.registered',
  ]);
});
