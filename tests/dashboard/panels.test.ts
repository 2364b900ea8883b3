import { afterAll, beforeAll, expect, test } from 'vitest';
import { transact } from '../../src/database/database.js';
import { fileHeadcount } from '../../src/returns/file-headcounts.js';
import { logVenture } from '../../src/ventures/log-venture.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at, headcount, someVenture } from '../ledger/network.js';
import { type Client, signIn } from '../web/client.js';

let app: Network;
let bureau: Client;
beforeAll(async () => {
  app = await startNetwork();
  bureau = await signIn(app.base, 'bureau');
});
afterAll(() => app.close());

const by = at('2025-02-10');

/** Statements behind a look at the dashboard, and the ventures of one legal form that it shows. */
async function look(): Promise<{
  statements: number;
  firms: string | undefined;
  jobs: string | undefined;
}> {
  app.queries.length = 0;
  const { text } = await bureau.get('/dashboard');
  const number = (query: string) => new RegExp(`${query}">([\\d,]+)</a>`).exec(text)?.[1];
  const firms = number('measure&#x3D;ventures[^"]*form&#x3D;firm');
  return { statements: app.queries.length, firms, jobs: number('measure&#x3D;jobs[^"]*') };
}

test('a headcount is seen at once, and nothing else is counted again for it', async () => {
  await look();
  const before = await look();
  const month = '2025-01';
  const filing = { ventureId: app.ventureIds[3] as number, month, version: null, ...headcount(90) };
  await transact(app.db, (tx) => fileHeadcount(tx, by, filing));
  const after = await look();
  expect(after.jobs).not.toBe(before.jobs);
  // Nothing at all is read for a page that is kept; for a new one, not what no headcount changes.
  expect(before.statements).toBe(1);
  expect(
    app.queries.filter((sql) => /"(?:PersonCategory|Tenancy|VisitVenture)"/.test(sql)),
  ).toEqual([]);
});

test('an arrival is counted', async () => {
  await look();
  const before = await look();
  const [parkId] = app.parkIds;
  await transact(app.db, async (tx) => {
    const firm = { ...someVenture(parkId), legalForm: 'firm' as const };
    const ventureId = await logVenture(tx, by, firm);
    await settleVenture(tx, by, { ventureId, parkId, beganOn: '2025-02-01' });
  });
  const after = await look();
  expect(Number(after.firms)).toBe(Number(before.firms) + 1);
  expect(after.statements).toBeGreaterThan(before.statements);
});
