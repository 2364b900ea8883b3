import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Client, signIn } from '../web/client.js';
import { type People, startPeople } from './cast.js';
import { ask, codeFor, phone, register, ticketFor, wanted, wrongFor } from './phone-cast.js';

const minute = 60_000;
let site: People;
beforeEach(async () => {
  site = await startPeople({ config: { trustProxy: 1 } });
});
afterEach(() => site.close());

/** Without what differs by chance: the ticket, its own address in the other language, the form's token. */
const plain = (text: string) =>
  text.replace(/ticket(=|&#x3D;|" value=")[\w-]+/g, 'ticket').replace(/[\w-]{86,}/g, '');

describe('nobody learns who has an account', () => {
  const stranger = '13900009999';

  it.each(['/register', '/forgotten'] as const)(
    '%s answers a phone with and without one alike: page, headers, messages, statements',
    async (path) => {
      await register(site);
      site.clock.pass(2 * minute);
      const told: unknown[] = [];
      for (const to of [phone, stranger]) {
        const before = await site.db.outboxMessage.count();
        const client = new Client(site.base);
        const asked = await ask(site, path, { client, phone: to, address: '10.0.0.7' });
        const ticket =
          new URL(asked.location as string, site.base).searchParams.get('ticket') ?? '';
        const shown = await client.get(asked.location as string);
        const fields = { ticket, code: wrongFor(site, ticket), name: '林', newPassword: wanted };
        const wrong = await client.postExactly(`${path}/code`, fields);
        told.push({
          asked: [asked.status, asked.text.length, plain(asked.location ?? '')],
          headers: [...asked.headers.keys()].sort(),
          shown: plain(shown.text).replace(/1\d\d\*{4}\d{4}/g, ''),
          wrong: [
            wrong.status,
            plain(wrong.text)
              .replace(/1\d\d\*{4}\d{4}/g, '')
              .replace(fields.code, ''),
          ],
          messages: (await site.db.outboxMessage.count()) - before,
        });
      }
      expect(told[1]).toEqual(told[0]);
    },
  );

  it('only who has the code is told, and by that has shown the phone to be the own', async () => {
    await register(site);
    site.clock.pass(2 * minute);
    const again = await ticketFor(site, '/register');
    const fields = {
      ticket: again,
      code: codeFor(site, again),
      name: '林海潮',
      newPassword: wanted,
    };
    const taken = await new Client(site.base).postExactly('/register/code', fields);
    expect([taken.status, taken.text.includes('该手机号已有账号')]).toEqual([422, true]);
    const reset = await ticketFor(site, '/forgotten', { phone: stranger });
    const none = await new Client(site.base).postExactly('/forgotten/code', {
      ticket: reset,
      code: codeFor(site, reset),
      newPassword: wanted,
    });
    expect([none.status, none.text.includes('没有可以重设密码的账号')]).toEqual([422, true]);
  });

  it('a sign-in with a phone that nobody has does the work of a wrong password', async () => {
    await register(site);
    const timeOf = async (username: string) => {
      const began = performance.now();
      const fields = { username, password: 'wrong-wrong' };
      const answer = await new Client(site.base).postExactly('/sign-in', fields);
      expect(answer.text).toContain('用户名或密码不正确');
      return performance.now() - began;
    };
    // By turns and each at its quickest, so that a busy machine does not decide it.
    const [unknown, known]: [number[], number[]] = [[], []];
    for (let i = 0; i < 4; i += 1) {
      unknown.push(await timeOf(stranger));
      known.push(await timeOf(phone));
    }
    const [a, b] = [Math.min(...unknown), Math.min(...known)];
    expect(Math.max(a, b) / Math.min(a, b)).toBeLessThan(3);
  });
});

describe('asking for codes', () => {
  const statusOf = async (asked: Parameters<typeof ask>[2]) =>
    (await ask(site, '/register', asked)).status;

  it('waits a minute between two, and says how long', async () => {
    expect(await statusOf({})).toBe(303);
    site.clock.pass(20_000);
    const soon = await ask(site, '/register');
    expect([soon.status, soon.text.includes('请在 40 秒后再获取验证码')]).toEqual([422, true]);
    expect(soon.text).toContain(`value="${phone}"`);
    site.clock.pass(40_000);
    expect(await statusOf({})).toBe(303);
  });

  it('is five an hour to one phone from one place; elsewhere and to others it goes on', async () => {
    for (let i = 0; i < 5; i += 1) {
      expect(await statusOf({})).toBe(303);
      site.clock.pass(minute);
    }
    const refused = await ask(site, '/register');
    expect([refused.status, refused.text.includes('请在 55 分钟后')]).toEqual([422, true]);
    expect(await statusOf({ address: '10.0.0.2' })).toBe(303);
    expect(await statusOf({ phone: '13900001111' })).toBe(303);
    site.clock.pass(55 * minute);
    expect(await statusOf({})).toBe(303);
  });

  it('floods no phone from many places, and keeps its owner’s own browser out of that', async () => {
    const owner = await register(site, { address: '10.1.0.1' });
    owner.cookies.delete('session');
    for (let i = 0; i < 9; i += 1) expect(await statusOf({ address: `10.0.0.${i}` })).toBe(303);
    expect(await statusOf({ address: '10.0.0.99' })).toBe(422);
    const asked = { client: owner, address: '10.0.0.99' };
    const ticket = await ticketFor(site, '/forgotten', asked);
    const fields = { ticket, code: codeFor(site, ticket), newPassword: 'another-long-password' };
    expect((await owner.postExactly('/forgotten/code', fields)).status).toBe(303);
  });

  it('is twenty a day to a phone, so that its codes cannot be guessed by asking for many', async () => {
    for (let i = 0; i < 20; i += 1) {
      expect(await statusOf({ address: `10.0.${i}.1` }), String(i)).toBe(303);
      site.clock.pass(7 * minute);
    }
    site.clock.pass(60 * minute);
    expect(await statusOf({ address: '10.9.9.9' })).toBe(422);
  });

  it('is sixty an hour from a place, a whole /64 of IPv6', async () => {
    for (let i = 0; i < 60; i += 1) {
      const to = `139000${String(10_000 + i)}`;
      expect(await statusOf({ phone: to, address: `2001:db8:1:2::${i + 1}` })).toBe(303);
    }
    expect(await statusOf({ phone: '13700000000', address: '2001:db8:1:2:ffff::1' })).toBe(422);
    expect(await statusOf({ phone: '13700000000', address: '2001:db8:1:3::1' })).toBe(303);
  });

  it('by many at the same moment sends one', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => statusOf({})));
    expect(answers.filter((status) => status === 303)).toHaveLength(1);
    expect(await site.db.outboxMessage.count()).toBe(1);
  });

  it('does not touch signing in', async () => {
    for (let i = 0; i < 12; i += 1) await statusOf({});
    await signIn(site.base, 'bureau');
  });
});
