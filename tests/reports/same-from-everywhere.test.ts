import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { addSpaces } from '../../src/parks/add-spaces.js';
import { reportKeys } from '../../src/reports/report.js';
import { letSpaces } from '../../src/ventures/let-spaces.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at } from '../ledger/network.js';
import { aSpace } from '../parks/cast.js';
import { type Client, signIn } from '../web/client.js';
import { plain, tables } from './reading.js';

/**
 * The first venture has a space of P01 for no rent until it moves to P03 in May 2024, which ends its lease: what it did not pay belongs to P01,
 * its jobs at the year's end to P03.
 */
let net: Network;
let bureau: Client;
beforeAll(async () => {
  net = await startNetwork();
  bureau = await signIn(net.base, 'bureau');
  const by = at('2025-02-01');
  await transact(net.db, async (tx) => {
    const [spaceId = 0] = await addSpaces(tx, by, net.parkIds[0], [aSpace({ name: '石屋三号' })]);
    const term = { beganOn: '2023-03-01', termEndOn: '2026-03-01', rent: 0, area: 8050 };
    const ventureId = net.ventureIds[0] as number;
    await letSpaces(tx, by, [{ ...term, ventureId, spaceId }]);
  });
});
afterAll(() => net.close());

const periods: Record<string, string> = {
  'monthly-bulletin': '2024-12',
  'quarterly-comparison': '2024-Q2',
};
const scopes = ['region:330903', 'region:330902', 'park:P01', 'park:P02', 'park:P03'];

/** The rows of a report that are of one park each, by table and number. */
async function parkRows(key: string, scope: string): Promise<Map<string, string[]>> {
  const address = `/reports/${key}?period=${periods[key] ?? '2024'}&scope=${scope}`;
  const { status, text } = await bureau.get(address);
  expect(status, `${address} ${plain(text).slice(0, 200)}`).toBe(200);
  return new Map(
    tables(text).flatMap(({ heads, rows }) =>
      rows
        .filter(([number]) => /^P\d\d$/.test(number ?? ''))
        .map((row): [string, string[]] => [`${heads.join()} ${row[0]}`, row]),
    ),
  );
}

it.each(reportKeys)(
  '%s says the same of a park from the network, its region and itself',
  async (key) => {
    const ofNetwork = await parkRows(key, 'network');
    for (const scope of scopes)
      for (const [name, row] of await parkRows(key, scope))
        expect([scope, row]).toEqual([scope, ofNetwork.get(name)]);
  },
);

it('counts the jobs of who had relief where it had it', async () => {
  const rows = [...(await parkRows('waiver-effect', 'network')).values()].filter(
    (row) => row.length === 9,
  );
  // P01: the first venture left, the fourth is there with 7 + 3 in November; P03 had no relief at all.
  expect(rows.map((row) => row.slice(2, 4))).toEqual([
    ['2', '10'],
    ['0', '0'],
    ['0', '0'],
  ]);
});

it('the list under a number names the place inside its scope, never its code alone', async () => {
  for (const [within, name] of [
    ['region:330902', '定海区'],
    ['park:P01', 'P01 '],
  ] as const) {
    const address = `/reports/records?measure=ventures&scope=network&within=${within}&from=2024-01-01&asOf=2024-12-31`;
    const { status, text } = await bureau.get(address);
    const heading = plain(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(text)?.[1] ?? '');
    expect([status, heading.includes(name), heading.includes('330902')], heading).toEqual([
      200,
      true,
      false,
    ]);
  }
});
