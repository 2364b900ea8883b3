import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { addSpaces } from '../../src/parks/add-spaces.js';
import { openPark } from '../../src/parks/open-park.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { settleVentures } from '../../src/ventures/settle-venture.js';
import { fewest } from '../database/fewest.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { at, someVenture } from '../ledger/network.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { aPark, aSpace, startParks } from './cast.js';

let scratch: Scratch;
let app: TestApp;
let client: Client;
let statements = 0;
beforeAll(async () => {
  scratch = await scratchDatabase({ onQuery: () => (statements += 1) });
  app = await startParks({ db: scratch.db });
  client = await signIn(app.base, 'bureau');
});
afterAll(async () => {
  await app.close();
  await scratch.close();
});

const pages = ['/', '/parks', '/parks/P01', '/parks/P01/spaces', '/parks/P01/edit', '/parks/new'];

/** Statements that each page takes, asked for a second time. */
async function counts(): Promise<number[]> {
  const taken: number[] = [];
  for (const page of pages) {
    const look = async () => {
      statements = 0;
      expect((await client.get(page)).status).toBe(200);
      return statements;
    };
    taken.push(await fewest(look));
  }
  return taken;
}

it('no page of the parks takes more statements for more rows', async () => {
  const few = await counts();
  await grow();
  expect(await counts()).toEqual(few);
  expect(Math.max(...few)).toBeLessThanOrEqual(16);
});

/** Twenty parks more, and in the first of them 120 premises and 40 ventures more. */
async function grow(): Promise<void> {
  const by = at('2025-02-01');
  await transact(scratch.db, async (tx) => {
    for (let n = 30; n < 50; n += 1) await openPark(tx, by, aPark({ number: `P${n}` }));
    const { id: parkId } = await tx.park.findUniqueOrThrow({ where: { number: 'P01' } });
    await addSpaces(
      tx,
      by,
      parkId,
      Array.from({ length: 120 }, () => aSpace()),
    );
    const ventureIds = await logVentures(
      tx,
      by,
      Array.from({ length: 40 }, () => someVenture(parkId)),
    );
    const beganOn = '2024-06-01';
    await settleVentures(
      tx,
      by,
      ventureIds.map((ventureId) => ({ ventureId, parkId, beganOn })),
    );
  });
}
