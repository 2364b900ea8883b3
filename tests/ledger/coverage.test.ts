import { afterAll, beforeAll, expect, it } from 'vitest';
import { endOfMonth, monthsBetween } from '../../src/calendar/days.js';
import { coverageByPark } from '../../src/ledger/coverage.js';
import { missingByMonth } from '../../src/ledger/missing-returns.js';
import { type Demonstration, demonstration } from '../demonstration.js';

let data: Demonstration;
beforeAll(async () => {
  data = await demonstration();
});
afterAll(() => data?.close());

it('missing returns of several months are those that the coverage of each month says', async () => {
  const months = monthsBetween('2024-11', '2026-10');
  const missingOf = await missingByMonth(data.db, ['2024-11', ...months.slice(1)]);
  const parks = await data.db.park.findMany({ select: { id: true } });
  let missing = 0;
  for (const month of months) {
    const coverage = await coverageByPark(data.db, endOfMonth(month));
    for (const { id } of parks) {
      const { due, carried } = coverage.of(id);
      expect(missingOf(month, id), `${month} ${id}`).toEqual({ due, carried });
      missing += carried;
    }
  }
  expect(missing).toBeGreaterThan(0);
});
