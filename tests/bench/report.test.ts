import { expect, test } from 'vitest';
import { readingCases } from './cases.js';
import type { Figures, Line } from './compare-sides.js';
import type { Growth } from './growth.js';
import { quantile } from './measure.js';
import { assessName } from './measure-assess.js';
import { importName } from './measure-import.js';
import { understand } from './options.js';
import { behind, promisedRatios, promisedSize } from './promised.js';
import { grew, growthText, tableOf } from './report.js';
import { whereOf } from './where.js';

const figures = (median: number): Figures => ({
  median,
  p95: 2 * median,
  perSecond: 8,
  peakMb: null,
  cpuMs: median,
  statements: 7,
  kb: 30,
});
const line = (name: string, ventures: number, atOnce: number, median: number): Line => ({
  name,
  ventures,
  atOnce,
  product: figures(median),
  floor: figures(2),
  where: null,
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
  expect(row?.split(/ {2,}/)).toEqual(
    'list 16 0.400 5.00 2.00 7.0 7.0 30.0 30.0 5.0 10.0 8.0 2.0 4.0 8.0 - -'.split(' '),
  );
});

test('options are understood, and others refused', () => {
  const options = understand(['--quick', '--only', 'list,csv', '--sizes', '267', '--keep', 'x']);
  expect(options).toMatchObject({ isQuick: true, only: ['list', 'csv'], sizes: [267], keep: 'x' });
  expect(() => understand(['--fast'])).toThrow(/--fast/);
});

test('a case that is more than a fifth behind what the README says is named', () => {
  const readme =
    'Words\n\n| case | ratio | by the other |\n|---|--:|--:|\n| `list` | .40 | .60 |\n| `csv` | .25 | |\n\n| other | .9 |';
  const promised = promisedRatios(readme, 'sqlite3');
  expect([...promised]).toEqual([
    ['list', 0.4],
    ['csv', 0.25],
  ]);
  expect([...promisedRatios(readme, 'node')]).toEqual([['list', 0.6]]);
  const reached = (name: string, median: number) => line(name, promisedSize, 1, median);
  expect(behind([reached('list', 6), reached('csv', 9)], promised)).toEqual([]);
  expect(behind([reached('list', 6.5), reached('csv', 9)], promised)).toEqual([
    expect.stringContaining('list is BEHIND: 0.308'),
  ]);
  expect(
    behind([line('list', 26_700, 1, 100), line('list', promisedSize, 16, 100)], promised),
  ).toEqual([]);
});

test('each case that the README promises is one that is measured', () => {
  const measured = [
    ...readingCases('').map(({ name }) => name),
    'log-a-venture',
    'file-a-headcount',
    importName,
    assessName,
  ];
  const promised = (['sqlite3', 'node'] as const).flatMap((driver) => [
    ...promisedRatios(undefined, driver).keys(),
  ]);
  expect(promised.length).toBeGreaterThan(0);
  expect(measured).toEqual(expect.arrayContaining(promised));
});

test('a sample counts for the innermost part of the work that it was in', () => {
  const frame = (functionName: string, url: string) => ({
    functionName,
    url,
    scriptId: '0',
    lineNumber: 0,
    columnNumber: 0,
  });
  const where = whereOf({
    startTime: 0,
    endTime: 0,
    nodes: [
      { id: 1, callFrame: frame('(root)', ''), children: [2, 5, 6] },
      { id: 2, callFrame: frame('show', 'file:///x/src/ventures/routes.ts'), children: [3] },
      { id: 3, callFrame: frame('say', 'file:///x/src/language/say.ts'), children: [4] },
      { id: 4, callFrame: frame('map', '') },
      { id: 5, callFrame: frame('(idle)', '') },
      { id: 6, callFrame: frame('(garbage collector)', '') },
    ],
    samples: [2, 4, 5, 6],
    timeDeltas: [3000, 4000, 90_000, 1000],
  });
  expect([...where.parts]).toEqual([
    ['words', 4],
    ['rooms', 3],
    ['garbage', 1],
  ]);
  expect(where.busyMs).toBe(8);
});
