import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '../../src/people/passwords.js';
import { hashOf } from '../../src/people/sessions.js';
import { Client, signIn } from '../web/client.js';
import { type People, password, startPeople } from './cast.js';

let site: People;
beforeEach(async () => {
  site = await startPeople();
});
afterEach(() => site.close());

const tokenOf = (client: Client) => client.cookies.get('session') as string;

describe('signing in', () => {
  it.each(['admin', 'bureau', 'founder1'])('leads %s to the page of the day', async (username) => {
    const client = new Client(site.base);
    const answer = await client.postExactly('/sign-in', { username, password });
    expect([answer.status, answer.location]).toEqual([303, '/today']);
    expect((await client.get('/account')).text).toContain(`${username}某`);
  });

  it('takes the username in any case and with spaces around it', async () => {
    const client = new Client(site.base);
    const answer = await client.postExactly('/sign-in', { username: ' Bureau ', password });
    expect(answer.status).toBe(303);
  });

  it('keeps only a hash of the token, and gives the cookie to no script', async () => {
    const client = new Client(site.base);
    const answer = await client.postExactly('/sign-in', { username: 'bureau', password });
    const [session = '', device = ''] = answer.headers.getSetCookie();
    expect(session).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(device).toMatch(/^device=[\w-]{43}; Max-Age=34560000; .*HttpOnly; SameSite=Lax$/);
    const rows = await site.db.session.findMany();
    expect(rows.map((row) => row.tokenHash)).toContain(hashOf(tokenOf(client)));
    expect(JSON.stringify(rows)).not.toContain(tokenOf(client));
  });

  it('answers a wrong password, an unknown name and a closed account alike', async () => {
    const id = site.idOf.park2 as number;
    await site.db.account.update({ where: { id }, data: { isActive: false } });
    const tries = [
      { username: 'bureau', password: 'not-the-password' },
      { username: 'nobody', password },
      { username: 'park2', password },
    ];
    for (const attempt of tries) {
      const answer = await new Client(site.base).postExactly('/sign-in', attempt);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('用户名或密码不正确');
      expect(answer.text).toContain(`value="${attempt.username}"`);
      expect(answer.text).not.toContain(attempt.password);
    }
  });

  it('takes as long for an unknown name as for a wrong password', async () => {
    // Of the cost that passwords have; those of the cast are light.
    const passwordHash = await hashPassword(password);
    await site.db.account.updateMany({
      where: { username: { in: ['park1', 'park2'] } },
      data: { passwordHash },
    });
    const timeOf = async (username: string) => {
      const began = performance.now();
      await new Client(site.base).postExactly('/sign-in', { username, password: 'wrong-wrong' });
      return performance.now() - began;
    };
    // By turns and each at its quickest, so that a busy machine does not decide it.
    const [unknown, known]: [number[], number[]] = [[], []];
    for (let i = 0; i < 6; i += 1) {
      unknown.push(await timeOf(`nobody${i % 2}`));
      known.push(await timeOf(`park${1 + (i % 2)}`));
    }
    const [a, b] = [Math.min(...unknown), Math.min(...known)];
    expect(Math.max(a, b) / Math.min(a, b)).toBeLessThan(3);
  });

  it('asks for what was left out', async () => {
    const answer = await new Client(site.base).postExactly('/sign-in', {
      username: '',
      password: '',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('请填写用户名');
    expect(answer.text).toContain('请填写密码');
  });
});

describe('where a sign-in leads', () => {
  it('is back to the page that asked for it', async () => {
    const client = new Client(site.base);
    const asked = await client.get('/accounts?q=a&role=auditor');
    expect([asked.status, asked.location]).toEqual([
      303,
      `/sign-in?next=${encodeURIComponent('/accounts?q=a&role=auditor')}`,
    ]);
    const form = await client.get(asked.location as string);
    expect(form.text).toContain('value="/accounts?q&#x3D;a&amp;role&#x3D;auditor"');
    const answer = await client.postExactly('/sign-in', {
      username: 'admin',
      password,
      next: '/accounts?q=a&role=auditor',
    });
    expect(answer.location).toBe('/accounts?q=a&role=auditor');
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/x\r\nSet-Cookie: a=b',
  ])('is never another site: %j', async (next) => {
    const client = new Client(site.base);
    const answer = await client.postExactly('/sign-in', { username: 'admin', password, next });
    expect([answer.status, answer.location]).toEqual([303, '/today']);
    const again = await client.get(`/sign-in?next=${encodeURIComponent(next)}`);
    expect([again.status, again.location]).toEqual([303, '/today']);
  });
});

describe('a session', () => {
  it('is a new one at each sign-in, and the one before is over', async () => {
    const client = await signIn(site.base, 'bureau');
    const before = tokenOf(client);
    await client.postExactly('/sign-in', {
      username: 'bureau',
      password,
      _token: await client.tokenOf('/account'),
    });
    expect(tokenOf(client)).not.toBe(before);
    const old = new Client(site.base);
    old.cookies.set('session', before);
    expect((await old.get('/account')).status).toBe(303);
  });

  it('is never one that the browser brought along', async () => {
    const planted = 'A'.repeat(43);
    const client = new Client(site.base);
    client.cookies.set('session', planted);
    await client.postExactly('/sign-in', { username: 'bureau', password });
    expect(tokenOf(client)).not.toBe(planted);
    const thief = new Client(site.base);
    thief.cookies.set('session', planted);
    expect((await thief.get('/account')).status).toBe(303);
    expect(thief.cookies.has('session')).toBe(false);
  });

  it('ends at sign-out, in the database too', async () => {
    const client = await signIn(site.base, 'bureau');
    const token = tokenOf(client);
    const answer = await client.post('/sign-out', {}, { from: '/account' });
    expect([answer.status, answer.location]).toEqual([303, '/']);
    expect(client.cookies.has('session')).toBe(false);
    const where = { tokenHash: hashOf(token) };
    expect(await site.db.session.findUnique({ where })).toBeNull();
  });
});
