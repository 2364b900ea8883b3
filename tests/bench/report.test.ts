import { expect, test } from 'vitest';
import type { Figures, Line } from './compare-sides.js';
import type { Growth } from './growth.js';
import { quantile } from './measure.js';
import { understand } from './options.js';
import { grew, growthText, tableOf } from './report.js';

const figures = (median: number): Figures => ({
  median,
  p95: 2 * median,
  perSecond: 8,
  peakMb: null,
});
const line = (name: string, ventures: number, atOnce: number, median: number): Line => ({
  name,
  ventures,
  atOnce,
  product: figures(median),
  floor: figures(2),
});

test('a quantile is one of the values', () => {
  const values = [5, 1, 4, 2, 3];
  expect([0, 0.5, 0.95, 1].map((share) => quantile(values, share))).toEqual([1, 3, 5, 5]);
  expect(quantile([], 0.5)).toBeNaN();
});

test('growth beyond the bound is said loudly', () => {
  const growth = (ratio: number, memory: number | null = null): Growth => ({
    sizes: [267, 26_700],
    dashboard: { medians: [10, 10 * ratio], ratio },
    peaks: [{ name: 'csv', mb: [200, memory && 200 * memory], ratio: memory }],
  });
  expect(growthText(growth(1.2))).toContain('does not grow with ventures: 10.0 ms at 267, 12.0 ms');
  expect(growthText(growth(1.4))).toContain('GROWS');
  expect(growthText(growth(1.2))).toContain('does not grow: most 200 MB at 267, - MB at 26,700');
  expect(growthText(growth(1.2, 1.43))).toContain('csv of all GROWS: most 200 MB at 267, 286 MB');
  expect(grew(growth(1.2))).toEqual([]);
  expect(grew(growth(1.2, 1.1))).toEqual([]);
  expect(grew(growth(1.4, 1.43))).toEqual(['dashboard', 'csv']);
});

test('a line of the table has both sides and their ratio', () => {
  const [, , row] = tableOf([line('list', 267, 16, 5)]).split('\n');
  expect(row?.split(/ {2,}/)).toEqual('list 16 5.0 10.0 8.0 2.0 4.0 8.0 2.5 - -'.split(' '));
});

test('options are understood, and others refused', () => {
  const options = understand(['--quick', '--only', 'list,csv', '--sizes', '267', '--keep', 'x']);
  expect(options).toMatchObject({ isQuick: true, only: ['list', 'csv'], sizes: [267], keep: 'x' });
  expect(() => understand(['--fast'])).toThrow(/--fast/);
});
