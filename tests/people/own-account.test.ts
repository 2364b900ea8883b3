import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, signIn } from '../web/client.js';
import { type People, password, startPeople } from './cast.js';

let site: People;
beforeAll(async () => {
  site = await startPeople();
});
afterAll(() => site.close());

const wanted = 'fishing-boats-home';
const change = (client: Client, fields: Record<string, string>) =>
  client.post('/account/password', {
    currentPassword: password,
    newPassword: wanted,
    newPasswordAgain: wanted,
    ...fields,
  });

describe('the own password', () => {
  it('is changed after the current one; every other session ends', async () => {
    const here = await signIn(site.base, 'bureau');
    const there = await signIn(site.base, 'bureau');
    const answer = await change(here, {});
    expect([answer.status, answer.location]).toEqual([303, '/account']);
    expect((await here.get('/account')).status).toBe(200);
    expect((await there.get('/account')).status).toBe(303);
    await expect(signIn(site.base, 'bureau')).rejects.toThrow('422');
    await signIn(site.base, 'bureau', wanted);
    const events = await site.db.historyEvent.findMany({
      where: { verb: 'account.password-changed' },
    });
    expect(events).toMatchObject([{ subjectId: site.idOf.bureau, actorId: site.idOf.bureau }]);
    expect(JSON.stringify(events)).not.toContain(wanted);
  });

  it.each([
    [{ currentPassword: 'wrong-wrong' }, '当前密码不正确'],
    [{ newPasswordAgain: 'another-one' }, '两次填写的新密码不一致'],
    [{ newPassword: 'short', newPasswordAgain: 'short' }, '新密码：至少 10 个字'],
    [{ newPassword: 'auditor-auditor' }, '密码过于简单'],
    [{ newPassword: '1234567890' }, '这个密码太常见'],
    [{ newPassword: 'Password123' }, '这个密码太常见'],
    [{ newPassword: 'qwertyuiop' }, '这个密码太常见'],
    [{ newPassword: 'aaaaaaaaaaaaaaaa' }, '这个密码太常见'],
    [{ newPassword: '' }, '请填写新密码'],
  ])('stays as it is: %j', async (fields, message) => {
    const client = await signIn(site.base, 'auditor');
    const answer = await change(client, fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(answer.text).not.toContain(wanted);
    await signIn(site.base, 'auditor');
  });

  it('cannot be guessed in a session that was left open', async () => {
    const client = await signIn(site.base, 'putuo');
    for (let i = 0; i < 5; i += 1) await change(client, { currentPassword: `guess-${i}` });
    const answer = await change(client, {});
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('60');
    await signIn(site.base, 'putuo');
  });

  it('is nobody’s to change without a session', async () => {
    const client = new Client(site.base);
    expect((await client.get('/account/password')).status).toBe(303);
    expect((await change(client, {})).status).toBe(401);
  });
});

describe('the own page', () => {
  it('names the account and its browsers, and is kept by no cache', async () => {
    const client = await signIn(site.base, 'park1');
    const headers = {
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36',
    };
    await client.send('/sign-in', {
      method: 'POST',
      body: new URLSearchParams({
        username: 'park1',
        password,
        _token: await client.tokenOf('/account'),
      }),
      headers,
    });
    const page = await client.get('/account');
    expect(page.text).toContain('park1某');
    expect(page.text).toContain('园区管理员');
    expect(page.text).toContain('Chrome · Windows');
    expect(page.text).toContain('本机');
    expect(page.headers.get('cache-control')).toBe('no-store');
  });
});
