import { type Decimal, decimalText } from './decimal.js';

/** An exact fraction, in lowest terms, with a positive denominator. */
export type Rational = { readonly n: bigint; readonly d: bigint };

/** n / d. @throws RangeError when d is 0 */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 1n) return { n, d };
  if (d === 0n) throw new RangeError('a fraction over zero');
  const sign = d < 0n ? -1n : 1n;
  const common = greatestCommon(n < 0n ? -n : n, d * sign);
  if (common === 1n) return { n: n * sign, d: d * sign };
  return { n: (n * sign) / common, d: (d * sign) / common };
}

const safe = BigInt(Number.MAX_SAFE_INTEGER);

/** Once both fit into plain numbers the rest of the way is theirs, in a tenth of the time. */
function greatestCommon(a: bigint, b: bigint): bigint {
  if (b === 0n) return a;
  if (b > safe) return greatestCommon(b, a % b);
  let [x, y] = [Number(b), Number(a % b)];
  while (y !== 0) [x, y] = [y, x % y];
  return BigInt(x);
}

export const fromDecimal = ({ units, places }: Decimal): Rational =>
  rational(units, 10n ** BigInt(places));

export const add = (a: Rational, b: Rational): Rational =>
  rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const negative = ({ n, d }: Rational): Rational => ({ n: -n, d });
export const times = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
/** @throws RangeError for 0 */
export const inverse = ({ n, d }: Rational): Rational => rational(d, n);

/** Below zero where a is less than b, above where it is more, 0 where they are equal. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The greatest whole number that is not above. */
export function floor({ n, d }: Rational): bigint {
  const whole = n / d;
  return n < 0n && whole * d !== n ? whole - 1n : whole;
}

/** The whole number nearest to n / d, a half up; neither is negative. It need not be in lowest terms, so nothing is reduced. */
export const halfUp = (n: bigint, d: bigint): bigint => (2n * n + d) / (2n * d);

/** The least whole number that is not below. */
export const ceiling = (a: Rational): bigint => -floor(negative(a));

/** Decimal text with at most so many places, rounded down or up where it has more. */
export function roundedText(a: Rational, places: number, way: 'down' | 'up'): string {
  const scaled = times(a, rational(10n ** BigInt(places)));
  return decimalText({ units: way === 'down' ? floor(scaled) : ceiling(scaled), places });
}
