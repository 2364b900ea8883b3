import { expect, test } from 'vitest';
import type { Figures, Line } from './compare-sides.js';
import { assessName, compareAssessments } from './measure-assess.js';
import { behind, promisedRatios, promisedSize } from './promised.js';

test('the floor of an assessment gives the same months, and the same first day on which there are some', () => {
  const { fen, begin } = compareAssessments();
  expect([fen.length, begin]).toEqual([24, '2028-01-01']);
});

test('an assessment of more than a millisecond is said, whatever it is beside the floor', () => {
  const figures = (cpuMs: number): Figures => ({
    median: cpuMs,
    p95: cpuMs,
    perSecond: 1,
    peakMb: null,
    cpuMs,
    statements: 0,
    kb: 0,
  });
  const line = (ms: number): Line => ({
    name: assessName,
    ventures: promisedSize,
    atOnce: 1,
    product: figures(ms),
    floor: figures(ms),
    where: null,
  });
  expect(behind([line(0.9)], promisedRatios())).toEqual([]);
  expect(behind([line(1.1)], promisedRatios())).toEqual(['assess takes 1.10 ms, more than 1']);
});
