import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transact } from '../../src/database/database.js';
import { fileHeadcounts } from '../../src/returns/file-headcounts.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at, headcount } from '../ledger/network.js';
import { Client, signIn } from '../web/client.js';

let app: Network;
beforeAll(async () => {
  app = await startNetwork();
});
afterAll(() => app.close());

/** As a browser asks again; by itself fetch would add no-cache. */
const conditional = (etag: string) => ({ 'if-none-match': etag, 'cache-control': 'max-age=0' });
const trend = '/charts/trend.svg?measure=jobs&asOf=2025-01-21';

test('anyone sees the trend of the network', async () => {
  const answer = await new Client(app.base).get(`${trend}&scope=network`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('image/svg+xml');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.text).toContain('>2024年12月</text>');
});

test('a browser that has it is told so, until the ledger changes', async () => {
  const visitor = new Client(app.base);
  const first = await visitor.get(`${trend}&scope=network`);
  const etag = first.headers.get('etag') ?? '';
  const again = await visitor.get(`${trend}&scope=network`, conditional(etag));
  expect(again.status).toBe(304);
  const ventureId = app.ventureIds[5] as number;
  const late = { ventureId, month: '2024-12', version: null, ...headcount(500) };
  await transact(app.db, (tx) => fileHeadcounts(tx, at('2025-02-02'), [late]));
  const changed = await visitor.get(`${trend}&scope=network`, conditional(etag));
  expect(changed.status).toBe(200);
});

describe('a scope is for who sees it', () => {
  test.each(['trend', 'industries'])('%s', async (name) => {
    const path = (scope: string) =>
      `/charts/${name}.svg?measure=jobs&scope=${scope}&asOf=2025-01-21`;
    // The network's trend is for everyone; what stands beside it in the panels asks for the sign-in.
    const status = name === 'trend' ? 401 : 303;
    expect((await new Client(app.base).get(path('park:P01'))).status).toBe(status);
    const manager = await signIn(app.base, 'park1');
    const own = await manager.get(`${path('park:P01')}&state=7.9`);
    expect(own.status).toBe(200);
    expect(own.headers.get('cache-control')).toBe('private, max-age=86400');
    expect((await manager.get(path('park:P03'))).status).toBe(404);
    expect((await (await signIn(app.base, 'admin')).get(path('mine'))).status).toBe(403);
  });
});

test('industries are named in the language of the request', async () => {
  const bureau = await signIn(app.base, 'bureau');
  const path = '/charts/industries.svg?scope=network&asOf=2025-01-21&shape=narrow';
  expect((await bureau.get(`${path}&lang=en`)).text).toContain('Manufacturing');
  expect((await bureau.get(`${path}&lang=zh`)).text).toContain('制造业');
});

test.each([
  'measure=returns',
  'measure=jobs&shape=round',
  'measure=jobs&asOf=tomorrow',
  'position=-1',
])('what no chart shows is refused: %s', async (query) => {
  const answer = await new Client(app.base).get(`/charts/trend.svg?scope=network&${query}`);
  expect(answer.status).toBe(400);
});
