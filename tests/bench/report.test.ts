import { expect, test } from 'vitest';
import type { Figures, Line } from './compare-sides.js';
import { quantile } from './measure.js';
import { understand } from './options.js';
import { growthOf, tableOf } from './report.js';

const figures = (median: number): Figures => ({
  median,
  p95: 2 * median,
  perSecond: 8,
  peakMb: null,
});
const line = (name: string, ventures: number, atOnce: number, median: number): Line => ({
  ...{ name, ventures, atOnce },
  product: figures(median),
  floor: figures(2),
});

test('a quantile is one of the values', () => {
  const values = [5, 1, 4, 2, 3];
  expect([0, 0.5, 0.95, 1].map((share) => quantile(values, share))).toEqual([1, 3, 5, 5]);
  expect(quantile([], 0.5)).toBeNaN();
});

test('growth is from the smallest to the largest size, one at a time', () => {
  const lines = [
    line('dashboard', 26_700, 1, 12),
    line('dashboard', 267, 1, 10),
    line('dashboard', 267, 16, 1),
    line('list', 267, 1, 1),
  ];
  expect(growthOf(lines, 'dashboard')).toBeCloseTo(1.2);
  expect(growthOf(lines, 'list')).toBeNull();
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
