import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { main } from '../../src/figures/command.js';
import { withdrawFigure } from '../../src/figures/withdraw-figure.js';
import { runHere } from '../database/run-command.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { at } from '../ledger/network.js';
import { reported } from './network.js';
import { someFigure } from './publishing-cast.js';

let scratch: Scratch;
const run = (...args: string[]) => runHere(main, args, scratch.file);
beforeEach(async () => {
  scratch = await scratchDatabase({ world: reported });
  await transact(scratch.db, async (tx) => {
    await someFigure(tx, { measure: 'ventures', wordingZh: '267', wordingEn: '267' });
    const number = await someFigure(tx, { wordingZh: '3400余', wordingEn: 'over 3,400' });
    const change = { number, edition: 1, reason: '口径有误', told: '各县区' };
    await withdrawFigure(tx, at('2025-02-11'), change);
  });
});
afterEach(() => scratch.close());

describe('npm run reproduce, on what was published', () => {
  it('computes every edition again, withdrawn ones too', async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toMatch(
      /^F2025-0001 +1 published +ventures network +2025-01-21 +\d+ +267 +267 +267 +exact$/m,
    );
    expect(out).toMatch(/^F2025-0002 +2 withdrawn +jobs network .* 3400余 +3471 +3471 +exact$/m);
    expect(out).toContain('3 of 3 published editions computed again exactly.');
    const told = JSON.parse((await run('--json')).out);
    expect(told).toMatchObject({ editions: 3, inexact: 0, differing: 0 });
    expect(told.published[1]).toMatchObject({
      number: 'F2025-0002',
      edition: 1,
      published: 3471,
      computed: 3471,
      differing: [],
    });
  });

  it('exits 1 where one does not come out, though every reported figure still does', async () => {
    await scratch.db.$executeRawUnsafe('DROP TRIGGER "LedgerEntry_no_update"');
    await scratch.db.$executeRawUnsafe(`UPDATE "LedgerEntry" SET "amount" = "amount" + 1
      WHERE "position" = (SELECT MIN("position") FROM "LedgerEntry" WHERE "measure" = 'jobs')`);
    const { code, out } = await run();
    expect(code).toBe(1);
    expect(out).toContain('3 of 3 tracked figures reproduced');
    expect(out).toMatch(/^F2025-0002 +1 published .* 3471 +3472 +differs: value, members$/m);
    expect(out).toContain('1 of 3 published editions computed again exactly.');
    expect(JSON.parse((await run('--json')).out)).toMatchObject({ inexact: 2, differing: 0 });
  });
});
