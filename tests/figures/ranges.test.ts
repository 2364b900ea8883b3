import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  difference,
  exactly,
  isAtMost,
  isWiderThanOne,
  overlap,
  product,
  quotient,
  type Range,
  sum,
  wholeNumbersIn,
} from '../../src/figures/ranges.js';
import * as rational from '../../src/numbers/rational.js';
import { compare, type Rational } from '../../src/numbers/rational.js';

const fraction = fc
  .tuple(fc.bigInt({ min: -60n, max: 60n }), fc.bigInt({ min: 1n, max: 12n }))
  .map(([n, d]) => rational.rational(n, d));

/** A range and a value in it. */
const rangeAndValue = fc
  .tuple(fraction, fraction, fraction, fc.boolean(), fc.boolean())
  .map(([a, b, c, lowOpen, highOpen]) => {
    const [low, value, high] = [a, b, c].sort(compare) as [Rational, Rational, Rational];
    const range = {
      low: { at: low, open: lowOpen && compare(low, value) < 0 },
      high: { at: high, open: highOpen && compare(value, high) < 0 },
    };
    return { range, value };
  });

function contains({ low, high }: Range, value: Rational): boolean {
  const [fromLow, toHigh] = [compare(low.at, value), compare(value, high.at)];
  return (
    (fromLow < 0 || (fromLow === 0 && !low.open)) && (toHigh < 0 || (toHigh === 0 && !high.open))
  );
}

describe('arithmetic on ranges', () => {
  const both = (act: (a: Range, b: Range, x: Rational, y: Rational) => void) =>
    fc.assert(
      fc.property(rangeAndValue, rangeAndValue, (a, b) => act(a.range, b.range, a.value, b.value)),
    );

  it('holds every sum, difference and product of values in them', () => {
    both((a, b, x, y) => {
      expect(contains(sum(a, b), rational.add(x, y))).toBe(true);
      expect(contains(difference(a, b), rational.add(x, rational.negative(y)))).toBe(true);
      expect(contains(product(a, b), rational.times(x, y))).toBe(true);
    });
  });

  it('holds every quotient, and refuses to divide by what may be zero', () => {
    both((a, b, x, y) => {
      const reachesZero = b.low.at.n <= 0n && b.high.at.n >= 0n;
      if (reachesZero) expect(() => quotient(a, b)).toThrow(RangeError);
      else expect(contains(quotient(a, b), rational.times(x, rational.inverse(y)))).toBe(true);
    });
  });

  it('is as tight as can be: a bound that belongs is reached by bounds, and undone by its inverse', () => {
    both((a, b) => {
      expect(difference(sum(a, exactly(7n)), exactly(7n))).toEqual(a);
      const corners = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => [x, y] as const));
      const { low, high } = product(a, b);
      for (const bound of [low, high])
        expect(corners.some(([x, y]) => compare(rational.times(x.at, y.at), bound.at) === 0)).toBe(
          true,
        );
    });
  });

  it('finds an overlap wherever a value lies in both, and alike from either side', () => {
    both((a, b, x) => {
      expect(overlap(a, b)).toBe(overlap(b, a));
      if (contains(b, x)) expect(overlap(a, b)).toBe(true);
    });
  });

  it('compares: what is sure holds for every pair', () => {
    both((a, b, x, y) => {
      const holds = isAtMost(a, b);
      if (holds !== null) expect(compare(x, y) <= 0).toBe(holds);
    });
  });

  it('counts the whole numbers inside', () => {
    fc.assert(
      fc.property(rangeAndValue, ({ range }) => {
        const inside: bigint[] = [];
        for (let n = -61n; n <= 61n; n += 1n)
          if (contains(range, rational.rational(n))) inside.push(n);
        const found = wholeNumbersIn(range);
        expect(found).toEqual(
          inside.length === 0 ? null : { least: inside[0], most: inside.at(-1) },
        );
        if (isWiderThanOne(range)) expect(found).not.toBeNull();
      }),
    );
  });
});

describe('exact fractions', () => {
  test.each([
    [7n, 2n, 3n, 4n],
    [-7n, 2n, -4n, -3n],
    [6n, 3n, 2n, 2n],
    [0n, 5n, 0n, 0n],
  ])('%d/%d lies between whole numbers', (n, d, down, up) => {
    expect(rational.floor(rational.rational(n, d))).toBe(down);
    expect(rational.ceiling(rational.rational(n, d))).toBe(up);
  });

  test.each([
    [1n, 3n, '0.33', '0.34'],
    [-1n, 3n, '-0.34', '-0.33'],
    [1n, 4n, '0.25', '0.25'],
    [12n, 1n, '12', '12'],
  ])('%d/%d is rounded outwards', (n, d, down, up) => {
    expect(rational.roundedText(rational.rational(n, d), 2, 'down')).toBe(down);
    expect(rational.roundedText(rational.rational(n, d), 2, 'up')).toBe(up);
  });

  it('has no denominator of zero', () => {
    expect(() => rational.rational(1n, 0n)).toThrow(RangeError);
    expect(() => rational.inverse(rational.rational(0n))).toThrow(RangeError);
  });
});
