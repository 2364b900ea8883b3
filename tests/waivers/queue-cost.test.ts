import { afterAll, beforeAll, expect, it } from 'vitest';
import { fewest } from '../database/fewest.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { manyCases, startQueue } from './many-cases.js';

let scratch: Scratch;
let app: TestApp;
let client: Client;
let statements = 0;
beforeAll(async () => {
  scratch = await scratchDatabase({ onQuery: () => (statements += 1) });
  app = await startQueue(scratch.db);
  client = await signIn(app.base, 'bureau');
});
afterAll(async () => {
  await app.close();
  await scratch.close();
});

const tabs = ['waiting', 'unclaimed', 'mine', 'soon', 'overdue', 'ready', 'founder', 'all'];

async function counts(): Promise<number[]> {
  const taken: number[] = [];
  for (const tab of tabs) {
    const look = async () => {
      statements = 0;
      expect((await client.get(`/waivers/queue?tab=${tab}`)).status).toBe(200);
      return statements;
    };
    taken.push(await fewest(look));
  }
  return taken;
}

it('no tab of the queue takes more statements for more cases', async () => {
  await manyCases(scratch.db, 3);
  const few = await counts();
  await manyCases(scratch.db, 200);
  expect(await counts()).toEqual(few);
  expect(Math.max(...few)).toBeLessThanOrEqual(26);
});

it('finds what waits at a desk, and what is late, by an index', async () => {
  const plan = await scratch.db.$queryRaw<{ detail: string }[]>`
    EXPLAIN QUERY PLAN SELECT "id" FROM "WaiverApplication"
    WHERE "state" = 'bureau-review' AND "dueOn" < '2025-02-18' ORDER BY "dueOn"`;
  expect(plan.map(({ detail }) => detail).join()).toContain('WaiverApplication_state_dueOn_idx');
});
