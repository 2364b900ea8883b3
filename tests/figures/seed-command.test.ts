import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../prisma/seed/command.js';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { openDatabase } from '../../src/database/database.js';
import { rowsOf } from '../../src/database/direct-sql.js';
import { sql } from '../../src/database/sql.js';
import { gradeSql } from '../../src/returns/grade.js';
import { evidenceGrades } from '../../src/ventures/kinds.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';

let scratch: Scratch;
let folder: string;
let seeded: { code: number; text: string };
beforeAll(async () => {
  scratch = await scratchDatabase();
  folder = path.join(scratch.folder, 'data');
  seeded = await run(['--ventures', '150', '--data-dir', folder]);
});
afterAll(async () => {
  await scratch.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(args: string[], env: Record<string, string> = {}) {
  const told: string[] = [];
  const code = await main(args, env, (line) => told.push(line));
  return { code, text: told.join('\n') };
}

describe('npm run seed', () => {
  test('makes a network of so many ventures, that holds, and says how long it took', async () => {
    const { code, text } = seeded;
    expect(text).toMatch(/150 ventures and \d+ ledger entries in \d+\.\d s/);
    expect(code).toBe(0);
    const { db, close } = await openDatabase({ file: path.join(folder, 'parks.db') });
    expect(await db.park.count()).toBe(10);
    expect((await verifyLedger(db)).problems).toEqual([]);
    // What its headcounts rest on is there, in a few files that they share.
    const grades = await rowsOf<{ grade: string; returns: number }>(
      db,
      sql`SELECT ${gradeSql(sql`r`)} AS "grade", COUNT(*) AS "returns" FROM "JobsReturn" r
        WHERE r."headcount" > 0 GROUP BY 1 ORDER BY 1`,
    );
    expect(grades.map(({ grade }) => grade)).toEqual([...evidenceGrades].sort());
    expect(
      await db.proofFile.count({ where: { item: { in: ['contract', 'social-insurance'] } } }),
    ).toBeLessThan(10);
    await close();
  });

  test('refuses a database with anything in it, and leaves it as it is', async () => {
    const file = path.join(folder, 'parks.db');
    const before = await readFile(file);
    const { code, text } = await run(['--ventures', '150'], { DATA_DIR: folder });
    expect(code).toBe(2);
    expect(text).toContain('not empty');
    expect((await readFile(file)).equals(before)).toBe(true);
  });

  test('refuses what it does not understand, and production', async () => {
    for (const args of [
      ['--ventures', 'many'],
      ['--ventures', '0'],
      ['--ventures', '1e3'],
      ['--park'],
    ])
      expect((await run([...args, '--data-dir', folder])).code, args.join(' ')).toBe(2);
    const empty = path.join(scratch.folder, 'empty');
    const { code, text } = await run(['--data-dir', empty], { NODE_ENV: 'production' });
    expect([code, text]).toEqual([2, expect.stringContaining('production')]);
  });
});
