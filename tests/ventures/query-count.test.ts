import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { fileHeadcounts } from '../../src/returns/file-headcounts.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { settleVentures } from '../../src/ventures/settle-venture.js';
import { fewest } from '../database/fewest.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { at, headcount, someVenture } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from '../web/client.js';

let scratch: Scratch;
let app: TestApp;
let client: Client;
let number = '';
let statements = 0;
beforeAll(async () => {
  scratch = await scratchDatabase({ onQuery: () => (statements += 1) });
  app = await startParks({ db: scratch.db });
  client = await signIn(app.base, 'bureau');
  number = (await app.db.venture.findUniqueOrThrow({ where: { id: 1 } })).number;
});
afterAll(async () => {
  await app.close();
  await scratch.close();
});

async function counts(): Promise<Record<string, number>> {
  const taken: Record<string, number> = {};
  for (const page of [
    '/ventures',
    '/ventures?park=P01&status=settled&sort=headcount',
    `/ventures/${number}`,
  ]) {
    const look = async () => {
      statements = 0;
      expect((await client.get(page)).status).toBe(200);
      return statements;
    };
    taken[page] = await fewest(look);
  }
  return taken;
}

it('the list and the page of a venture take as many statements for 2 rows as for 50', async () => {
  const few = await counts();
  await grow(48);
  expect((await client.get('/ventures')).text.match(/<th scope="row">/g)).toHaveLength(50);
  expect(await counts()).toEqual(few);
  expect(Math.max(...Object.values(few))).toBeLessThanOrEqual(11);
});

/** More ventures with returns, and more returns of the first one. */
async function grow(ventures: number): Promise<void> {
  const by = at('2025-02-01');
  await transact(scratch.db, async (tx) => {
    const ids = await logVentures(
      tx,
      by,
      Array.from({ length: ventures }, () => someVenture(1)),
    );
    const beganOn = '2024-06-01';
    await settleVentures(
      tx,
      by,
      ids.map((ventureId) => ({ ventureId, parkId: 1, beganOn })),
    );
    const month = '2024-11';
    const filed = [1, ...ids].map((ventureId) => ({
      ventureId,
      month,
      version: null,
      ...headcount(3),
    }));
    await fileHeadcounts(tx, by, filed);
  });
}
