import { copyFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { transact } from '../../src/database/database.js';
import { main } from '../../src/figures/command.js';
import { openPark } from '../../src/parks/open-park.js';
import { runCommand, runHere } from '../database/run-command.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { at } from '../ledger/network.js';
import { reported } from './network.js';

let scratch: Scratch;
const run = (...args: string[]) => runHere(main, args, scratch.file);

beforeAll(async () => {
  scratch = await scratchDatabase({ world: reported });
});
afterAll(() => scratch.close());

describe('npm run reproduce', () => {
  it('prints each figure with its verdict and exits 0 when all that is tracked is reproduced', async () => {
    const { code, out, err } = await runCommand('src/figures/command.ts', [], scratch.file);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(1 + 60 + 2 + 3);
    expect(lines[0]).toMatch(/^figure +printed +interval +computed +coverage +verdict$/);
    expect(lines[2]).toMatch(/^ventures +267家 +267 +267 +- +reproduced$/);
    expect(lines[3]).toMatch(
      /^jobs +3400余人 +\[3400, 3500\) +3471 +10 of 10 parks, 251 of 267 returns, 16 missing +reproduced$/,
    );
    expect(lines[4]).toMatch(/^province-pilot-practices +12项 +12 +- +- +recorded only$/);
    expect(lines[62]).toMatch(/^As of 2025-01-21: 3 of 3 tracked figures reproduced; 57 recorded/);
  });

  it('tells the rent waived, which the report did not print, and never as reproduced', async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toMatch(/^waived-rent +2025-01-21 +0\.00 yuan +known here, not printed$/m);
    const told = JSON.parse((await run('--json')).out);
    expect(told.known).toEqual([
      {
        code: 'waived-rent',
        asOf: '2025-01-21',
        computed: 0,
        verdict: { is: 'known-not-printed' },
      },
    ]);
  });

  it('exits 1 and says by how much, when one is not', async () => {
    const { code, out } = await run('--as-of', '2024-06-02');
    expect(code).toBe(1);
    expect(out).toMatch(/^ventures .* differs by -267$/m);
    expect(out).toMatch(/^parks .* reproduced$/m);
    expect(out).toContain('As of 2024-06-02: 1 of 3 tracked figures reproduced');
  });

  it('gives the same as JSON', async () => {
    const { code, out } = await run('--json', '--as-of=2025-01-21');
    expect(code).toBe(0);
    const told = JSON.parse(out);
    expect(told).toMatchObject({
      asOf: '2025-01-21',
      tracked: 3,
      reproduced: 3,
      differing: 0,
      recorded: 57,
    });
    expect(told.figures).toHaveLength(60);
    expect(told.figures[2]).toMatchObject({
      code: 'jobs',
      printed: '3400余',
      computed: 3471,
      verdict: { is: 'reproduced' },
      interval: { low: '3400', high: '3500', highOpen: true },
      coverage: { carried: 16 },
    });
  });

  test.each([
    ['an option that it does not know', ['--asof', '2025-01-21']],
    ['a day that does not exist', ['--as-of', '2025-02-30']],
    ['a month for a day', ['--as-of', '2025-01']],
    ['a word too many', ['2025-01-21']],
  ])('exits 2 for %s, with the usage', async (_what, args) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('npm run reproduce');
    expect(err).not.toContain('    at ');
  });

  it('explains itself', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain('--as-of YYYY-MM-DD');
  });

  it('makes no database where there is none, and reads no other file as one', async () => {
    const missing = path.join(scratch.folder, 'nowhere', 'parks.db');
    const none = await runHere(main, [], missing);
    expect(none).toMatchObject({ code: 2, out: '' });
    expect(none.err).toContain(`There is no database at ${missing}`);
    expect(await readdir(scratch.folder)).not.toContain('nowhere');
    const other = path.join(scratch.folder, 'other.db');
    await copyFile(import.meta.filename, other);
    const wrong = await runHere(main, [], other);
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('is not a database');
  });

  it('says so when no figures are loaded', async () => {
    const empty = await scratchDatabase();
    const { code, err } = await runHere(main, [], empty.file);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('No figures') });
    await empty.close();
  });

  it('notices one park too many', async () => {
    const second = await scratchDatabase({ world: reported });
    const park = await second.db.park.findFirstOrThrow();
    const { id: _, closedOn: __, version: ___, ...facts } = park;
    await transact(second.db, (tx) => openPark(tx, at('2025-01-22'), { ...facts, number: 'T99' }));
    const { code, out } = await runHere(main, [], second.file);
    expect(code).toBe(1);
    expect(out).toMatch(/^parks .* differs by \+1$/m);
    await second.close();
  });
});
