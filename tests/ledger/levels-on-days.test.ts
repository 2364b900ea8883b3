import { afterAll, beforeAll, expect, it } from 'vitest';
import { monthOf } from '../../src/calendar/days.js';
import { type Listed, listed, type Measure, termsOf } from '../../src/ledger/measures.js';
import { changesByMonth, headPosition, levelsOnDays } from '../../src/ledger/totals.js';
import { type Network, startNetwork } from './cast.js';

type Entry = {
  position: number;
  effectiveOn: string;
  measure: string;
  parkId: number;
  amount: bigint;
};

let app: Network;
let entries: Entry[];
beforeAll(async () => {
  app = await startNetwork(40);
  entries = await app.db.ledgerEntry.findMany();
});
afterAll(() => app.close());

/** Entry by entry, as the rule of a total is written. */
const slowly = (measure: Listed, parkId: number, counts: (entry: Entry) => boolean): number => {
  const of = (part: Measure) =>
    entries
      .filter((entry) => entry.measure === part && entry.parkId === parkId && counts(entry))
      .reduce((sum, { amount }) => sum + Number(amount), 0);
  return termsOf(measure).reduce((sum, term) => sum + term.sign * of(term.of), 0);
};

it('levels as of several days are the sums of the entries up to each, at every position', async () => {
  // Before anything, the first and last of months, within them, a day twice, and one to come.
  const days = ['2020-01-01', '2023-03-01', '2024-02-29', '2024-06-30', '2024-12-31', '2025-01-01'];
  days.push('2025-01-21', '2025-01-21', '2025-02-10', '2030-06-15');
  const head = await headPosition(app.db);
  const found = new Set<number>();
  for (const position of [undefined, 0, 1, Math.floor(head / 2), head - 1, head, head + 1]) {
    const together = await levelsOnDays(app.db, days, position);
    expect([...together.keys()]).toEqual([...new Set(days)]);
    for (const day of new Set(days)) {
      const counts = (entry: Entry) =>
        entry.effectiveOn <= day && entry.position <= (position ?? head);
      const all = listed.flatMap((measure) => app.parkIds.map((id) => ({ measure, id })));
      const levels = all.map(({ measure, id }) => together.get(day)?.of(measure, id));
      expect(levels).toEqual(all.map(({ measure, id }) => slowly(measure, id, counts)));
      found.add(levels.reduce<number>((sum, level) => sum + (level ?? 0), 0));
    }
  }
  // The days and the positions tell different things.
  expect(found.size).toBeGreaterThan(10);
});

it('what each month added is the sum of its entries, at every position', async () => {
  const head = await headPosition(app.db);
  const months = [...new Set(entries.map(({ effectiveOn }) => monthOf(effectiveOn)))].sort();
  for (const position of [undefined, Math.floor(head / 2), head])
    for (const measure of ['ventures', 'jobs'] as const) {
      const { parkIds } = app;
      const changes = await changesByMonth(app.db, { measure, parkIds, position });
      const expected = months.map((month) => {
        const counts = (entry: Entry) =>
          monthOf(entry.effectiveOn) === month && entry.position <= (position ?? head);
        return parkIds.reduce((sum, id) => sum + slowly(measure, id, counts), 0);
      });
      expect(expected.some((amount) => amount !== 0)).toBe(true);
      expect(months.map((month) => changes.get(month) ?? 0)).toEqual(expected);
    }
});

it('no day asks for no levels', async () => {
  expect(await levelsOnDays(app.db, [])).toEqual(new Map());
});
