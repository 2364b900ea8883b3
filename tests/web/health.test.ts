import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { Client, startApp, type TestApp } from './client.js';

let scratch: Scratch;
let site: TestApp;
beforeAll(async () => {
  scratch = await scratchDatabase();
  site = await startApp({ db: scratch.db });
});
afterAll(async () => {
  await site.close();
  await scratch.close();
});

describe('health', () => {
  it('is told without a session, in JSON, and kept by no cache', async () => {
    for (const [url, status] of [
      ['/healthz', 'ok'],
      ['/readyz', 'ready'],
    ] as const) {
      const answer = await new Client(site.base).get(url);
      expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { status }]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  it('tells a database without its tables from a process that is dead', async () => {
    await scratch.db.$executeRawUnsafe('ALTER TABLE "LedgerHead" RENAME TO "Elsewhere"');
    const ready = await new Client(site.base).get('/readyz');
    expect([ready.status, JSON.parse(ready.text)]).toEqual([503, { status: 'not ready' }]);
    expect(ready.headers.get('retry-after')).toBe('5');
    expect((await new Client(site.base).get('/healthz')).status).toBe(200);
    await scratch.db.$executeRawUnsafe('ALTER TABLE "Elsewhere" RENAME TO "LedgerHead"');
  });
});
