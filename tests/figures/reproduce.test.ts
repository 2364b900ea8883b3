import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type Db, transact } from '../../src/database/database.js';
import { readPrinted } from '../../src/figures/printed.js';
import { loadRegister } from '../../src/figures/register.js';
import { judge, reproduce } from '../../src/figures/reproduce.js';
import { scratchDatabase } from '../database/scratch.js';
import { reportedNetwork } from './network.js';

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await scratchDatabase());
  await reportedNetwork(db);
});
afterAll(() => close());

async function one(code: string, asOf?: string) {
  const [figure] = await reproduce(db, { code, asOf });
  if (!figure) throw new Error(`no figure ${code}`);
  return figure;
}

describe('the verdict on a computed number', () => {
  const over = readPrinted('3400余');
  test.each([
    [3400, { is: 'reproduced' }],
    [3499, { is: 'reproduced' }],
    [3500, { is: 'differs', by: 1 }],
    [3512, { is: 'differs', by: 13 }],
    [3397, { is: 'differs', by: -3 }],
    [null, { is: 'recorded' }],
  ])('%s beside 3400余', (computed, verdict) => {
    expect(judge(over, computed)).toEqual(verdict);
  });
});

describe('the figures of the report beside the ledger', () => {
  it('finds ten parks, 267 ventures and 3471 jobs as of 2025-01-21', async () => {
    for (const [code, computed] of [
      ['parks', 10],
      ['ventures', 267],
      ['jobs', 3471],
    ] as const) {
      expect(await one(code)).toMatchObject({
        computed,
        measure: code,
        asOf: '2025-01-21',
        verdict: { is: 'reproduced' },
      });
    }
  });

  it('tells of the jobs how much was reported and how much carried, and of nothing else', async () => {
    expect((await one('jobs')).coverage).toEqual({
      month: '2024-12',
      parks: 10,
      parksReporting: 10,
      due: 267,
      filed: 251,
      carried: 16,
    });
    expect((await one('ventures')).coverage).toBeNull();
  });

  it('computes at another day when asked, and says by how much that differs', async () => {
    const early = { asOf: '2024-06-02', computed: 0 };
    expect(await one('ventures', '2024-06-02')).toMatchObject({
      ...early,
      verdict: { is: 'differs', by: -267 },
    });
    expect(await one('jobs', '2024-06-02')).toMatchObject({
      ...early,
      verdict: { is: 'differs', by: -3400 },
    });
    expect((await one('parks', '2024-06-02')).verdict).toEqual({ is: 'reproduced' });
  });

  it('never claims a figure of another system', async () => {
    const others = (await reproduce(db)).filter(({ measure }) => measure === null);
    expect(others).toHaveLength(57);
    for (const { computed, coverage, verdict } of others) {
      expect({ computed, coverage, verdict }).toEqual({
        computed: null,
        coverage: null,
        verdict: { is: 'recorded' },
      });
    }
  });
});

describe('the register', () => {
  it('holds all figures in the order of the report, as they were printed', async () => {
    const rows = await db.reportedFigure.findMany({ orderBy: { sequence: 'asc' } });
    expect(rows).toHaveLength(60);
    expect(rows.map((row) => row.sequence)).toEqual(rows.map((_, i) => i + 1));
    expect(rows.filter((row) => row.measure !== null).map((row) => row.code)).toEqual([
      ...['parks', 'ventures', 'jobs'],
    ]);
    expect(rows.find((row) => row.code === 'talent-channels')).toMatchObject({
      system: 'talent',
      printed: '近2800余',
      unitZh: '条',
      low: '2700',
      high: '2900',
      highOpen: false,
      asOf: null,
      note: 'both-marks',
    });
    expect(rows.find((row) => row.code === 'skilled-total')).toMatchObject({
      printed: '24.4万',
      low: '243500',
      high: '244500',
      highOpen: true,
      asOf: '2024-12-31',
    });
  });

  it('loaded again is the same', async () => {
    const before = await db.reportedFigure.findMany();
    await transact(db, (tx) => loadRegister(tx));
    expect(await db.reportedFigure.findMany()).toEqual(before);
  });
});
