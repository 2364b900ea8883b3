import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { drainOnce } from '../../src/outbox/drain.js';
import { enterPeople } from '../../src/people/enter-people.js';
import { registerFounder } from '../../src/people/register-founder.js';
import { type Post, startPost } from '../outbox/cast.js';
import { Client } from '../web/client.js';
import { ask, codeFor, phone, register, ticketFor, wanted, wrongFor } from './phone-cast.js';

const minute = 60_000;
let site: Post;
beforeEach(async () => {
  site = await startPost({ config: { trustProxy: 1 } });
});
afterEach(() => site.close());

const accountOf = (of = phone) =>
  site.db.account.findUnique({ where: { phone: of }, include: { person: true } });
const finish = (client: Client, fields: Record<string, string>) =>
  client.postExactly('/register/code', {
    name: '林海潮',
    newPassword: wanted,
    next: '',
    ...fields,
  });

describe('registering', () => {
  it('tells first who collects what, why, by which rule and for how long, in both languages', async () => {
    const { text } = await new Client(site.base).get('/register');
    for (const told of ['谁收集', '收集什么', '用于什么', '依据', '保存多久', '不提供的影响'])
      expect(text.indexOf(told), told).toBeGreaterThan(0);
    expect(text.indexOf('保存多久')).toBeLessThan(text.indexOf('name="phone"'));
    const english = await new Client(site.base).get('/register?lang=en');
    expect(english.text).toContain('Who collects it');
    expect(english.text).toContain('Register as a founder');
  });

  it('sends a code, makes an account with a person, signs in and leads on', async () => {
    const client = new Client(site.base);
    const asked = await ask(site, '/register', {
      client,
      phone: '+86 138-0000 １２３４',
      next: '/policies',
    });
    expect([asked.status, asked.location?.split('?')[0]]).toEqual([303, '/register/code']);
    const form = await client.get(asked.location as string);
    expect(form.text).toContain('138****1234');
    expect(form.text).not.toContain(phone);
    await drainOnce(site.drain);
    const [sent] = site.gateway.taken;
    const code = /验证码 (\d{6})/.exec(sent?.text ?? '')?.[1] as string;
    expect(sent?.phone).toBe(phone);
    expect(form.text).not.toContain(code);
    const ticket = new URL(asked.location as string, site.base).searchParams.get(
      'ticket',
    ) as string;
    const answer = await finish(client, {
      ticket,
      code: ` ${code.slice(0, 3)} ${code.slice(3)}`,
      next: '/policies',
    });
    expect([answer.status, answer.location]).toEqual([303, '/policies']);
    expect((await client.get('/account')).text).toContain('138****1234');
    expect(await accountOf()).toMatchObject({
      role: 'founder',
      username: 'linhaichao',
      name: '林海潮',
      person: { name: '林海潮', phone },
    });
    expect((await client.get('/messages')).text).toContain('注册成功');
    const events = await site.db.historyEvent.findMany({ orderBy: { id: 'desc' }, take: 2 });
    expect(events.map(({ verb }) => verb)).toEqual(['account.registered', 'person.entered']);
  });

  it('stores the code nowhere, and the password only as argon2id', async () => {
    const ticket = await ticketFor(site, '/register');
    const rows = [await site.db.phoneCode.findMany(), await site.db.outboxMessage.findMany()];
    expect(JSON.stringify(rows)).not.toContain(codeFor(site, ticket));
    await register(site, { phone: '13900001111' });
    expect((await accountOf('13900001111'))?.passwordHash).toMatch(/^\$argon2id\$/);
  });

  it('lets the founder sign in by phone or by username afterwards', async () => {
    await register(site);
    for (const username of [phone, `+86 ${phone}`, 'linhaichao']) {
      const fields = { username, password: wanted };
      const answer = await new Client(site.base).postExactly('/sign-in', fields);
      expect([username, answer.status]).toEqual([username, 303]);
    }
  });

  it.each([
    ['+852 9123 4567', '+85291234567', '00852-91234567'],
    ['+853 6612 3456', '+85366123456', '＋853 66123456'],
    ['00886 912 345 678', '+886912345678', '+886-912-345-678'],
  ])('takes a phone of Hong Kong, Macao and Taiwan: %s', async (typed, kept, again) => {
    await register(site, { phone: typed });
    expect((await accountOf(kept))?.role).toBe('founder');
    const fields = { username: again, password: wanted };
    expect((await new Client(site.base).postExactly('/sign-in', fields)).status).toBe(303);
  });

  it.each([
    ['', '请填写手机号'],
    ['12345', '请填写正确的 11 位手机号'],
    ['12800001234', '请填写正确的 11 位手机号'],
    ['0580-2021234', '请填写正确的 11 位手机号'],
    ['138000012345', '请填写正确的 11 位手机号'],
    ['+852 2123 4567', '请填写正确的 11 位手机号'],
    ['+1 212 555 0123', '请填写正确的 11 位手机号'],
    ['9123 4567', '请填写正确的 11 位手机号'],
  ])('asks again for %j', async (typed, told) => {
    const answer = await ask(site, '/register', { phone: typed });
    expect([answer.status, answer.text.includes(told)]).toEqual([422, true]);
    expect(await site.db.phoneCode.count()).toBe(0);
  });

  it.each<[string, Record<string, string>, string]>([
    ['a code that is none', { code: '12345' }, '请填写 6 位验证码'],
    ['no name', { name: ' ' }, '姓名：请填写此项'],
    ['a short password', { newPassword: 'short' }, '密码：至少 10 个字'],
    ['the phone as password', { newPassword: `x${phone}` }, '密码过于简单'],
  ])('shows the form again for %s, and the code still holds', async (_, wrong, told) => {
    const client = new Client(site.base);
    const ticket = await ticketFor(site, '/register', { client });
    const code = codeFor(site, ticket);
    const answer = await finish(client, { ticket, code, ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(told);
    expect(answer.text).not.toContain(wanted);
    expect((await finish(client, { ticket, code })).status).toBe(303);
  });

  it('never leads to another site', async () => {
    const client = new Client(site.base);
    const asked = await ask(site, '/register', { client, next: 'https://evil.example/' });
    expect(asked.location).not.toContain('evil');
    const ticket = new URL(asked.location as string, site.base).searchParams.get(
      'ticket',
    ) as string;
    const fields = { ticket, code: codeFor(site, ticket), next: '//evil.example' };
    expect((await finish(client, fields)).location).toBe('/waivers');
  });

  it('is refused from another site’s page', async () => {
    const fields = { phone };
    const headers = { origin: 'https://evil.example' };
    const answer = await new Client(site.base).postExactly('/register', fields, headers);
    expect(answer.status).toBe(403);
  });
});

describe('a code', () => {
  it('that is wrong is counted; after five, the right one does not hold either', async () => {
    const ticket = await ticketFor(site, '/register');
    const client = new Client(site.base);
    for (let i = 0; i < 5; i += 1) {
      const answer = await finish(client, { ticket, code: wrongFor(site, ticket) });
      expect([answer.status, answer.text.includes('验证码不正确')]).toEqual([422, true]);
    }
    const late = await finish(client, { ticket, code: codeFor(site, ticket) });
    expect([late.status, late.text.includes('验证码已失效')]).toEqual([422, true]);
    expect(await accountOf()).toBeNull();
  });

  it('cannot be guessed by many at the same moment', async () => {
    const ticket = await ticketFor(site, '/register');
    const wrong = Array.from({ length: 20 }, () =>
      finish(new Client(site.base), { ticket, code: wrongFor(site, ticket) }),
    );
    const texts = (await Promise.all(wrong)).map(({ text }) => text);
    expect(texts.filter((text) => text.includes('验证码不正确'))).toHaveLength(5);
    expect((await site.db.phoneCode.findUniqueOrThrow({ where: { id: ticket } })).tries).toBe(5);
  });

  it('runs out after ten minutes, and its page leads back', async () => {
    const ticket = await ticketFor(site, '/register');
    site.clock.pass(10 * minute);
    const client = new Client(site.base);
    const answer = await finish(client, { ticket, code: codeFor(site, ticket) });
    expect([answer.status, answer.text.includes('验证码已失效')]).toEqual([422, true]);
    const page = await client.get(`/register/code?ticket=${ticket}`);
    expect([page.status, page.location]).toEqual([303, '/register']);
    const none = await client.get('/register/code?ticket=nothing');
    expect([none.status, none.location]).toEqual([303, '/register']);
  });

  it('belongs to its ticket and its purpose', async () => {
    const mine = await ticketFor(site, '/register');
    const theirs = await ticketFor(site, '/register', { phone: '13900001111' });
    const reset = await ticketFor(site, '/forgotten', { phone: '13700001111' });
    const client = new Client(site.base);
    const crossed = await finish(client, { ticket: theirs, code: codeFor(site, mine) });
    expect(crossed.status).toBe(422);
    const other = await finish(client, { ticket: reset, code: codeFor(site, reset) });
    expect([other.status, other.text.includes('验证码已失效')]).toEqual([422, true]);
    const none = await finish(client, { ticket: 'x', code: '123456' });
    expect(none.status).toBe(422);
    expect(await site.db.account.count({ where: { phone: { not: null } } })).toBe(0);
  });

  it('is guarded in the verb too', async () => {
    const ticket = await ticketFor(site, '/register');
    const at = site.clock.now();
    const founder = { id: ticket, name: '林海潮', passwordHash: 'x', at };
    const act = (code: string) =>
      transact(site.db, (tx) => registerFounder(tx, site.keys, { ...founder, code }));
    await expect(act(wrongFor(site, ticket))).rejects.toThrow('people.code.wrong');
    await act(codeFor(site, ticket));
    await expect(act(codeFor(site, ticket))).rejects.toThrow();
    const again = await ticketFor(site, '/register', { address: '10.0.0.9' });
    const twice = transact(site.db, (tx) =>
      registerFounder(tx, site.keys, { ...founder, id: again, code: codeFor(site, again) }),
    );
    await expect(twice).rejects.toThrow('people.register.has-account');
    expect(await site.db.account.count({ where: { phone } })).toBe(1);
  });
});

describe('the same form, sent again', () => {
  it('signs in with what the first made', async () => {
    const client = new Client(site.base);
    const ticket = await ticketFor(site, '/register', { client });
    const fields = { ticket, code: codeFor(site, ticket) };
    const first = await finish(client, fields);
    const second = await finish(new Client(site.base), fields);
    expect([first.status, second.status, second.location]).toEqual([303, 303, first.location]);
    const other = await finish(new Client(site.base), {
      ...fields,
      newPassword: 'another-password',
    });
    expect([other.status, other.text.includes('验证码已失效')]).toEqual([422, true]);
    expect(await site.db.account.count({ where: { name: '林海潮' } })).toBe(1);
  });

  it('twenty times at once makes one account and one person', async () => {
    const ticket = await ticketFor(site, '/register');
    const fields = { ticket, code: codeFor(site, ticket) };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => finish(new Client(site.base), fields)),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(303);
    expect(statuses.filter((status) => ![303, 429].includes(status))).toEqual([]);
    expect(await site.db.account.count({ where: { name: '林海潮' } })).toBe(1);
    expect(await site.db.person.count({ where: { name: '林海潮' } })).toBe(1);
  });

  it('two tickets for one phone at once make one account', async () => {
    const one = await ticketFor(site, '/register', { address: '10.0.0.1' });
    const two = await ticketFor(site, '/register', { address: '10.0.0.2' });
    const answers = await Promise.all(
      [one, two].map((ticket) =>
        finish(new Client(site.base), { ticket, code: codeFor(site, ticket) }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await site.db.account.count({ where: { phone } })).toBe(1);
  });
});

describe('whose record a founder gets', () => {
  const by = { accountId: null, at: new Date('2025-02-01T02:00:00Z') };
  const nothing = { graduatedOn: null, categories: [] };
  const enter = (...people: [name: string, phone: string | null][]) =>
    transact(site.db, (tx) =>
      enterPeople(
        tx,
        by,
        people.map(([name, of]) => ({ name, phone: of, ...nothing })),
      ),
    );
  const told = async (client: Client) => (await client.get('/messages')).text;

  it.each([['13800001234'], ['138 0000 1234'], ['+86 138-0000-1234']])(
    'is the one with the proven phone, typed %s, and the same name',
    async (typed) => {
      const [id] = await enter(['林 海潮', typed]);
      const client = await register(site);
      expect((await accountOf())?.personId).toBe(id);
      expect(await told(client)).toContain('注册成功，已关联登记信息');
    },
  );

  it.each<[string, [string, string | null][]]>([
    ['has another name', [['林海生', phone]]],
    [
      'is one of two with the phone',
      [
        ['林海潮', phone],
        ['林海生', phone],
      ],
    ],
  ])('is a new one where the only candidate %s, and that is told', async (_, people) => {
    const before = await enter(...people);
    const client = await register(site);
    const { person } = (await accountOf()) as { person: { id: number; name: string } };
    expect(before).not.toContain(person.id);
    expect(person.name).toBe('林海潮');
    expect(await told(client)).toContain('请核对登记信息');
  });

  it('is a new one where the record has an account', async () => {
    const { personId } = await site.db.account.findUniqueOrThrow({
      where: { username: 'founder1' },
    });
    const where = { id: personId as number };
    const { name } = await site.db.person.update({ where, data: { phone } });
    await register(site, { name });
    expect((await accountOf())?.personId).not.toBe(personId);
    expect(await site.db.account.count({ where: { personId } })).toBe(1);
  });

  it('is a new one, and nothing is told, where nobody has the phone', async () => {
    await enter(['林海潮', '13900001111'], ['林海潮', null]);
    const client = await register(site);
    expect(await told(client)).toContain('您的创业者账号已开通，登录时请用手机号和密码。');
  });
});

describe('somebody whose two records were merged', () => {
  const at = new Date('2025-01-01T02:00:00Z');
  /** One record under the phone that will register, merged into one that has the phone given here. */
  async function merged(stays: string): Promise<number> {
    const data = { name: '林海潮', namePinyin: 'linhaichao lhc' };
    const one = { number: 'R900001', phone };
    const other = { number: 'R900002', phone: stays };
    const { id: loserId } = await site.db.person.create({ data: Object.assign(one, data) });
    const { id } = await site.db.person.create({ data: Object.assign(other, data) });
    const why = { mergedAt: at, reason: '同一人', before: {}, after: {} };
    await site.db.personMerge.create({ data: Object.assign({ loserId, survivorId: id }, why) });
    return id;
  }

  it('is joined with the one that stayed', async () => {
    const id = await merged(phone);
    await register(site);
    expect((await accountOf())?.personId).toBe(id);
  });

  it('is handed nothing by a phone that did not stay, and hears that there is a record', async () => {
    const id = await merged('13900001111');
    await register(site);
    const account = await accountOf();
    expect(account?.person?.number).not.toBe('R900001');
    expect(account?.personId).not.toBe(id);
    const messages = await site.db.outboxMessage.findMany({ where: { account: { phone } } });
    expect(messages.map(({ key }) => key)).toContain('people.registered-apart');
  });
});
