import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ErrorAnswer, TotalsAnswer } from '../../src/api/schemas.js';
import { transact } from '../../src/database/database.js';
import { headPosition, totalOf } from '../../src/ledger/totals.js';
import { valueSpace } from '../../src/parks/value-space.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at } from '../ledger/network.js';
import { Client } from '../web/client.js';

let app: Network;
let visitor: Client;
beforeAll(async () => {
  app = await startNetwork();
  visitor = new Client(app.base);
});
afterAll(() => app.close());

/** As a browser asks again; by itself fetch would add no-cache. */
const conditional = (etag: string) => ({ 'if-none-match': etag, 'cache-control': 'max-age=0' });
const get = (query: string, headers = {}) => visitor.send(`/api/v1/totals${query}`, { headers });

test('anyone reads the totals as of a day, and they are those of the ledger', async () => {
  const answer = await get('?asOf=2025-01-21');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  const totals = TotalsAnswer.parse(JSON.parse(answer.text));
  expect(totals.asOf).toBe('2025-01-21');
  expect(totals.position).toBe(await headPosition(app.db));
  for (const measure of ['parks', 'ventures', 'jobs'] as const) {
    const network = await totalOf(app.db, {
      measure,
      scope: { kind: 'network' },
      asOf: '2025-01-21',
    });
    expect(totals.network[measure]).toBe(network);
    const sum = (parts: { [key in typeof measure]: number }[]) =>
      parts.reduce((all, part) => all + part[measure], 0);
    expect(sum(totals.regions)).toBe(network);
    expect(sum(totals.parks)).toBe(network);
  }
  expect(totals.network.coverage).toEqual({
    month: '2024-12',
    parks: 3,
    parksReporting: 3,
    due: 11,
    filed: 6,
    carried: 5,
  });
  expect(totals.network.marketRents).toEqual({ leases: 1, known: 1 });
});

test('says of how many leases the market rent is known, as rents are entered', async () => {
  const { id: spaceId } = await app.db.space.findFirstOrThrow({ where: { number: 'P01-001' } });
  const unknown = { spaceId, fromOn: '2025-02-01', fen: null, source: '产权不清' };
  await transact(app.db, (tx) => valueSpace(tx, at('2025-02-14'), unknown));
  const on = async (asOf: string) =>
    TotalsAnswer.parse(JSON.parse((await get(`?asOf=${asOf}`)).text)).network.marketRents;
  expect(await on('2025-02-01')).toEqual({ leases: 1, known: 0 });
  expect(await on('2025-01-31')).toEqual({ leases: 1, known: 1 });
});

test('a functional zone counts in its county', async () => {
  const totals = TotalsAnswer.parse(JSON.parse((await get('?asOf=2025-01-21')).text));
  expect(totals.regions.map(({ code, parks }) => [code, parks])).toEqual([
    ['330902', 1],
    ['330903', 2],
  ]);
  expect(totals.parks.map(({ regionCode }) => regionCode)).toEqual(['330903', '330903', '330902']);
});

test('without a day it is today in Zhoushan; before the first park all is zero', async () => {
  expect(JSON.parse((await get('')).text).asOf).toBe('2025-02-14');
  const early = TotalsAnswer.parse(JSON.parse((await get('?asOf=2020-01-01')).text));
  expect(early.network).toMatchObject({ parks: 0, ventures: 0, jobs: 0 });
  expect(early.parks).toEqual([]);
});

test('who has the answer is told that it has not changed', async () => {
  const etag = (await get('?asOf=2025-01-21')).headers.get('etag') ?? '';
  expect((await get('?asOf=2025-01-21', conditional(etag))).status).toBe(304);
});

describe('a wrong day is a JSON error', () => {
  test.each([
    'asOf=2025-02-30',
    'asOf=21.1.2025',
    'asOf=2025-02-15',
    'asOf=2025-01-01&asOf=2025-01-02',
    'asOf=%3Cb%3E',
    // Neither is looked at: the answer would be of another day than was asked for.
    'month=2024-12',
    'asof=2024-12-31',
    'as_of=2024-12-31',
  ])('%s', async (query) => {
    const answer = await get(`?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(ErrorAnswer.parse(JSON.parse(answer.text)).error.status).toBe(400);
  });

  test('so are an unknown address and a wrong method', async () => {
    expect((await visitor.send('/api/v1/nothing')).status).not.toBe(200);
    expect(
      (await visitor.send('/api/v1/totals', { method: 'DELETE' })).status,
    ).toBeGreaterThanOrEqual(400);
  });
});

test('the description names every field of the answer', async () => {
  const answer = await visitor.send('/api/v1/openapi.json');
  const document = JSON.parse(answer.text);
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toEqual(['/api/v1/totals']);
  const { schemas } = document.components;
  const totals = JSON.parse((await get('?asOf=2025-01-21')).text);
  const described = (name: string) => Object.keys(schemas[name].properties).sort();
  expect(described('TotalsAnswer')).toEqual(Object.keys(totals).sort());
  expect(described('Totals')).toEqual(Object.keys(totals.network).sort());
  expect(described('RegionTotals')).toEqual(Object.keys(totals.regions[0]).sort());
  expect(described('ParkTotals')).toEqual(Object.keys(totals.parks[0]).sort());
  expect(described('Coverage')).toEqual(Object.keys(totals.network.coverage).sort());
  expect(document.paths['/api/v1/totals'].get.parameters[0]).toMatchObject({
    name: 'asOf',
    in: 'query',
    required: false,
  });
});
