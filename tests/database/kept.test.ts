import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, transact } from '../../src/database/database.js';
import { changeRows, rowsOf } from '../../src/database/direct-sql.js';
import { insertRows } from '../../src/database/insert-rows.js';
import { Kept } from '../../src/database/kept.js';
import { sql } from '../../src/database/sql.js';
import { type Scratch, scratchDatabase } from './scratch.js';

let scratch: Scratch;
let asked = 0;
beforeEach(async () => {
  scratch = await scratchDatabase();
  asked = 0;
});
afterEach(() => scratch.close());

const code = (digits: number) => `3399${String(digits).padStart(2, '0')}`;
const region = (digits: number) => ({
  code: code(digits),
  nameZh: '某县',
  nameEn: 'County',
  kind: 'county',
  sequence: digits,
});
const names = (kept: Kept<string>) =>
  kept.get(scratch.db, 'names', async () => {
    asked += 1;
    const rows = await rowsOf<{ nameZh: string }>(
      scratch.db,
      sql`SELECT "nameZh" FROM "Region" ORDER BY "code"`,
    );
    return rows.map(({ nameZh }) => nameZh).join();
  });

describe('what is kept', () => {
  test('is asked once, and again after every way in which this process changes its tables', async () => {
    const { db } = scratch;
    const kept = new Kept<string>(['Region'], 10);
    const changes: [() => Promise<unknown>, string][] = [
      [() => db.region.create({ data: region(1) }), '某县'],
      [() => db.region.updateMany({ data: { nameZh: '甲县' } }), '甲县'],
      [
        () =>
          db.region.upsert({
            where: { code: code(1) },
            create: region(1),
            update: { nameZh: '乙县' },
          }),
        '乙县',
      ],
      [() => db.$executeRaw`UPDATE "Region" SET "nameZh" = '丙县'`, '丙县'],
      [() => db.$queryRaw`UPDATE "Region" SET "nameZh" = '丁县' RETURNING "code"`, '丁县'],
      [
        () => transact(db, (tx) => changeRows(tx, sql`UPDATE "Region" SET "nameZh" = '戊县'`)),
        '戊县',
      ],
      [() => transact(db, (tx) => insertRows(tx, 'Region', [region(2)])), '戊县,某县'],
      [() => transact(db, (tx) => tx.region.deleteMany({ where: { code: code(2) } })), '戊县'],
      [() => transact(db, (tx) => tx.$executeRaw`DELETE FROM "Region"`), ''],
    ];
    expect(await names(kept)).toBe('');
    for (const [at, [change, expected]] of changes.entries()) {
      await change();
      expect(await names(kept)).toBe(expected);
      expect(await names(kept)).toBe(expected);
      expect(asked).toBe(at + 2);
    }
  });

  test('stays when another table is changed, and when a transaction has only read', async () => {
    const kept = new Kept<string>(['Region'], 10);
    await names(kept);
    await scratch.db.signInTally.deleteMany();
    await transact(scratch.db, (tx) => rowsOf(tx, sql`SELECT 1 AS "one"`));
    await names(kept);
    expect(asked).toBe(1);
  });

  test('is neither used nor filled in a transaction', async () => {
    const { db } = scratch;
    const kept = new Kept<number>(['Region'], 10);
    const count = (reads: typeof db) => kept.get(reads, 'count', () => reads.region.count());
    expect(await count(db)).toBe(0);
    await expect(
      transact(db, async (tx) => {
        await tx.region.create({ data: region(1) });
        expect(await count(tx as unknown as typeof db)).toBe(1);
        expect(await count(db)).toBe(0);
        throw new Error('given up');
      }),
    ).rejects.toThrow('given up');
    expect(await count(db)).toBe(0);
  });

  test('gives way to what another process has changed within two seconds', async () => {
    const kept = new Kept<string>(['Region'], 10);
    await names(kept);
    const other = await openDatabase({ file: scratch.file, readers: 1 });
    await other.db.region.create({ data: region(1) });
    await other.close();
    await expect.poll(() => names(kept), { timeout: 4000 }).toBe('某县');
  });

  test('is no failure, and no more than there may be', async () => {
    const { db } = scratch;
    const kept = new Kept<string>(['Region'], 2);
    const get = (key: string) => kept.get(db, key, async () => `${key}${++asked}`);
    await expect(kept.get(db, 'a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await get('a')).toBe('a1');
    expect(await get('b')).toBe('b2');
    expect(await get('a')).toBe('a1');
    expect(await get('c')).toBe('c3');
    expect(await get('a')).toBe('a1');
    expect(await get('b')).toBe('b4');
  });
});
