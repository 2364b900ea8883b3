import type { Express } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type People, startPeople } from '../people/cast.js';
import { type Client, signIn } from './client.js';
import { serveBeforeTheEnd } from './late-route.js';

let site: People;
let bureau: Client;
beforeAll(async () => {
  site = await startPeople();
  breakOne(site.app);
  bureau = await signIn(site.base, 'bureau');
});
afterAll(() => site.close());

/** A route that fails as a bug would, put before the others' end. */
function breakOne(app: Express): void {
  app.get('/broken', () => {
    throw new Error('secret detail');
  });
  serveBeforeTheEnd(app);
}

describe('an error', () => {
  it('of ours is 500 with a request number, and says nothing of its cause', async () => {
    const answer = await bureau.get('/broken');
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('系统出错');
    expect(answer.text).toContain(answer.headers.get('x-request-id'));
    expect(answer.text).not.toMatch(/secret detail| at .*\.(js|ts):\d/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('is a page in the language of the reader', async () => {
    const answer = await bureau.get('/no/such/page?lang=en');
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('Page not found');
    expect((await bureau.get('/no/such/page?lang=zh')).text).toContain('未找到页面');
  });

  it('is JSON for programs', async () => {
    const headers = { accept: 'application/json' };
    for (const [url, status] of [
      ['/broken', 500],
      ['/no/such/page', 404],
    ] as const) {
      const answer = await bureau.get(url, headers);
      expect([answer.status, JSON.parse(answer.text).error.status]).toEqual([status, status]);
      expect(answer.headers.get('content-type')).toContain('application/json');
      expect(answer.text).not.toContain('secret detail');
    }
  });

  it('below /api is JSON always', async () => {
    const answer = await bureau.get('/api/v1/nothing');
    expect([answer.status, JSON.parse(answer.text).error.status]).toEqual([404, 404]);
  });

  it('is 405 with Allow where an address has another method', async () => {
    const answer = await bureau.post('/account', {});
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const _token = await bureau.tokenOf('/account');
    const other = await bureau.send('/account/password', {
      method: 'DELETE',
      body: new URLSearchParams({ _token }),
    });
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('answers HEAD without a body', async () => {
    const answer = await bureau.send('/account', { method: 'HEAD' });
    expect([answer.status, answer.text]).toEqual([200, '']);
  });
});
