import { decimal, decimalText, type Numeric, unitsAt } from '../numbers/decimal.js';

/** The values that a printed number can stand for. Bounds are decimal text. */
export type Interval = {
  low: string;
  high: string;
  lowOpen: boolean;
  highOpen: boolean;
  /** Both bounds are in percent. */
  isPercent: boolean;
};

/** Whether the value can have been printed so. The value is in the unit of the interval. */
export function contains(interval: Interval, value: Numeric): boolean {
  return distance(interval, value) === '0';
}

/**
 * How far a value lies outside, signed: '12' is twelve too many, '-3' three too few, '0' inside.
 * It is counted from the nearest value inside that has as many places as the value and the bounds,
 * so 3500 differs from 3400 up to, not including, 3500 by 1 (from 3499), and never by 0.
 */
export function distance(interval: Interval, value: Numeric): string {
  const [low, high, exact] = [decimal(interval.low), decimal(interval.high), decimal(value)];
  const places = Math.max(low.places, high.places, exact.places);
  const least = unitsAt(low, places) + (interval.lowOpen ? 1n : 0n);
  const most = unitsAt(high, places) - (interval.highOpen ? 1n : 0n);
  const units = unitsAt(exact, places);
  const nearest = units < least ? least : units > most ? most : units;
  return decimalText({ units: units - nearest, places });
}

/** '267', '[3400, 3500)', '(-10.5%, -9.5%]': square where the bound belongs, round where not. */
export function intervalText(interval: Interval): string {
  const unit = interval.isPercent ? '%' : '';
  if (interval.low === interval.high) return `${interval.low}${unit}`;
  const bounds = `${interval.low}${unit}, ${interval.high}${unit}`;
  return `${interval.lowOpen ? '(' : '['}${bounds}${interval.highOpen ? ')' : ']'}`;
}

/** A span by magnitude, from `least` to `most`, both at `places`; `most` belongs unless open. */
export type Span = { least: bigint; most: bigint; places: number; mostOpen: boolean };

/** The interval of a span; of a negative number it is the mirror image. */
export function intervalOf(span: Span, isNegative: boolean, isPercent: boolean): Interval {
  const text = (units: bigint): string => decimalText({ units, places: span.places });
  return isNegative
    ? {
        low: text(-span.most),
        high: text(-span.least),
        lowOpen: span.mostOpen,
        highOpen: false,
        isPercent,
      }
    : {
        low: text(span.least),
        high: text(span.most),
        lowOpen: false,
        highOpen: span.mostOpen,
        isPercent,
      };
}
