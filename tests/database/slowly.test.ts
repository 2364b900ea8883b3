import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsOf } from '../../src/database/direct-sql.js';
import { slowly } from '../../src/database/slowly.js';
import { sql } from '../../src/database/sql.js';
import { type Scratch, scratchDatabase } from './scratch.js';

let scratch: Scratch;
beforeEach(async () => {
  scratch = await scratchDatabase();
});
afterEach(() => scratch.close());

const counting = (to: number) => sql`WITH RECURSIVE n("i") AS
  (SELECT 1 UNION ALL SELECT "i" + 1 FROM n WHERE "i" < ${to}) SELECT COUNT(*) AS "count" FROM n`;

test('a page does not wait behind slow work, however much of it there is', async () => {
  const { db } = scratch;
  const order: string[] = [];
  const slow = Array.from({ length: 6 }, () =>
    slowly(() => rowsOf(db, counting(2_000_000))).then(() => order.push('slow')),
  );
  const client = slowly(async () => db.$queryRaw(counting(2_000_000))).then(() =>
    order.push('slow'),
  );
  await db.region.count();
  await rowsOf(db, counting(1));
  order.push('quick');
  await Promise.all([...slow, client]);
  expect(order.indexOf('quick')).toBe(0);
  expect(order).toHaveLength(8);
});
