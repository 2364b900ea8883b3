import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { insertRowsForIds } from '../../src/database/insert-rows.js';
import { duplicatesIn } from '../../src/returns/duplicates.js';
import { gridRows } from '../../src/returns/grid-rows.js';
import { headcountsOf } from '../../src/ventures/headcounts.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { at, somePark } from '../ledger/network.js';

/** More than a statement of SQLite takes values. */
const residents = 33_000;

let scratch: Scratch;
let parkId: number;
let ids: number[];

beforeAll(async () => {
  scratch = await scratchDatabase();
  const by = at('2025-02-01');
  await transact(
    scratch.db,
    async (tx) => {
      parkId = await somePark(tx, by);
      ids = await insertRowsForIds(
        tx,
        'Venture',
        Array.from({ length: residents }, (_, n) => ({
          number: `V2024-${String(n).padStart(6, '0')}`,
          name: `${n}号`,
          searchText: `${n}`,
          legalForm: 'team',
          industry: 'H',
          loggedParkId: parkId,
          loggedAt: by.at,
        })),
      );
      const stays = ids.map((ventureId) => ({ ventureId, parkId, beganOn: '2024-01-01' }));
      await insertRowsForIds(tx, 'Residency', stays);
    },
    { timeoutMs: 60_000 },
  );
});
afterAll(() => scratch?.close());

it('has a grid, however many ventures are in it', async () => {
  const rows = await gridRows(scratch.db, { parkId, month: '2025-01' });
  expect(rows).toHaveLength(residents);
  expect(rows.every(({ last, report }) => last === null && report === null)).toBe(true);
});

it('has its headcounts and doubles looked up, however many they are', async () => {
  expect((await headcountsOf(scratch.db, ids, '2025-01-31')).size).toBe(0);
  expect((await duplicatesIn(scratch.db, '2025-01', ids)).size).toBe(0);
});
