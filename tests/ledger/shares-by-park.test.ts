import { afterAll, beforeAll, expect, it } from 'vitest';
import { breakdown } from '../../src/ledger/breakdown.js';
import { sharesByPark, sharesOf } from '../../src/ledger/shares-by-park.js';
import { type Network, startNetwork } from './cast.js';

let app: Network;
beforeAll(async () => {
  app = await startNetwork(40);
});
afterAll(() => app.close());

it.each(['2022-12-31', '2023-03-01', '2024-06-30', '2025-01-21', '2025-02-10'])(
  'the shares of the parks on %s come to those that the ledger makes, for any parks',
  async (asOf) => {
    const shares = await sharesByPark(app.db, asOf);
    const [one, two, three] = app.parkIds;
    for (const parkIds of [[one], [two], [three], [one, three], [one, two, three], []]) {
      const expected = await breakdown(app.db, { parkIds, asOf });
      const order = (all: typeof expected) =>
        [...all].sort((a, b) => `${a.by} ${a.value}`.localeCompare(`${b.by} ${b.value}`));
      const found = sharesOf(shares, parkIds);
      expect(order(found)).toEqual(order(expected));
      expect(found.map(({ amount }) => amount)).toEqual(expected.map(({ amount }) => amount));
    }
    if (asOf > '2023-03-01') expect(new Set(shares.map(({ by }) => by)).size).toBe(3);
  },
);
