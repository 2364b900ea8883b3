import { describe, expect, it } from 'vitest';
import { monthOf, readDay } from '../../src/input/days.js';

describe('a day', () => {
  it.each([
    ['2024-03-01', '2024-03-01'],
    ['2024/3/1', '2024-03-01'],
    ['2024.3.1', '2024-03-01'],
    ['2024年3月1日', '2024-03-01'],
    ['2024年3月1号', '2024-03-01'],
    ['２０２４－０３－０１', '2024-03-01'],
    ['２０２４／３／１', '2024-03-01'],
    ['20240301', '2024-03-01'],
    [' 2024 年 3 月 1 日 ', '2024-03-01'],
    ['2024-02-29', '2024-02-29'],
  ])('typed %s is %s', (typed, day) => {
    expect(readDay(typed)).toEqual({ day });
  });

  it.each([
    ['2024年3月', 'month'],
    ['2024-3', 'month'],
    ['24.3.1', 'century'],
    ['24年3月1日', 'century'],
    ['2024-02-30', 'none'],
    ['2025-02-29', 'none'],
    ['2024-3/1', 'none'],
    ['2024-13-01', 'none'],
    ['45352', 'none'],
    ['③月', 'none'],
    ['', 'none'],
  ])('typed %s is none: %s', (typed, fault) => {
    expect(readDay(typed)).toEqual({ fault });
  });
});

describe('a month', () => {
  it.each([
    ['2024年3月', '2024-03'],
    ['2024-3', '2024-03'],
    ['2024-03', '2024-03'],
    ['2024/03', '2024-03'],
    ['２０２４．３', '2024-03'],
    ['2024-13', null],
    ['2024-03-01', null],
    ['24-3', null],
  ])('typed %s is %s', (typed, month) => {
    expect(monthOf(typed)).toBe(month);
  });
});
