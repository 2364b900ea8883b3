import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { mergeParks } from '../../src/parks/merge-parks.js';
import { reportKeys } from '../../src/reports/report.js';
import { standardReports } from '../../src/reports/standard-reports.js';
import { type Demonstration, demonstration } from '../demonstration.js';
import { type Client, signIn, startApp, type TestApp, testClock } from '../web/client.js';

/** The demonstration on the 2nd of March 2027: December 2024 and all months before it are closed. */
const now = new Date('2027-03-02T02:00:00Z');
let data: Demonstration;
let app: TestApp;
let bureau: Client;
beforeAll(async () => {
  data = await demonstration();
  app = await startApp({ db: data.db, clock: testClock(now) });
  bureau = await signIn(app.base, 'bureau');
}, 400_000);
afterAll(async () => {
  await app.close();
  await data.close();
});

const periods = { month: ['2024-06', '2026-06'], quarter: ['2024-Q3'], year: ['2023', '2024'] };
const scopes = ['network', 'park:P09', 'park:P10'];

/** Every number of every report of earlier periods, as the files have it. */
async function said(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const key of reportKeys)
    for (const period of standardReports[key].periods.flatMap((kind) => periods[kind]))
      for (const scope of scopes) {
        const address = `/reports/${key}.csv?period=${period}&scope=${scope}`;
        const { status, text } = await bureau.get(address);
        expect([address, status]).toEqual([address, 200]);
        files.set(address, text);
      }
  return files;
}

const parkId = async (number: string): Promise<number> =>
  (await app.db.park.findUniqueOrThrow({ where: { number } })).id;
const by = async () => ({
  at: now,
  accountId: (await app.db.account.findUniqueOrThrow({ where: { username: 'bureau' } })).id,
});

it('says of earlier periods what it said before a park was merged, to the byte', async () => {
  const before = await said();
  const [from, into] = [await parkId('P09'), await parkId('P10')];
  const merger = { parkId: from, intoId: into, mergedOn: '2027-03-01', reason: '两园合并' };
  await transact(app.db, async (tx) => mergeParks(tx, await by(), merger));
  const after = await said();
  for (const [address, text] of before)
    expect([address, after.get(address)]).toEqual([address, text]);
  expect([...before.values()].some((text) => text.includes('P09'))).toBe(true);
}, 400_000);
