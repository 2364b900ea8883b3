import { describe, expect, it } from 'vitest';
import { hundredthsOf, wholeNumberOf } from '../../src/input/numbers.js';

/** As people in offices type numbers, and what they mean by them; null is refused. */
describe('a number of people', () => {
  it.each([
    ['48', 48],
    ['４８', 48],
    ['48 ', 48],
    ['1,048', 1048],
    ['1，048', 1048],
    ['1,048,000', 1_048_000],
    ['0', 0],
    ['48.0', 48],
    ['5人', 5],
    ['5 名', 5],
    ['-1', -1],
    ['4,8', null],
    ['3，5', null],
    ['12,3', null],
    [',,48', null],
    ['48,', null],
    [',', null],
    ['1,29', null],
    ['1,0480', null],
    ['48①', null],
    ['1²', null],
    ['48²', null],
    ['㊽', null],
    ['½', null],
    ['48.5', null],
    ['48余', null],
    ['48（1）', null],
    ['1e3', null],
    ['无', null],
    ['人', null],
    ['5元', null],
    ['1234567890123', null],
  ])('typed %s is %s', (typed, right) => {
    expect(wholeNumberOf(typed, 'people')).toBe(right);
  });

  it('takes no unit that the field does not count in', () => {
    expect(wholeNumberOf('5人')).toBeNull();
  });
});

describe('an amount of money in fen', () => {
  it.each([
    ['1,200', 120_000],
    ['1,234.50', 123_450],
    ['1234.500', 123_450],
    ['1200元', 120_000],
    ['￥500', 50_000],
    ['¥ 500', 50_000],
    ['０．５', 50],
    ['1,2345', null],
    ['1234.567', null],
    ['-5', null],
    ['3400①', null],
    ['1.2.3', null],
    ['500平方米', null],
  ])('typed %s is %s', (typed, right) => {
    expect(hundredthsOf(typed, 'yuan')).toBe(right);
  });
});
