import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transact } from '../../src/database/database.js';
import { columns } from '../../src/returns/cell-values.js';
import { copyLast } from '../../src/returns/fill-rows.js';
import { saveCells } from '../../src/returns/save-cells.js';
import { evidenceGrades } from '../../src/ventures/kinds.js';
import { type Cast, startReturns } from './cast.js';

let app: Cast;
beforeAll(async () => {
  app = await startReturns();
});
afterAll(() => app.close());

const value = (column: (typeof columns)[number]) =>
  column === 'evidence'
    ? fc.constantFrom(...evidenceGrades)
    : column === 'note'
      ? fc.string({ maxLength: 10 })
      : fc.option(fc.nat(200), { nil: null });
const edit = fc.constantFrom(...columns).chain((column) =>
  fc.record({
    ventureId: fc.constantFrom(1, 2, 99),
    column: fc.constant(column),
    was: fc.constantFrom('', '7', 'roster', '3'),
    value: value(column),
  }),
);
const act = fc.record({
  month: fc.constantFrom('2024-11', '2024-12', '2025-01'),
  copies: fc.boolean(),
  edits: fc.array(edit, { maxLength: 6 }),
});

/** Everything that a total can be made of. */
const counted = async () =>
  JSON.stringify(
    await Promise.all([
      app.db.ledgerHead.findMany(),
      app.db.ledgerBalance.findMany({
        orderBy: [{ measure: 'asc' }, { parkId: 'asc' }, { month: 'asc' }],
      }),
      app.db.jobsReturn.findMany({ orderBy: { id: 'asc' } }),
    ]),
    (_, one) => (typeof one === 'bigint' ? String(one) : one),
  );

test('whatever is filled in, in whatever order, moves no total', async () => {
  const before = await counted();
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 5 }), async (acts) => {
      for (const { month, copies, edits } of acts) {
        const of = { parkId: 1, month };
        await transact(app.db, (tx) => saveCells(tx, app.by('park1'), of, edits));
        if (copies) await transact(app.db, (tx) => copyLast(tx, app.by('park1'), of));
      }
      expect(await counted()).toBe(before);
    }),
    { numRuns: 25 },
  );
  expect(await app.db.returnCell.count()).toBeGreaterThan(0);
});
