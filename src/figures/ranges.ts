import { decimal } from '../numbers/decimal.js';
import type { Rational } from '../numbers/rational.js';
import * as rational from '../numbers/rational.js';
import type { Interval } from './interval.js';

/** All values between two bounds, each of which belongs unless it is open. Percentages are fractions of 1. */
export type Range = { low: Bound; high: Bound };
export type Bound = { at: Rational; open: boolean };

const hundredth = rational.rational(1n, 100n);

/** What a printed number can stand for, to be calculated with. */
export function rangeOf({ low, high, lowOpen, highOpen, isPercent }: Interval): Range {
  const value = (text: string) => {
    const exact = rational.fromDecimal(decimal(text));
    return isPercent ? rational.times(exact, hundredth) : exact;
  };
  return { low: { at: value(low), open: lowOpen }, high: { at: value(high), open: highOpen } };
}

/** Just one value. */
export function exactly(value: bigint): Range {
  const bound = { at: rational.rational(value), open: false };
  return { low: bound, high: bound };
}

/** Every a + b. */
export const sum = (a: Range, b: Range): Range => ({
  low: { at: rational.add(a.low.at, b.low.at), open: a.low.open || b.low.open },
  high: { at: rational.add(a.high.at, b.high.at), open: a.high.open || b.high.open },
});

/** Every a − b. */
export function difference(a: Range, b: Range): Range {
  const turned = ({ at, open }: Bound): Bound => ({ at: rational.negative(at), open });
  return sum(a, { low: turned(b.high), high: turned(b.low) });
}

/** Every a × b. */
export function product(a: Range, b: Range): Range {
  const corners = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => corner(x, y)));
  const first = corners[0] as Bound;
  return {
    low: corners.reduce((least, other) => outer(least, other, -1), first),
    high: corners.reduce((most, other) => outer(most, other, 1), first),
  };
}

/** Zero times anything is zero, also beside a bound that does not belong itself. */
function corner(x: Bound, y: Bound): Bound {
  const isZero = (bound: Bound) => bound.at.n === 0n && !bound.open;
  return { at: rational.times(x.at, y.at), open: !isZero(x) && !isZero(y) && (x.open || y.open) };
}

/** Of two bounds the one further out; of two at one place the one that belongs. */
function outer(a: Bound, b: Bound, way: 1 | -1): Bound {
  const side = rational.compare(b.at, a.at);
  if (side === 0) return a.open ? b : a;
  return side === way ? b : a;
}

/** Every a ÷ b. @throws RangeError when b reaches zero */
export function quotient(a: Range, b: Range): Range {
  const zero = rational.rational(0n);
  const isPositive = rational.compare(b.low.at, zero) > 0;
  const isNegative = rational.compare(b.high.at, zero) < 0;
  if (!isPositive && !isNegative) throw new RangeError('a range that reaches zero cannot divide');
  const turned = ({ at, open }: Bound): Bound => ({ at: rational.inverse(at), open });
  return product(a, { low: turned(b.high), high: turned(b.low) });
}

/** Whether some value lies in both. */
export const overlap = (a: Range, b: Range): boolean =>
  reaches(a.low, b.high) && reaches(b.low, a.high);

/** Whether a value can lie from the low bound to the high one. */
function reaches(low: Bound, high: Bound): boolean {
  const side = rational.compare(low.at, high.at);
  return side < 0 || (side === 0 && !low.open && !high.open);
}

/** Whether no value of a is above any of b: true, false for never, null where it depends on which. */
export function isAtMost(a: Range, b: Range): boolean | null {
  if (rational.compare(a.high.at, b.low.at) <= 0) return true;
  return reaches(a.low, b.high) ? null : false;
}

/** The least and the greatest whole number in a range, or null where there is none. */
export function wholeNumbersIn({ low, high }: Range): { least: bigint; most: bigint } | null {
  const least = low.open ? rational.floor(low.at) + 1n : rational.ceiling(low.at);
  const most = high.open ? rational.ceiling(high.at) - 1n : rational.floor(high.at);
  return least <= most ? { least, most } : null;
}

/** Whether the range is so wide that a whole number lies in it wherever it begins. */
export function isWiderThanOne({ low, high }: Range): boolean {
  const width = rational.add(high.at, rational.negative(low.at));
  const side = rational.compare(width, rational.rational(1n));
  return side > 0 || (side === 0 && !(low.open && high.open));
}
