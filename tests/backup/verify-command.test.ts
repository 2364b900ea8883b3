import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/backup/command.js';
import { transact } from '../../src/database/database.js';
import { settleVentures } from '../../src/ventures/settle-venture.js';
import { runCommand, runHere } from '../database/run-command.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { at, somePark, someVentures } from '../ledger/network.js';

const by = at('2024-04-15');
let scratch: Scratch;
const run = (...args: string[]) => runHere(main, ['verify', ...args], scratch.file);

beforeEach(async () => {
  scratch = await scratchDatabase();
  await transact(scratch.db, async (tx) => {
    const parkId = await somePark(tx, by);
    const ventureIds = await someVentures(tx, by, parkId, 3);
    const beganOn = '2024-01-10';
    await settleVentures(
      tx,
      by,
      ventureIds.map((ventureId) => ({ ventureId, parkId, beganOn })),
    );
  });
});
afterEach(() => scratch.close());

describe('npm run verify', () => {
  it('says how many entries it checked and which hash they lead to, beside a writer at work', async () => {
    const { hash } = await scratch.db.ledgerHead.findFirstOrThrow();
    const { code, out, err } = await transact(scratch.db, () =>
      runCommand('src/backup/command.ts', ['verify'], scratch.file),
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('The ledger holds: 4 entries');
    expect(out).toContain(`Head: position 4, hash ${hash}`);
    const left = await readdir(scratch.folder);
    expect(left.filter((name) => !name.startsWith('parks.db'))).toEqual([]);
  });

  it('prints what differs and exits 1', async () => {
    await scratch.db.$executeRawUnsafe(
      `UPDATE "LedgerBalance" SET "amount" = 4 WHERE "measure" = 'ventures'`,
    );
    const { code, out } = await run();
    expect(code).toBe(1);
    expect(out).toMatch(/^balance ventures \d+ 2024-01: is 4, its entries come to 3$/m);
    expect(out).toContain('1 problem(s) in 4 entries.');
    const told = JSON.parse((await run('--json')).out);
    expect(told).toMatchObject({ ok: false, entries: 4, problems: [expect.any(String)] });
  });

  it('gives the same as JSON when all fits', async () => {
    const { hash } = await scratch.db.ledgerHead.findFirstOrThrow();
    const { code, out } = await run('--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      ok: true,
      entries: 4,
      balances: 2,
      head: hash,
      proofs: 0,
      notes: [expect.stringContaining('without keys')],
      problems: [],
    });
  });

  it('exits 2 for what it does not understand, for no database and for one of another version', async () => {
    expect(await run('--fast')).toMatchObject({ code: 2, out: '' });
    const missing = path.join(scratch.folder, 'none.db');
    expect(await runHere(main, ['verify'], missing)).toMatchObject({
      code: 2,
    });
    expect(await readdir(scratch.folder)).not.toContain('none.db');
    await scratch.db.$executeRawUnsafe('DELETE FROM "_prisma_migrations"');
    const { code, err } = await run();
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('lacks migration') });
  });
});
