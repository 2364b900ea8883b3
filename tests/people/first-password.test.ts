import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RouteTable } from '../../src/web/route-table.js';
import { Client, signIn } from '../web/client.js';
import { type People, password, startPeople } from './cast.js';
import { choose, givePassword } from './requesting.js';

let site: People;
beforeEach(async () => {
  site = await startPeople();
});
afterEach(() => site.close());

const own = 'gulls-over-harbour';
const day = 24 * 60 * 60_000;

describe('a password that others have set', () => {
  it('opens no route but the page for another and the way out, whatever the role', async () => {
    const all = (site.app.locals.routes as RouteTable).routes;
    expect(all.length).toBeGreaterThan(150);
    for (const who of ['bureau', 'park1']) {
      const client = await signIn(site.base, who, await givePassword(site, who));
      const html = { accept: 'text/html' };
      for (const { method, path } of all) {
        const url = path.replace(/[:*]\w+/g, '1').replace(/[{}]/g, '');
        if (/^\/(healthz|readyz)$/.test(url) || url === '/account/password') continue;
        if (url === '/sign-out') continue;
        const route = `${who} ${method} ${url}`;
        const answer = await client.send(url, { method, headers: html });
        if (method === 'GET' && !url.startsWith('/api/')) {
          expect([answer.status, answer.location], route).toEqual([303, '/account/password']);
        } else expect(answer.status, route).toBe(403);
        const json = { accept: 'application/json' };
        const machine = await client.send(url, { method, headers: json });
        expect(machine.status, route).toBe(403);
      }
      for (const url of [
        '/no/such/page',
        '/Account/Password',
        '/account/password/',
        '/account/password/x',
      ])
        expect((await client.get(url)).location, url).toBe('/account/password');
      const page = (await client.get('/account/password')).text;
      expect(page).toContain('请先修改密码');
      expect(page).not.toContain('href="/ventures"');
      expect((await client.get('/account/password?lang=en')).text).toContain('Choose your own');
      const out = await client.post('/sign-out', {}, { from: '/account/password' });
      expect(out.status).toBe(303);
    }
  });

  it('is changed by its holder for good, to another one, and then leads to the message', async () => {
    const given = await givePassword(site, 'bureau');
    const client = await signIn(site.base, 'bureau', given);
    const other = await signIn(site.base, 'bureau', given);
    const same = await choose(client, given, given);
    expect([same.status, same.text]).toEqual([422, expect.stringContaining('不能与原密码相同')]);
    const wrong = await choose(client, password, own);
    expect(wrong.status).toBe(422);
    expect((await client.get('/dashboard')).status).toBe(303);
    const done = await choose(client, given, own);
    expect([done.status, done.location]).toEqual([303, '/messages']);
    expect((await client.get('/messages')).text).toContain('密码已由他人重设');
    expect((await client.get('/dashboard')).status).toBe(200);
    expect((await other.get('/dashboard')).location).toContain('/sign-in'); // the other session ended
    await expect(signIn(site.base, 'bureau', given)).rejects.toThrow('422');
    const account = await site.db.account.findUniqueOrThrow({ where: { username: 'bureau' } });
    expect(account.passwordGivenAt).toBeNull();
  });

  it('runs out after seven days, in a session too', async () => {
    const given = await givePassword(site, 'bureau');
    site.clock.pass(7 * day - 60_000);
    const client = await signIn(site.base, 'bureau', given);
    expect((await client.get('/account/password')).status).toBe(200);
    site.clock.pass(60_000);
    expect((await client.get('/account/password')).location).toContain('/sign-in');
    const late = new Client(site.base);
    const answer = await late.postExactly('/sign-in', { username: 'bureau', password: given });
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('超过 7 天')]);
    const renewed = await givePassword(site, 'bureau');
    await signIn(site.base, 'bureau', renewed);
  });

  it('holds nobody back who chose their own', async () => {
    const client = await signIn(site.base, 'bureau');
    expect((await client.get('/dashboard')).status).toBe(200);
    expect((await client.get('/account/password')).text).toContain('修改密码');
  });
});

describe('what others do to an account', () => {
  it('is shown first after the next sign-in, until it is read', async () => {
    const signedIn = async (username: string, next = '') => {
      const client = new Client(site.base);
      const answer = await client.postExactly('/sign-in', { username, password, next });
      return { client, location: answer.location };
    };
    expect((await signedIn('park1')).location).toBe('/today');
    const admin = await signIn(site.base, 'admin');
    const url = `/accounts/${site.idOf.park1}`;
    await admin.post(`${url}/deactivation`, {}, { from: '/account' });
    await admin.post(`${url}/reactivation`, { reason: '停用有误' }, { from: '/account' });
    const { confirmNewest } = await import('./requesting.js');
    await confirmNewest(site);
    const { client, location } = await signedIn('park1', '/ventures');
    expect(location).toBe('/messages');
    const page = (await client.get('/messages')).text;
    for (const part of ['账号已停用', '账号已重新启用']) expect(page).toContain(part);
    await client.post('/messages/read', {}, { from: '/messages' });
    expect((await signedIn('park1', '/ventures')).location).toBe('/ventures');
  });
});
