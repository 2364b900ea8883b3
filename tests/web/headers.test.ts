import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type People, password, startPeople } from '../people/cast.js';
import { Client, signIn, startApp, type TestApp } from './client.js';

let plain: People;
let secure: TestApp;
beforeAll(async () => {
  plain = await startPeople();
  secure = await startApp({ db: plain.db, config: { secureCookies: true } });
});
afterAll(async () => {
  await secure.close();
  await plain.close();
});

describe('every answer', () => {
  it.each(['/sign-in', '/static/site.css', '/no/such/page', '/healthz'])(
    'of %s lets the browser load this site’s own things only',
    async (url) => {
      const { headers } = await new Client(plain.base).get(url);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );

  it('insists on https where the site has it', async () => {
    const { headers } = await new Client(secure.base).get('/sign-in');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
  });
});

describe('cookies', () => {
  it('over https are bound to this very host', async () => {
    const client = new Client(secure.base);
    const answer = await client.postExactly('/sign-in', { username: 'bureau', password });
    const [session, device] = answer.headers.getSetCookie();
    expect(session).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(device).toMatch(/^__Host-device=.*; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
    expect((await client.get('/account')).status).toBe(200);
    const token = client.cookies.get('__Host-session') as string;
    const planted = new Client(secure.base);
    planted.cookies.set('session', token);
    expect((await planted.get('/account')).status).toBe(303);
  });
});

describe('caches', () => {
  it('keep no page of a viewer, and no page of a visitor unasked', async () => {
    const client = await signIn(plain.base, 'bureau');
    expect((await client.get('/account')).headers.get('cache-control')).toBe('no-store');
    const visitor = await new Client(plain.base).get('/sign-in');
    expect(visitor.headers.get('cache-control')).toBe('private, no-cache');
    const led = await new Client(plain.base).get('/account');
    expect(led.headers.get('cache-control')).toBe('no-store');
  });

  it('keep a static file for ever under the address that pages give', async () => {
    const client = new Client(plain.base);
    const page = (await client.get('/sign-in')).text;
    const [, marked = ''] = /href="(\/static\/site\.css[^"]+)"/.exec(page) ?? [];
    const named = await client.get(marked.replaceAll('&#x3D;', '='));
    expect(named.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    for (const url of ['/static/site.css', '/static/site.css?v=other']) {
      expect((await client.get(url)).headers.get('cache-control')).toBe('no-cache');
    }
  });
});
