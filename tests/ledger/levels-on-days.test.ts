import { afterAll, beforeAll, expect, it } from 'vitest';
import { listed } from '../../src/ledger/measures.js';
import { type Levels, levelsByPark, levelsOnDays } from '../../src/ledger/totals.js';
import { type Network, startNetwork } from './cast.js';

let app: Network;
beforeAll(async () => {
  app = await startNetwork(40);
});
afterAll(() => app.close());

it('levels as of several days are those as of each of them', async () => {
  // Before anything, the first and last of months, within them, a day twice, and one to come.
  const days = ['2020-01-01', '2023-03-01', '2024-02-29', '2024-06-30', '2024-12-31', '2025-01-01'];
  days.push('2025-01-21', '2025-01-21', '2025-02-10', '2030-06-15');
  const together = await levelsOnDays(app.db, days);
  expect([...together.keys()]).toEqual([...new Set(days)]);
  const all = (levels: Levels | undefined) =>
    listed.map((measure) => app.parkIds.map((id) => levels?.of(measure, id) ?? null));
  let sum = 0;
  for (const day of days) {
    const alone = all(await levelsByPark(app.db, day));
    expect(all(together.get(day))).toEqual(alone);
    sum += alone.flat().reduce<number>((total, amount) => total + (amount ?? 0), 0);
  }
  expect(sum).toBeGreaterThan(100);
});

it('no day asks for no levels', async () => {
  expect(await levelsOnDays(app.db, [])).toEqual(new Map());
});
