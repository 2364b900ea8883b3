/** An exact decimal: units / 10^places. Floats would move the bounds of an interval. */
export type Decimal = { units: bigint; places: number };

/** What may be given as a value: decimal text, or a whole number. */
export type Numeric = string | number | bigint;

const shape = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads '-12.50', 267 or 267n, keeping the places as written.
 * @throws RangeError for anything that is not plain decimal text, such as '1e3' or ''.
 */
export function decimal(value: Numeric): Decimal {
  const match = shape.exec(String(value));
  if (!match) throw new RangeError(`not a plain decimal: ${String(value)}`);
  const [, sign, whole, fraction = ''] = match;
  const units = BigInt(`${whole}${fraction}`);
  return { units: sign === '-' ? -units : units, places: fraction.length };
}

/** The same value as units of 10^-places; `places` is at least its own. */
export function unitsAt(value: Decimal, places: number): bigint {
  if (places < value.places) throw new RangeError('would drop digits');
  return value.units * 10n ** BigInt(places - value.places);
}

/** Plain text without trailing zeros after the point: '45500', '35.25', '-9.5'. */
export function decimalText({ units, places }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}
